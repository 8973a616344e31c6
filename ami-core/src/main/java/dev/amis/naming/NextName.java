package dev.amis.naming;

/**
 * The choice of how one name follows another. Each method keeps the other parts, leaves the date open, and gives a name
 * that comes after the old one; a build number starts again at 1 with a new version.
 */
public final class NextName {

    private final SchemedName previous;

    NextName(SchemedName previous) {
        this.previous = previous;
    }

    /**
     * Counts up the major version: {@code 2.0.0} after {@code 1.4.2}.
     *
     * @return the next name, with the date open
     * @throws IllegalStateException if the previous name has no version, or no larger number exists
     */
    public OpenName major() {
        return follow(current().nextMajor());
    }

    /**
     * Counts up the minor version: {@code 1.5.0} after {@code 1.4.2}.
     *
     * @return the next name, with the date open
     * @throws IllegalStateException if the previous name has no version, or no larger number exists
     */
    public OpenName minor() {
        return follow(current().nextMinor());
    }

    /**
     * Counts up the patch version: {@code 1.4.3} after {@code 1.4.2}.
     *
     * @return the next name, with the date open
     * @throws IllegalStateException if the previous name has no version, or no larger number exists
     */
    public OpenName patch() {
        return follow(current().nextPatch());
    }

    /**
     * Takes a given version, for example a pre-release.
     *
     * @param version a version that comes after the previous one
     * @return the next name, with the date open
     * @throws IllegalStateException if the previous name has no version
     * @throws IllegalArgumentException if the version does not come after the previous one
     */
    public OpenName version(ImageVersion version) {
        if (version.compareTo(current()) <= 0) {
            throw new IllegalArgumentException(
                    "Version is " + version + ", but must come after " + current() + " of '" + previous + "'");
        }
        return follow(version);
    }

    /**
     * Keeps the version and counts up the build number, if there is one; for the same software baked again.
     *
     * @return the next name, with the date open
     * @throws IllegalStateException if the scheme has neither a date nor a build number, so that the name would be taken
     */
    public OpenName rebuild() {
        NamingScheme scheme = previous.scheme();
        if (!scheme.hasPart(SchemeParser.DATE) && previous.build().isEmpty()) {
            throw new IllegalStateException(
                    "Name '" + previous + "' has neither a date nor a build number in the scheme '" + scheme
                            + "', so building the same version again would need the same name");
        }
        OpenName next = kept();
        return previous.build().isPresent() ? next.build(previous.build().getAsLong() + 1) : next;
    }

    private ImageVersion current() {
        return previous.version()
                .orElseThrow(() -> new IllegalStateException(
                        "Name '" + previous + "' has no version in the scheme '" + previous.scheme() + "'"));
    }

    private OpenName follow(ImageVersion version) {
        OpenName next = kept().version(version);
        return previous.build().isPresent() ? next.build(1) : next;
    }

    private OpenName kept() {
        OpenName name = new OpenName(previous.scheme(), previous.parts());
        return previous.scheme().hasPart(SchemeParser.DATE) ? name.without(SchemeParser.DATE) : name;
    }
}
