package dev.amis.spi;

import java.util.List;
import java.util.Optional;

/**
 * A filter of a call for parameters. Filters of one call all apply; one of a filter's values suffices.
 *
 * @param key for example {@code DataType}, {@code Name} or {@code Type}
 * @param option how values are compared, for example {@code Equals} or {@code BeginsWith}; nothing leaves it to SSM
 * @param values 1 to 50 values
 */
public record ParameterFilter(String key, Optional<String> option, List<String> values) {

    /**
     * Makes a filter.
     *
     * @throws IllegalArgumentException if the key is blank, or there are no values or more than 50
     */
    public ParameterFilter {
        values = List.copyOf(values);
        if (key.isBlank()) {
            throw new IllegalArgumentException("filter key is '" + key + "', but must not be blank");
        }
        if (values.isEmpty() || values.size() > 50) {
            throw new IllegalArgumentException(
                    "filter '" + key + "' has " + values.size() + " values, but must have from 1 to 50");
        }
    }

    /**
     * Makes a filter that compares as SSM does by default: for equality.
     *
     * @param key the key
     * @param values the values, of which one must match
     * @return the filter
     * @throws IllegalArgumentException if the key is blank, or there are no values or more than 50
     */
    public static ParameterFilter of(String key, String... values) {
        return new ParameterFilter(key, Optional.empty(), List.of(values));
    }
}
