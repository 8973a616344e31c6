package dev.amis.spi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A question for the account's volumes.
 *
 * @param filters what EC2 shall filter by, for example {@code snapshot-id}; all must match, none stands for all volumes
 * @param maxResults how many items a page may hold; nothing leaves it to EC2
 * @param nextToken the page to go on with
 */
public record DescribeVolumesRequest(List<Filter> filters, OptionalInt maxResults, Optional<String> nextToken) {

    /**
     * Makes a question.
     *
     * @throws IllegalArgumentException if there are more than 50 filters, or the size of a page is below 1
     */
    public DescribeVolumesRequest {
        filters = List.copyOf(filters);
        RequestChecks.filters(filters);
        RequestChecks.maxResults(maxResults);
    }
}
