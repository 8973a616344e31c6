package dev.amis.cleanup;

import java.time.Duration;

/** How spans of time read. */
final class Durations {

    private Durations() {}

    static String text(Duration value) {
        if (value.equals(Duration.ofDays(value.toDays()))) {
            return count(value.toDays(), "day");
        }
        if (value.equals(Duration.ofHours(value.toHours()))) {
            return count(value.toHours(), "hour");
        }
        if (value.equals(Duration.ofMinutes(value.toMinutes()))) {
            return count(value.toMinutes(), "minute");
        }
        return value.toString();
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
