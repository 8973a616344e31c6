package dev.amis.naming;

import java.util.LinkedHashSet;
import java.util.Set;

/** The furthest point that an attempt to read a name came to, and what would have let it go on. */
final class Mismatch {

    private static final int SHOWN = 24;

    private final Set<String> expected = new LinkedHashSet<>();
    private int furthest = -1;

    void add(int index, String expectation) {
        if (index > furthest) {
            furthest = index;
            expected.clear();
        }
        if (index == furthest) {
            expected.add(expectation);
        }
    }

    String describe(String name) {
        String rest = name.substring(furthest);
        String found = rest.isEmpty()
                ? "the name ends there"
                : "found '" + (rest.length() > SHOWN ? rest.substring(0, SHOWN) + "..." : rest) + "'";
        return "at position " + (furthest + 1) + " expected " + String.join(" or ", expected) + ", but " + found;
    }
}
