package dev.amis.model;

/**
 * The name of an image: unique for its owner in a Region, and never changeable.
 *
 * <p>Rule: 3 to 128 characters out of letters, digits and {@code ( ) [ ] space . / - ' @ _} (EC2 API Reference,
 * CreateImage).
 *
 * @param value the name
 */
public record ImageName(String value) implements Comparable<ImageName> {

    private static final String PUNCTUATION = "()[] ./-'@_";

    /**
     * Wraps a name.
     *
     * @throws IllegalArgumentException if EC2 would refuse it; the message names the offending character
     */
    public ImageName {
        if (value.length() < 3 || value.length() > 128) {
            throw new IllegalArgumentException(
                    "image name has " + value.length() + " characters, but must have from 3 to 128: '" + value + "'");
        }
        for (int i = 0; i < value.length(); i++) {
            if (!allows(value.charAt(i))) {
                throw new IllegalArgumentException("image name has '" + value.charAt(i) + "' at position " + (i + 1)
                        + ", but only letters, digits and ( ) [ ] space . / - ' @ _ are allowed: '" + value + "'");
            }
        }
    }

    /**
     * Wraps a name.
     *
     * @param value 3 to 128 characters of EC2's alphabet
     * @return the name
     * @throws IllegalArgumentException if EC2 would refuse it; the message names the offending character
     */
    public static ImageName of(String value) {
        return new ImageName(value);
    }

    /**
     * Tells whether a character may stand in a name.
     *
     * @param c the character
     * @return whether EC2 takes it
     */
    public static boolean allows(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || PUNCTUATION.indexOf(c) >= 0;
    }

    @Override
    public int compareTo(ImageName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
