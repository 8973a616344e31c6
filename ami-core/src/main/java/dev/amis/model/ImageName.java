package dev.amis.model;

import java.util.Optional;

/**
 * The name of an image: unique for its owner in a Region, and never changeable.
 *
 * <p>Rule: 3 to 128 characters out of letters, digits and {@code ( ) [ ] space . / - ' @ _} (EC2 API Reference,
 * CreateImage).
 *
 * @param value the name
 */
public record ImageName(String value) implements Comparable<ImageName> {

    /** The fewest characters that a name may have. */
    public static final int MIN_LENGTH = 3;

    /** The most characters that a name may have. */
    public static final int MAX_LENGTH = 128;

    private static final String PUNCTUATION = "()[] ./-'@_";

    /** One bit for each character below 128: names are checked by the million. */
    private static final long[] ALLOWED = new long[2];

    static {
        for (char c = 0; c < 128; c++) {
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (letterOrDigit || PUNCTUATION.indexOf(c) >= 0) {
                ALLOWED[c >> 6] |= 1L << c;
            }
        }
    }

    /**
     * Wraps a name.
     *
     * @throws IllegalArgumentException if EC2 would refuse it; the message names the offending character
     */
    public ImageName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("image name " + problem(value));
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
        return c < 128 && (ALLOWED[c >> 6] & 1L << c) != 0;
    }

    /**
     * Tells whether a text may be a name.
     *
     * @param text any text
     * @return whether EC2 takes it
     */
    public static boolean isValid(String text) {
        return text.length() >= MIN_LENGTH && text.length() <= MAX_LENGTH && firstForbidden(text) < 0;
    }

    /**
     * Tells why a text may not be a name.
     *
     * @param text any text
     * @return the length or the offending character with its position, and the rule; nothing if EC2 takes the text
     */
    public static Optional<String> whyNot(String text) {
        return isValid(text) ? Optional.empty() : Optional.of(problem(text));
    }

    /**
     * Finds the first character that may not stand in a name, whatever the length of the text.
     *
     * @param text any text
     * @return its index, or -1 if EC2 takes every character
     */
    public static int firstForbidden(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!allows(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String problem(String text) {
        if (text.length() < MIN_LENGTH || text.length() > MAX_LENGTH) {
            return "has " + text.length() + " characters, but must have from " + MIN_LENGTH + " to " + MAX_LENGTH
                    + ": '" + text + "'";
        }
        int at = firstForbidden(text);
        return "has '" + Character.toString(text.codePointAt(at)) + "' at position " + (at + 1)
                + ", but only letters, digits and ( ) [ ] space . / - ' @ _ are allowed: '" + text + "'";
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
