package dev.amis.aws.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what EC2 writes as text; empty means absent, as everywhere on EC2's wire. */
final class Texts {

    private Texts() {}

    static Optional<String> text(@Nullable String value) {
        return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    static <T> Optional<T> of(@Nullable String value, Function<String, T> read) {
        return text(value).map(read);
    }

    /** EC2 answers some dates as strings, with or without a fraction. What cannot be read is as good as not answered. */
    static Optional<Instant> instant(@Nullable String value) {
        return text(value).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException unreadable) {
                return Optional.empty();
            }
        });
    }

    static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
