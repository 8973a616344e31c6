package dev.amis.spi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A question for launch configurations.
 *
 * @param names which ones; none stands for all
 * @param maxRecords how many a page may hold, from 1 to 100; nothing leaves it to Auto Scaling, which then takes 50
 * @param nextToken the token of the page before
 */
public record DescribeLaunchConfigurationsRequest(
        List<String> names, OptionalInt maxRecords, Optional<String> nextToken) {

    /**
     * Makes a question of copies.
     *
     * @throws IllegalArgumentException if there are more than 50 names, or maxRecords is out of its range
     */
    public DescribeLaunchConfigurationsRequest {
        names = List.copyOf(names);
        if (names.size() > 50) {
            throw new IllegalArgumentException("names has " + names.size() + " entries, but at most 50 are allowed");
        }
        RequestChecks.maxRecords(maxRecords);
    }

    /**
     * Asks for all, in the largest pages.
     *
     * @param nextToken the token of the page before
     * @return the question
     */
    public static DescribeLaunchConfigurationsRequest all(Optional<String> nextToken) {
        return new DescribeLaunchConfigurationsRequest(List.of(), OptionalInt.of(100), nextToken);
    }
}
