package dev.amis.naming;

import dev.amis.model.ImageName;

/** Reads the date pattern of a scheme: the letters of {@code java.time} that are plain numbers of a fixed width. */
final class DatePatternParser {

    /** The field that each field of {@link DatePattern#LETTERS} needs beside it; the year needs none. */
    private static final String NEEDS = "-yMyDHms";

    private static final String[] WIDTHS = {"yyyy or yy", "MM", "dd", "DDD", "HH", "mm", "ss", "S to SSSSSSSSS"};

    private final SchemeText scheme;
    private final int start;
    private final String pattern;
    private final StringBuilder template = new StringBuilder();
    private int at;

    DatePatternParser(SchemeText scheme, int start, String pattern) {
        this.scheme = scheme;
        this.start = start;
        this.pattern = pattern;
    }

    DatePattern parse() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (isLetter(c)) {
                field(c);
            } else if (c == '\'') {
                quoted();
            } else if (c == '[' || c == ']') {
                throw wrong(at, "'" + c + "' in a date pattern must stand between quotes");
            } else {
                literal();
            }
        }
        checkFields();
        return new DatePattern(pattern, template.toString());
    }

    private void field(char letter) {
        int index = DatePattern.LETTERS.indexOf(letter == 'u' ? 'y' : letter);
        if (index < 0) {
            throw wrong(
                    at,
                    "the letter '" + letter + "' cannot be used in a date pattern; y, u, M, d, D, H, m, s and S can");
        }
        int from = at;
        while (at < pattern.length() && pattern.charAt(at) == letter) {
            at++;
        }
        int width = at - from;
        if (!isWidth(index, width)) {
            throw wrong(from, "'" + letter + "' must be written " + WIDTHS[index]);
        }
        if (has(index)) {
            throw wrong(from, "the date pattern has '" + DatePattern.LETTERS.charAt(index) + "' twice");
        }
        template.append(Character.toString(index).repeat(width));
    }

    private static boolean isWidth(int index, int width) {
        return switch (index) {
            case DatePattern.YEAR -> width == 4 || width == 2;
            case DatePattern.DAY_OF_YEAR -> width == 3;
            case DatePattern.FRACTION -> width <= 9;
            default -> width == 2;
        };
    }

    private void quoted() {
        int open = at++;
        if (isQuote()) {
            literal();
            return;
        }
        while (true) {
            if (at == pattern.length()) {
                throw wrong(open, "the quote in the date pattern is never closed");
            }
            if (isQuote()) {
                at++;
                if (!isQuote()) {
                    return;
                }
            }
            literal();
        }
    }

    private boolean isQuote() {
        return at < pattern.length() && pattern.charAt(at) == '\'';
    }

    private void literal() {
        char c = pattern.charAt(at);
        if (!ImageName.allows(c)) {
            throw wrong(at, "'" + c + "' is not allowed in an image's name");
        }
        template.append(c);
        at++;
    }

    private void checkFields() {
        if (!has(DatePattern.YEAR)) {
            throw wrong(0, "a date pattern needs the year, as yyyy");
        }
        if (has(DatePattern.DAY_OF_YEAR) && has(DatePattern.MONTH)) {
            throw wrong(0, "a date pattern has either the day of the year or the month, not both");
        }
        for (int field = DatePattern.MONTH; field < NEEDS.length(); field++) {
            boolean dayOfMonthServes = field == DatePattern.HOUR && has(DatePattern.DAY);
            int needed = DatePattern.LETTERS.indexOf(NEEDS.charAt(field));
            if (has(field) && !has(needed) && !dayOfMonthServes) {
                throw wrong(
                        0,
                        "a date pattern with '" + DatePattern.LETTERS.charAt(field) + "' needs '"
                                + (field == DatePattern.HOUR ? "d" : NEEDS.substring(field, field + 1)) + "' as well");
            }
        }
    }

    private boolean has(int field) {
        return template.indexOf(Character.toString(field)) >= 0;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private IllegalArgumentException wrong(int index, String why) {
        return scheme.wrong(start + index, why);
    }
}
