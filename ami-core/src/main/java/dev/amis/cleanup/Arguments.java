package dev.amis.cleanup;

import java.time.Duration;

/** What policies refuse; every message names the field, its value and the rule. */
final class Arguments {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Arguments() {}

    static void span(String field, Duration value) {
        span(field, value, LONGEST);
    }

    static void span(String field, Duration value, Duration longest) {
        if (value.isNegative() || value.isZero() || value.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    field + " is " + value + ", but must be positive and at most " + Durations.text(longest));
        }
    }

    static void range(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + " is " + value + ", but must be from " + least + " to " + most);
        }
    }

    static void tagKey(String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("tag key is '" + key + "', but must not be blank");
        }
    }
}
