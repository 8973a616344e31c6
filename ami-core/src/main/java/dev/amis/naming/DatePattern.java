package dev.amis.naming;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * A date pattern whose values all have the same length, read and written by hand because names are read by the million.
 */
final class DatePattern {

    /** The pattern letters, each at the index that stands for its field; {@code u} is taken as {@code y}. */
    static final String LETTERS = "yMdDHmsS";

    static final int YEAR = 0;
    static final int MONTH = 1;
    static final int DAY = 2;
    static final int DAY_OF_YEAR = 3;
    static final int HOUR = 4;
    static final int MINUTE = 5;
    static final int SECOND = 6;
    static final int FRACTION = 7;

    private static final int CENTURY = 2000;
    private static final int NANO_DIGITS = 9;

    private final String pattern;
    private final char[] template;
    private final int[] widths = new int[LETTERS.length()];

    /** Takes one character for each of a value's: the index of a field, or a character that must stand there. */
    DatePattern(String pattern, String template) {
        this.pattern = pattern;
        this.template = template.toCharArray();
        for (char c : this.template) {
            if (c < widths.length) {
                widths[c]++;
            }
        }
    }

    int length() {
        return template.length;
    }

    /** Whether a date that exists is written at an index of a name. */
    boolean fits(String name, int start) {
        int[] fields = fields(name, start);
        return fields != null && exists(fields);
    }

    /** The date that is written at an index, where {@link #fits} holds; what the pattern leaves out is the earliest. */
    LocalDateTime read(String name, int start) {
        int[] fields = fields(name, start);
        if (fields == null) {
            throw new IllegalArgumentException("no date as " + pattern + " in '" + name + "' at index " + start);
        }
        LocalDate date = has(DAY_OF_YEAR)
                ? LocalDate.ofYearDay(fields[YEAR], fields[DAY_OF_YEAR])
                : LocalDate.of(fields[YEAR], fields[MONTH], fields[DAY]);
        int nanos = fields[FRACTION] * scale(NANO_DIGITS - widths[FRACTION]);
        return date.atTime(fields[HOUR], fields[MINUTE], fields[SECOND], nanos);
    }

    private int @Nullable [] fields(String name, int start) {
        if (start + template.length > name.length()) {
            return null;
        }
        int[] fields = new int[widths.length];
        for (int i = 0; i < template.length; i++) {
            char expected = template[i];
            char c = name.charAt(start + i);
            if (expected < fields.length) {
                if (!VersionText.isDigit(c)) {
                    return null;
                }
                fields[expected] = fields[expected] * 10 + c - '0';
            } else if (c != expected) {
                return null;
            }
        }
        fields[YEAR] += widths[YEAR] == 2 ? CENTURY : 0;
        fields[MONTH] += has(MONTH) ? 0 : 1;
        fields[DAY] += has(DAY) ? 0 : 1;
        fields[DAY_OF_YEAR] += has(DAY_OF_YEAR) ? 0 : 1;
        return fields;
    }

    private boolean has(int field) {
        return widths[field] > 0;
    }

    private static boolean exists(int[] fields) {
        boolean leap = Year.isLeap(fields[YEAR]);
        return fields[YEAR] >= 1
                && fields[MONTH] >= 1
                && fields[MONTH] <= 12
                && fields[DAY] >= 1
                && fields[DAY] <= Month.of(fields[MONTH]).length(leap)
                && fields[DAY_OF_YEAR] >= 1
                && fields[DAY_OF_YEAR] <= (leap ? 366 : 365)
                && fields[HOUR] <= 23
                && fields[MINUTE] <= 59
                && fields[SECOND] <= 59;
    }

    /**
     * Writes a date; what the pattern leaves out is dropped.
     *
     * @throws IllegalArgumentException if the pattern has too few digits for the year
     */
    String write(LocalDateTime date) {
        int least = widths[YEAR] == 2 ? CENTURY : 1;
        int most = widths[YEAR] == 2 ? CENTURY + 99 : 9999;
        if (date.getYear() < least || date.getYear() > most) {
            throw new IllegalArgumentException("the year " + date.getYear() + " cannot be written as " + pattern
                    + ", which takes " + least + " to " + most);
        }
        char[] out = template.clone();
        int[] rest = values(date);
        for (int i = out.length - 1; i >= 0; i--) {
            int field = out[i];
            if (field < rest.length) {
                out[i] = (char) ('0' + rest[field] % 10);
                rest[field] /= 10;
            }
        }
        return new String(out);
    }

    private int[] values(LocalDateTime date) {
        return new int[] {
            date.getYear(),
            date.getMonthValue(),
            date.getDayOfMonth(),
            date.getDayOfYear(),
            date.getHour(),
            date.getMinute(),
            date.getSecond(),
            date.getNano() / scale(NANO_DIGITS - widths[FRACTION])
        };
    }

    private static int scale(int digits) {
        int scale = 1;
        for (int i = 0; i < digits; i++) {
            scale *= 10;
        }
        return scale;
    }

    /** Returns the pattern as it was written. */
    @Override
    public String toString() {
        return pattern;
    }
}
