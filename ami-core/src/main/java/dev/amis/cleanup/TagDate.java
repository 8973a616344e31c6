package dev.amis.cleanup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A date that somebody wrote into a tag.
 *
 * @param day the day, up to its end in UTC; nothing if an instant was written
 * @param instant the instant, or the end of the day
 */
record TagDate(Optional<LocalDate> day, Instant instant) {

    /** Reads an ISO date or instant; nothing if the value is neither. */
    static Optional<TagDate> parse(String value) {
        try {
            if (value.indexOf('T') >= 0) {
                return Optional.of(new TagDate(Optional.empty(), Instant.parse(value)));
            }
            LocalDate day = LocalDate.parse(value);
            Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            return Optional.of(new TagDate(Optional.of(day), end));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** Whether the day has ended, or the instant is past. */
    boolean hasPassed(Instant now) {
        return day.isPresent() ? !now.isBefore(instant) : now.isAfter(instant);
    }

    @Override
    public String toString() {
        return day.map(LocalDate::toString).orElse(instant.toString());
    }
}
