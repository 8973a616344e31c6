package dev.amis.examples;

import java.util.regex.Pattern;

/**
 * Sorts names into families where nobody named a scheme: what looks like a version or a date is taken out, and nothing else.
 * Digits that belong to a word stay, since {@code Java11} and {@code Java17} are no versions of one thing.
 */
final class NameFamily {

    private static final Pattern VERSION_OR_DATE =
            Pattern.compile("(?<=^|[-_/ .])v?\\d+([.\\-]\\d+)*(T\\d+Z?)?(?=$|[-_/ ])");

    private NameFamily() {}

    static String of(String name) {
        return VERSION_OR_DATE.matcher(name).replaceAll("*");
    }
}
