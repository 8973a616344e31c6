package dev.amis.spi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A question for the account's parameters, without their values.
 *
 * @param filters the filters, all of which must match
 * @param maxResults how many items a page may hold, at most 50
 * @param nextToken the page to go on with
 */
public record DescribeParametersRequest(
        List<ParameterFilter> filters, OptionalInt maxResults, Optional<String> nextToken) {

    /** The most items that SSM puts on a page. */
    public static final int MOST = 50;

    /**
     * Makes a request.
     *
     * @throws IllegalArgumentException if the page is too large
     */
    public DescribeParametersRequest {
        filters = List.copyOf(filters);
        RequestChecks.maxResults(maxResults, MOST);
    }

    /**
     * The first page of a question.
     *
     * @param filters the filters, all of which must match
     * @return the request, for pages as large as SSM makes them
     */
    public static DescribeParametersRequest of(ParameterFilter... filters) {
        return new DescribeParametersRequest(List.of(filters), OptionalInt.of(MOST), Optional.empty());
    }

    /**
     * This question for another page.
     *
     * @param token the page to go on with
     * @return the request
     */
    public DescribeParametersRequest withNextToken(Optional<String> token) {
        return new DescribeParametersRequest(filters, maxResults, token);
    }
}
