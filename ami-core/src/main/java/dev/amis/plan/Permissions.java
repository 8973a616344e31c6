package dev.amis.plan;

import java.util.LinkedHashSet;
import java.util.Set;

/** Sets of those who may, in a stable order. */
final class Permissions {

    private Permissions() {}

    static <T> Set<T> intersection(Set<T> some, Set<T> others) {
        Set<T> both = new LinkedHashSet<>(some);
        both.retainAll(others);
        return both;
    }

    static <T> Set<T> difference(Set<T> some, Set<T> others) {
        Set<T> rest = new LinkedHashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
