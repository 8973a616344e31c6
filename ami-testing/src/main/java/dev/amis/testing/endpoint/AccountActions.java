package dev.amis.testing.endpoint;

import dev.amis.model.Region;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;

/** The few actions that clients call before they do anything else. */
final class AccountActions {

    private static final List<Region> REGIONS = List.of(
            Region.US_EAST_1,
            Region.US_EAST_2,
            Region.US_WEST_1,
            Region.US_WEST_2,
            Region.CA_CENTRAL_1,
            Region.SA_EAST_1,
            Region.EU_CENTRAL_1,
            Region.EU_NORTH_1,
            Region.EU_WEST_1,
            Region.EU_WEST_2,
            Region.EU_WEST_3,
            Region.AP_NORTHEAST_1,
            Region.AP_NORTHEAST_2,
            Region.AP_SOUTH_1,
            Region.AP_SOUTHEAST_1,
            Region.AP_SOUTHEAST_2);

    private AccountActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "DescribeRegions" ->
                Action.of(
                        DescribeRegionsRequest::builder,
                        DescribeRegionsRequest.class,
                        AccountActions::regions,
                        "RegionName",
                        "AllRegions");
            case "DescribeAvailabilityZones" ->
                Action.of(
                        DescribeAvailabilityZonesRequest::builder,
                        DescribeAvailabilityZonesRequest.class,
                        AccountActions::zones,
                        "ZoneName",
                        "AllAvailabilityZones");
            default -> null;
        };
    }

    private static SdkPojo regions(DescribeRegionsRequest request, RegionalProvider account) {
        Stream<Region> regions = Stream.concat(REGIONS.stream(), Stream.of(account.region()))
                .distinct()
                .filter(region ->
                        request.regionNames().isEmpty() || request.regionNames().contains(region.value()));
        refuseFilters(!request.filters().isEmpty());
        return DescribeRegionsResponse.builder()
                .regions(regions.map(region -> software.amazon.awssdk.services.ec2.model.Region.builder()
                                .regionName(region.value())
                                .endpoint("ec2." + region + "."
                                        + region.partition().dnsSuffix())
                                .optInStatus("opt-in-not-required")
                                .build())
                        .toList())
                .build();
    }

    private static SdkPojo zones(DescribeAvailabilityZonesRequest request, RegionalProvider account) {
        refuseFilters(!request.filters().isEmpty() || !request.zoneIds().isEmpty());
        String region = account.region().value();
        return DescribeAvailabilityZonesResponse.builder()
                .availabilityZones(Stream.of("a", "b", "c")
                        .map(letter -> region + letter)
                        .filter(zone -> request.zoneNames().isEmpty()
                                || request.zoneNames().contains(zone))
                        .map(zone -> AvailabilityZone.builder()
                                .zoneName(zone)
                                .regionName(region)
                                .state("available")
                                .zoneType("availability-zone")
                                .build())
                        .toList())
                .build();
    }

    private static void refuseFilters(boolean any) {
        if (any) {
            throw new WireError("InvalidParameterValue", "Filters of this action are not imitated");
        }
    }
}
