package dev.amis.spi;

import java.util.List;
import java.util.Optional;

/**
 * One page of an answer. A page may be empty and still have a successor.
 *
 * @param items what is on it
 * @param nextToken the way to the next page, nothing on the last
 * @param <T> what the pages list
 */
public record Page<T>(List<T> items, Optional<String> nextToken) {

    /** Makes a page of a copy of the items; an empty token, as EC2 answers it at times, stands for no token. */
    public Page {
        items = List.copyOf(items);
        nextToken = nextToken.filter(token -> !token.isEmpty());
    }

    /**
     * The only page of an answer.
     *
     * @param items what is on it
     * @param <T> what the pages list
     * @return the page
     */
    public static <T> Page<T> only(List<T> items) {
        return new Page<>(items, Optional.empty());
    }
}
