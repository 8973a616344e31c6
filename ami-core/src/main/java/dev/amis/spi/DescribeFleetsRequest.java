package dev.amis.spi;

import dev.amis.model.FleetId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A question for Spot Fleet requests or EC2 Fleets.
 *
 * @param fleetIds which ones; none stands for all
 * @param maxResults how many a page may hold; nothing leaves it to EC2
 * @param nextToken the token of the page before
 */
public record DescribeFleetsRequest(List<FleetId> fleetIds, OptionalInt maxResults, Optional<String> nextToken) {

    /**
     * Makes a question of copies.
     *
     * @throws IllegalArgumentException if maxResults is less than 1
     */
    public DescribeFleetsRequest {
        fleetIds = List.copyOf(fleetIds);
        RequestChecks.maxResults(maxResults);
    }

    /**
     * Asks for all, in pages of a size.
     *
     * @param maxResults how many a page may hold
     * @param nextToken the token of the page before
     * @return the question
     * @throws IllegalArgumentException if maxResults is less than 1
     */
    public static DescribeFleetsRequest all(int maxResults, Optional<String> nextToken) {
        return new DescribeFleetsRequest(List.of(), OptionalInt.of(maxResults), nextToken);
    }
}
