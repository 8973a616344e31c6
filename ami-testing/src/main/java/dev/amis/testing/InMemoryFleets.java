package dev.amis.testing;

import dev.amis.model.Fleet;
import dev.amis.spi.DescribeFleetsRequest;
import dev.amis.spi.FleetPort;
import dev.amis.spi.Page;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Fleets;

/** The port of fleets over the world. */
record InMemoryFleets(Fleets fleets, Caller caller) implements FleetPort {

    @Override
    public Page<Fleet> describeSpotFleetRequests(DescribeFleetsRequest request) {
        return Answers.of(() -> fleets.describeSpotFleetRequests(caller.reading(), request));
    }

    @Override
    public Page<Fleet> describeFleets(DescribeFleetsRequest request) {
        return Answers.of(() -> fleets.describeFleets(caller.reading(), request));
    }
}
