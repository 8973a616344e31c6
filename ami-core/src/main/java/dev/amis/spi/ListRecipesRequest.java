package dev.amis.spi;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A question for a page of recipes.
 *
 * @param maxResults how many items a page may hold, at most 25
 * @param nextToken the page to go on with
 */
public record ListRecipesRequest(OptionalInt maxResults, Optional<String> nextToken) {

    /** The most items that Image Builder puts on a page. */
    public static final int MOST = 25;

    /**
     * Makes a request.
     *
     * @throws IllegalArgumentException if the page is too large
     */
    public ListRecipesRequest {
        RequestChecks.maxResults(maxResults, MOST);
    }

    /**
     * A page as large as Image Builder makes it.
     *
     * @param nextToken the page to go on with
     * @return the request
     */
    public static ListRecipesRequest of(Optional<String> nextToken) {
        return new ListRecipesRequest(OptionalInt.of(MOST), nextToken);
    }
}
