package dev.amis.usage;

/**
 * Which versions of a launch template count as using their images. The default version always does, since a launch that
 * names no version takes it.
 */
public final class TemplateVersions {

    private static final TemplateVersions DEFAULT_AND_LATEST = new TemplateVersions(1);
    private static final TemplateVersions ALL = new TemplateVersions(Integer.MAX_VALUE);

    private final int newest;

    private TemplateVersions(int newest) {
        this.newest = newest;
    }

    /**
     * The default version and the latest.
     *
     * @return the choice that takes the fewest calls
     */
    public static TemplateVersions defaultAndLatest() {
        return DEFAULT_AND_LATEST;
    }

    /**
     * The default version and the latest ones, for whoever goes back by one or two versions at times. With more than one
     * it takes a call of {@code DescribeLaunchTemplateVersions} for each template that has more than two versions.
     *
     * @param count how many of the latest versions that there are, at least 1
     * @return the choice
     * @throws IllegalArgumentException if the count is less than 1
     */
    public static TemplateVersions latest(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count is " + count + ", but must be at least 1");
        }
        return new TemplateVersions(count);
    }

    /**
     * Every version. It takes a call of {@code DescribeLaunchTemplateVersions} for each template that has more than two
     * versions.
     *
     * @return the choice that keeps most
     */
    public static TemplateVersions all() {
        return ALL;
    }

    /** How many of the latest versions count beside the default one. */
    int newest() {
        return newest;
    }

    /** The choice in words. */
    @Override
    public String toString() {
        if (newest == Integer.MAX_VALUE) {
            return "all versions";
        }
        return newest == 1 ? "default and latest version" : "default and latest " + newest + " versions";
    }
}
