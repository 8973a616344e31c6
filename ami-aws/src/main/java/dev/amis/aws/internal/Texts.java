package dev.amis.aws.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what EC2 writes as text; empty means absent, as everywhere on EC2's wire. */
final class Texts {

    private static final String SECONDS = "0000-00-00T00:00:00Z";
    private static final String MILLISECONDS = "0000-00-00T00:00:00.000Z";

    private Texts() {}

    static Optional<String> text(@Nullable String value) {
        return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    static <T> Optional<T> of(@Nullable String value, Function<String, T> read) {
        return text(value).map(read);
    }

    /** EC2 answers some dates as strings, with or without a fraction. What cannot be read is as good as not answered. */
    static Optional<Instant> instant(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    isUsual(value) ? usual(value) : OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether a date looks as EC2 writes it; there are three in every image, and the JDK's reader is ten times slower. */
    private static boolean isUsual(String text) {
        if (text.length() != SECONDS.length() && text.length() != MILLISECONDS.length()) {
            return false;
        }
        String form = text.length() == SECONDS.length() ? SECONDS : MILLISECONDS;
        boolean fits = true;
        for (int i = 0; fits && i < form.length(); i++) {
            char c = text.charAt(i);
            fits = form.charAt(i) == '0' ? c >= '0' && c <= '9' : c == form.charAt(i);
        }
        return fits;
    }

    private static Instant usual(String text) {
        int millis = text.length() == MILLISECONDS.length() ? number(text, 20, 23) : 0;
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        millis * 1_000_000)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
