package dev.amis.testing.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Values of a filter: {@code *} stands for any characters, {@code ?} for exactly one, {@code \} takes their meaning away. */
final class Glob {

    private static final int ANY = -1;
    private static final int ONE = -2;

    private final int[] pattern;

    private Glob(int[] pattern) {
        this.pattern = pattern;
    }

    /** A test that passes what matches one of the values. */
    static Predicate<String> anyOf(List<String> values) {
        Set<String> exact = new HashSet<>();
        Predicate<String> test = exact::contains;
        for (String value : values) {
            if (value.indexOf('*') < 0 && value.indexOf('?') < 0 && value.indexOf('\\') < 0) {
                exact.add(value);
            } else {
                test = test.or(new Glob(parse(value))::matches);
            }
        }
        return test;
    }

    private static int[] parse(String value) {
        int[] parsed = new int[value.length()];
        int length = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                parsed[length++] = value.charAt(i);
            } else {
                parsed[length++] = c == '*' ? ANY : c == '?' ? ONE : c;
            }
        }
        return Arrays.copyOf(parsed, length);
    }

    private boolean matches(String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length && (pattern[p] == ONE || pattern[p] == text.charAt(t))) {
                p++;
                t++;
            } else if (p < pattern.length && pattern[p] == ANY) {
                star = p++;
                resume = t;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == ANY) {
            p++;
        }
        return p == pattern.length;
    }
}
