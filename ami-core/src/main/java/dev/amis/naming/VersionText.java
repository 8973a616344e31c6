package dev.amis.naming;

import java.math.BigInteger;

/**
 * The grammar of versions, read by hand because names are read by the million: one to three numbers, and after the
 * third a pre-release as SemVer writes it. Leading zeros are taken in the numbers, as calendar versions have them.
 */
final class VersionText {

    private static final int NUMBERS = 3;

    private VersionText() {}

    /** Finds the first index at or after {@code from} at which a version that begins at {@code start} can end, or -1. */
    static int end(String text, int start, int from) {
        int at = start;
        for (int number = 1; ; number++) {
            int digits = at;
            long value = 0;
            while (at < text.length() && isDigit(text.charAt(at))) {
                value = value * 10 + text.charAt(at) - '0';
                if (value > Integer.MAX_VALUE) {
                    return -1;
                }
                at++;
                if (at >= from) {
                    return at;
                }
            }
            if (at == digits || at == text.length()) {
                return -1;
            }
            if (number == NUMBERS) {
                return text.charAt(at) == '-' ? preReleaseEnd(text, at + 1, from) : -1;
            }
            if (text.charAt(at) != '.') {
                return -1;
            }
            at++;
        }
    }

    private static int preReleaseEnd(String text, int start, int from) {
        int identifier = start;
        boolean numeric = true;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.') {
                if (at == identifier || hasLeadingZero(text, identifier, at, numeric)) {
                    return -1;
                }
                identifier = at + 1;
                numeric = true;
            } else if (isIdentifierCharacter(c)) {
                numeric &= isDigit(c);
                if (at + 1 >= from && !hasLeadingZero(text, identifier, at + 1, numeric)) {
                    return at + 1;
                }
            } else {
                return -1;
            }
        }
        return -1;
    }

    private static boolean hasLeadingZero(String text, int start, int end, boolean numeric) {
        return numeric && end - start > 1 && text.charAt(start) == '0';
    }

    /** Says why a text is no version; asked only about a text that is none. */
    static String problem(String text) {
        String wrong = "'" + text + "' is not a version: ";
        int at = 0;
        for (int number = 1; number <= NUMBERS; number++) {
            int digits = at;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
            if (at == digits) {
                return wrong + "a number is missing at position " + (at + 1);
            }
            if (isTooLarge(text.substring(digits, at))) {
                return wrong + "the number " + text.substring(digits, at) + " is larger than " + Integer.MAX_VALUE;
            }
            boolean more = number < NUMBERS && at < text.length() && text.charAt(at) == '.';
            if (!more) {
                return wrong + tailProblem(text, at, number);
            }
            at++;
        }
        throw new IllegalStateException("the last number always ends the search");
    }

    private static boolean isTooLarge(String digits) {
        return new BigInteger(digits).compareTo(BigInteger.valueOf(Integer.MAX_VALUE)) > 0;
    }

    private static String tailProblem(String text, int at, int numbers) {
        char c = text.charAt(at);
        if (text.indexOf('+', at) >= 0) {
            return "it has build metadata, and EC2 allows no '+' in a name";
        }
        if (c == '.') {
            return "it has more than three numbers";
        }
        if (c == '-') {
            return numbers < NUMBERS
                    ? "a pre-release needs three numbers in front of it"
                    : "in the pre-release '" + text.substring(at + 1)
                            + "' every identifier must be letters, digits and hyphens, and no number may begin with 0";
        }
        return "'" + c + "' at position " + (at + 1) + " cannot be part of it";
    }

    private static boolean isIdentifierCharacter(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
