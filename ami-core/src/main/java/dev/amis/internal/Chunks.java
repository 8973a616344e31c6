package dev.amis.internal;

import java.util.ArrayList;
import java.util.List;

/** Cuts lists into what one call takes. */
public final class Chunks {

    private Chunks() {}

    /**
     * Cuts a list.
     *
     * @param all the list
     * @param most how many a part may have
     * @param <T> what the list holds
     * @return the parts in order, none of them empty
     */
    public static <T> List<List<T>> of(List<T> all, int most) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            parts.add(all.subList(from, Math.min(from + most, all.size())));
        }
        return parts;
    }
}
