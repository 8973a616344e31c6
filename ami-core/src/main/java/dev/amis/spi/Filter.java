package dev.amis.spi;

import java.util.List;

/**
 * A filter of a describe call. Filters of one call all apply; one of a filter's values suffices.
 *
 * <p>In values {@code *} stands for any characters and {@code ?} for one; {@code \} takes their meaning away. There is no
 * way to ask for the opposite or for absence. Source: EC2 User Guide, "Find your Amazon EC2 resources".
 *
 * @param name for example {@code name} or {@code tag:Environment}
 * @param values 1 to 200 values of at most 255 characters
 */
public record Filter(String name, List<String> values) {

    /**
     * Makes a filter.
     *
     * @throws IllegalArgumentException if the name is blank, there are no values, more than 200, or one is longer than 255 characters
     */
    public Filter {
        values = List.copyOf(values);
        if (name.isBlank()) {
            throw new IllegalArgumentException("filter name is '" + name + "', but must not be blank");
        }
        if (values.isEmpty() || values.size() > 200) {
            throw new IllegalArgumentException(
                    "filter '" + name + "' has " + values.size() + " values, but must have from 1 to 200");
        }
        for (String value : values) {
            if (value.length() > 255) {
                throw new IllegalArgumentException("filter '" + name + "' has a value of " + value.length()
                        + " characters, but at most 255 are allowed");
            }
        }
    }

    /**
     * Makes a filter.
     *
     * @param name the filter's name
     * @param values the values, of which one must match
     * @return the filter
     * @throws IllegalArgumentException if the name is blank, there are no values, more than 200, or one is longer than 255 characters
     */
    public static Filter of(String name, String... values) {
        return new Filter(name, List.of(values));
    }

    /**
     * Takes the meaning of {@code *}, {@code ?} and {@code \} away from a text.
     *
     * @param text the text to be matched as it stands
     * @return the value for a filter
     */
    public static String literal(String text) {
        return text.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
    }
}
