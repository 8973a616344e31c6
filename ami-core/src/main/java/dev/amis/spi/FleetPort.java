package dev.amis.spi;

import dev.amis.model.Fleet;

/** Spot Fleet requests and EC2 Fleets of one Region. */
public interface FleetPort {

    /**
     * Calls {@code DescribeSpotFleetRequests} once. Cancelled requests are told of for 48 hours.
     *
     * @param request which page; EC2 knows no filters here
     * @return one page of Spot Fleet requests
     * @throws dev.amis.error.NotFoundException if one that was asked for by id is not there
     */
    Page<Fleet> describeSpotFleetRequests(DescribeFleetsRequest request);

    /**
     * Calls {@code DescribeFleets} once. Fleets of type {@code instant} are told of only if they are asked for by id.
     *
     * @param request which page
     * @return one page of EC2 Fleets
     * @throws dev.amis.error.NotFoundException if one that was asked for by id is not there
     */
    Page<Fleet> describeFleets(DescribeFleetsRequest request);
}
