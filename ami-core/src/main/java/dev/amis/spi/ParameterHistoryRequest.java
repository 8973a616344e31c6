package dev.amis.spi;

import dev.amis.model.ParameterName;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A question for the versions of a parameter.
 *
 * @param name the parameter
 * @param maxResults how many items a page may hold, at most 50
 * @param nextToken the page to go on with
 */
public record ParameterHistoryRequest(ParameterName name, OptionalInt maxResults, Optional<String> nextToken) {

    /** The most items that SSM puts on a page. */
    public static final int MOST = 50;

    /**
     * Makes a request.
     *
     * @throws IllegalArgumentException if the page is too large
     */
    public ParameterHistoryRequest {
        RequestChecks.maxResults(maxResults, MOST);
    }

    /**
     * The first page of a question.
     *
     * @param name the parameter
     * @return the request, for pages as large as SSM makes them
     */
    public static ParameterHistoryRequest of(ParameterName name) {
        return new ParameterHistoryRequest(name, OptionalInt.of(MOST), Optional.empty());
    }

    /**
     * This question for another page.
     *
     * @param token the page to go on with
     * @return the request
     */
    public ParameterHistoryRequest withNextToken(Optional<String> token) {
        return new ParameterHistoryRequest(name, maxResults, token);
    }
}
