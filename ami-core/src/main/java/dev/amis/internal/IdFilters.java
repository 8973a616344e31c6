package dev.amis.internal;

import dev.amis.spi.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Filters on many ids, of which EC2 leaves out what it does not know; a question by ids it would refuse as a whole. */
public final class IdFilters {

    private static final int MOST_VALUES = 200;

    private IdFilters() {}

    /**
     * Makes as few filters as take all ids.
     *
     * @param name the filter's name
     * @param ids the ids, printed as EC2 writes them
     * @param also further values that each of the filters shall have
     * @return filters for one call each, none if there are no ids
     */
    public static List<Filter> of(String name, Collection<?> ids, String... also) {
        List<String> texts =
                ids.stream().map(Object::toString).sorted().distinct().toList();
        return Chunks.of(texts, MOST_VALUES - also.length).stream()
                .map(some -> {
                    List<String> values = new ArrayList<>(some);
                    values.addAll(List.of(also));
                    return new Filter(name, values);
                })
                .toList();
    }
}
