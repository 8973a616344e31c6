package dev.amis.testing.internal;

import dev.amis.model.Fleet;
import dev.amis.model.FleetId;
import dev.amis.spi.DescribeFleetsRequest;
import dev.amis.spi.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Spot Fleet requests and EC2 Fleets as EC2 describes them, and putting them there from outside. */
public final class Fleets {

    private final World world;
    private final Paging paging;

    Fleets(World world) {
        this.world = world;
        this.paging = new Paging(world);
    }

    public Page<Fleet> describeSpotFleetRequests(Caller caller, DescribeFleetsRequest request) {
        Call asked = caller.call("DescribeSpotFleetRequests").about(request.fleetIds());
        return world.answer(
                asked,
                call -> describe(call, request, id -> id.isSpotFleetRequest(), "InvalidSpotFleetRequestId.NotFound"));
    }

    public Page<Fleet> describeFleets(Caller caller, DescribeFleetsRequest request) {
        Call asked = caller.call("DescribeFleets").about(request.fleetIds());
        return world.answer(
                asked, call -> describe(call, request, id -> !id.isSpotFleetRequest(), "InvalidFleetId.NotFound"));
    }

    /** Puts a fleet there, in the place of one of the same id. */
    public Fleet put(Caller caller, Fleet fleet) {
        world.in(caller.region()).of(caller.account()).fleets().put(fleet.fleetId(), fleet);
        return fleet;
    }

    private Page<Fleet> describe(Call call, DescribeFleetsRequest request, Predicate<FleetId> kind, String unknown) {
        Paging.Ask ask = new Paging.Ask(request.maxResults(), request.nextToken()).within(1, 1_000);
        Map<FleetId, Fleet> fleets = world.holding(call).fleets();
        for (FleetId id : request.fleetIds()) {
            if (!kind.test(id) || !fleets.containsKey(id)) {
                throw new Ec2Error(unknown, "The fleet " + id + " does not exist");
            }
        }
        world.permit(call);
        List<Fleet> found = fleets.values().stream()
                .filter(fleet -> kind.test(fleet.fleetId()))
                .filter(fleet -> request.fleetIds().isEmpty()
                        ? !fleet.type().equals(Optional.of("instant"))
                        : request.fleetIds().contains(fleet.fleetId()))
                .toList();
        return paging.page(found, ask);
    }
}
