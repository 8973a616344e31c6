package dev.amis.usage;

import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.internal.Pages;
import dev.amis.model.Fleet;
import dev.amis.spi.DescribeFleetsRequest;
import dev.amis.spi.FleetPort;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.stream.Stream;

/** Reads Spot Fleet requests and EC2 Fleets for a source, in the largest pages that EC2 has. */
final class FleetReading {

    private static final int PAGE = 1_000;

    private FleetReading() {}

    /** Those that are not over. */
    static List<Fleet> living(RegionalProvider region) {
        FleetPort port = region.fleets()
                .orElseThrow(() -> new UnsupportedCapabilityException(
                        Failure.of("DescribeFleets", "the provider has no port for fleets")
                                .region(region.region())
                                .advice("Leave the source 'fleets' out if the account has none")
                                .build()));
        List<Fleet> spot = Pages.all(
                "DescribeSpotFleetRequests",
                token -> port.describeSpotFleetRequests(DescribeFleetsRequest.all(PAGE, token)));
        List<Fleet> fleets =
                Pages.all("DescribeFleets", token -> port.describeFleets(DescribeFleetsRequest.all(PAGE, token)));
        return Stream.concat(spot.stream(), fleets.stream())
                .filter(fleet -> !fleet.state().isOver())
                .toList();
    }
}
