package dev.amis.naming;

import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;

/**
 * A version in an image's name, such as {@code 1}, {@code 2.1}, {@code 1.0.0} or {@code 1.2.3-rc.1}, kept as it was
 * written and ordered as SemVer orders versions.
 *
 * <p>A missing number counts as 0, so {@code 2.1} stands where {@code 2.1.0} stands. Versions of equal precedence are
 * ordered by their text, so that the order agrees with {@link #equals}. Leading zeros, as in {@code 2024.01}, do not
 * count. Build metadata does not exist here, since EC2 allows no {@code +} in a name.
 */
public final class ImageVersion implements Comparable<ImageVersion> {

    private final String text;
    private final int numbers;
    private final int major;
    private final int minor;
    private final int patch;
    private final String preRelease;

    private ImageVersion(String text) {
        int[] values = new int[3];
        int count = 0;
        int at = 0;
        while (at < text.length() && text.charAt(at) != '-') {
            if (text.charAt(at) == '.') {
                count++;
            } else {
                values[count] = values[count] * 10 + text.charAt(at) - '0';
            }
            at++;
        }
        this.text = text;
        this.numbers = count + 1;
        this.major = values[0];
        this.minor = values[1];
        this.patch = values[2];
        this.preRelease = at < text.length() ? text.substring(at + 1) : "";
    }

    /**
     * Reads a version.
     *
     * @param text one to three numbers with dots between; after the third a pre-release may follow
     * @return the version
     * @throws IllegalArgumentException if the text is no version, or a number is larger than 2147483647
     */
    public static ImageVersion parse(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("ImageVersion " + VersionText.problem(text));
        }
        return ofValid(text);
    }

    /** Wraps a text that {@link VersionText} has read already. */
    static ImageVersion ofValid(String text) {
        return new ImageVersion(text);
    }

    static boolean isValid(String text) {
        return !text.isEmpty() && VersionText.end(text, 0, text.length()) == text.length();
    }

    /**
     * The first number.
     *
     * @return for example 1 in {@code 1.2.3}
     */
    public int major() {
        return major;
    }

    /**
     * The second number.
     *
     * @return for example 2 in {@code 1.2.3}; 0 if it is not written
     */
    public int minor() {
        return minor;
    }

    /**
     * The third number.
     *
     * @return for example 3 in {@code 1.2.3}; 0 if it is not written
     */
    public int patch() {
        return patch;
    }

    /**
     * What follows the first hyphen.
     *
     * @return for example {@code rc.1} in {@code 1.2.3-rc.1}; the empty text for a release
     */
    public String preRelease() {
        return preRelease;
    }

    /**
     * Tells whether this is a pre-release, which comes before the release of the same numbers.
     *
     * @return whether a hyphen and identifiers follow the numbers
     */
    public boolean isPreRelease() {
        return !preRelease.isEmpty();
    }

    /**
     * The next major version, written with as many numbers as this one: {@code 2} after {@code 1}, {@code 2.0.0} after
     * {@code 1.4.2}, {@code 2.0.0} after {@code 2.0.0-rc.1}.
     *
     * @return the version
     * @throws IllegalStateException if the number would be larger than 2147483647
     */
    public ImageVersion nextMajor() {
        refuseLargest("major", major);
        return written(semver().nextMajor(), numbers);
    }

    /**
     * The next minor version, written with as many numbers as this one but at least two: {@code 2.2} after {@code 2.1},
     * {@code 1.1} after {@code 1}.
     *
     * @return the version
     * @throws IllegalStateException if the number would be larger than 2147483647
     */
    public ImageVersion nextMinor() {
        refuseLargest("minor", minor);
        return written(semver().nextMinor(), Math.max(2, numbers));
    }

    /**
     * The next patch version, always written with three numbers: {@code 2.1.1} after {@code 2.1}, {@code 1.2.3} after
     * {@code 1.2.3-rc.1}.
     *
     * @return the version
     * @throws IllegalStateException if the number would be larger than 2147483647
     */
    public ImageVersion nextPatch() {
        refuseLargest("patch", patch);
        return written(semver().nextPatch(), 3);
    }

    private void refuseLargest(String number, int value) {
        if (value == Integer.MAX_VALUE) {
            throw new IllegalStateException("ImageVersion " + text + " has no next " + number + " version: " + value
                    + " is the largest number there is");
        }
    }

    private Semver semver() {
        return new Semver(major + "." + minor + "." + patch + (isPreRelease() ? "-" + preRelease : ""));
    }

    /** Writes a version with this one's number of digits wherever this one's number begins with 0, as {@code 2024.01}. */
    private ImageVersion written(Semver next, int count) {
        String[] old = text.split("[.-]", 4);
        int[] values = {next.getMajor(), next.getMinor(), next.getPatch()};
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String digits = Integer.toString(values[i]);
            boolean padded = i < numbers && old[i].length() > 1 && old[i].charAt(0) == '0';
            out.append(i == 0 ? "" : ".")
                    .append("0".repeat(padded ? Math.max(0, old[i].length() - digits.length()) : 0))
                    .append(digits);
        }
        return ofValid(out.toString());
    }

    @Override
    public int compareTo(ImageVersion other) {
        if (major != other.major) {
            return Integer.compare(major, other.major);
        }
        if (minor != other.minor) {
            return Integer.compare(minor, other.minor);
        }
        if (patch != other.patch) {
            return Integer.compare(patch, other.patch);
        }
        int order = PreRelease.compare(preRelease, other.preRelease);
        return order != 0 ? order : text.compareTo(other.text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImageVersion version && text.equals(version.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the version as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
