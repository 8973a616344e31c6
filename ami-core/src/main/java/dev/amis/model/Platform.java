package dev.amis.model;

import java.util.Locale;

/**
 * The platform of an image; EC2 names only Windows, every other image has none. An open vocabulary: a value that EC2 invents later is carried as it is.
 *
 * @param value EC2's own word
 */
public record Platform(String value) {

    /** windows. */
    public static final Platform WINDOWS = new Platform("windows");

    /**
     * Wraps EC2's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public Platform {
        Checks.notBlank("Platform", value);
        value = value.toLowerCase(Locale.ROOT);
    }

    /**
     * Wraps EC2's word.
     *
     * @param value EC2's own word
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static Platform of(String value) {
        return new Platform(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
