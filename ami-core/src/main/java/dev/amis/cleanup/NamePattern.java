package dev.amis.cleanup;

/** A name with wildcards, matched as EC2's filter does: {@code *} stands for any characters, {@code ?} for one. */
final class NamePattern {

    private final String pattern;

    NamePattern(String pattern) {
        this.pattern = pattern;
    }

    /** Goes back to the last star only, which suffices because an earlier one could gain nothing by taking more. */
    boolean matches(String name) {
        int at = 0;
        int inPattern = 0;
        int star = -1;
        int afterStar = 0;
        while (at < name.length()) {
            char expected = inPattern < pattern.length() ? pattern.charAt(inPattern) : 0;
            if (expected == '*') {
                star = inPattern++;
                afterStar = at;
            } else if (expected == '?' || expected == name.charAt(at)) {
                inPattern++;
                at++;
            } else if (star >= 0) {
                inPattern = star + 1;
                at = ++afterStar;
            } else {
                return false;
            }
        }
        while (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
            inPattern++;
        }
        return inPattern == pattern.length();
    }
}
