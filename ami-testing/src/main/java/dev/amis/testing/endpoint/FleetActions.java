package dev.amis.testing.endpoint;

import dev.amis.model.Fleet;
import dev.amis.model.FleetId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.spi.FleetPort;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DescribeFleetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeFleetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSpotFleetRequestsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSpotFleetRequestsResponse;
import software.amazon.awssdk.services.ec2.model.FleetData;
import software.amazon.awssdk.services.ec2.model.FleetLaunchTemplateConfig;
import software.amazon.awssdk.services.ec2.model.FleetLaunchTemplateOverrides;
import software.amazon.awssdk.services.ec2.model.FleetLaunchTemplateSpecification;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateConfig;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateOverrides;
import software.amazon.awssdk.services.ec2.model.SpotFleetLaunchSpecification;
import software.amazon.awssdk.services.ec2.model.SpotFleetRequestConfig;

/** Spot Fleet requests and EC2 Fleets, of which only what concerns images is told. */
final class FleetActions {

    private FleetActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "DescribeSpotFleetRequests" ->
                Action.of(
                        DescribeSpotFleetRequestsRequest::builder,
                        DescribeSpotFleetRequestsRequest.class,
                        FleetActions::spotFleets,
                        "SpotFleetRequestId",
                        "MaxResults",
                        "NextToken");
            case "DescribeFleets" ->
                Action.of(
                        DescribeFleetsRequest::builder,
                        DescribeFleetsRequest.class,
                        FleetActions::fleets,
                        "FleetId",
                        "MaxResults",
                        "NextToken");
            default -> null;
        };
    }

    private static SdkPojo spotFleets(DescribeSpotFleetRequestsRequest request, RegionalProvider account) {
        Page<Fleet> page = port(account)
                .describeSpotFleetRequests(
                        question(request.spotFleetRequestIds(), request.maxResults(), request.nextToken()));
        return DescribeSpotFleetRequestsResponse.builder()
                .spotFleetRequestConfigs(
                        page.items().stream().map(FleetActions::spotFleet).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static SdkPojo fleets(DescribeFleetsRequest request, RegionalProvider account) {
        Page<Fleet> page =
                port(account).describeFleets(question(request.fleetIds(), request.maxResults(), request.nextToken()));
        return DescribeFleetsResponse.builder()
                .fleets(page.items().stream().map(FleetActions::fleet).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static FleetPort port(RegionalProvider account) {
        return Read.required("port", account.fleets().orElse(null));
    }

    private static dev.amis.spi.DescribeFleetsRequest question(
            List<String> ids, @Nullable Integer maxResults, @Nullable String nextToken) {
        return new dev.amis.spi.DescribeFleetsRequest(
                ids.stream().map(FleetId::of).toList(),
                maxResults == null ? OptionalInt.empty() : OptionalInt.of(maxResults),
                Optional.ofNullable(nextToken));
    }

    private static SpotFleetRequestConfig spotFleet(Fleet fleet) {
        return SpotFleetRequestConfig.builder()
                .spotFleetRequestId(fleet.fleetId().value())
                .spotFleetRequestState(fleet.stateText())
                .createTime(fleet.createTime().orElse(null))
                .tags(Write.tags(fleet.tags()))
                .spotFleetRequestConfig(data -> data.type(fleet.type().orElse(null))
                        .launchSpecifications(fleet.launchSpecificationImages().stream()
                                .map(image -> SpotFleetLaunchSpecification.builder()
                                        .imageId(image)
                                        .build())
                                .toList())
                        .launchTemplateConfigs(fleet.launchTemplateConfigs().stream()
                                .map(FleetActions::spotConfig)
                                .toList()))
                .build();
    }

    private static LaunchTemplateConfig spotConfig(dev.amis.model.LaunchTemplateConfig config) {
        return LaunchTemplateConfig.builder()
                .launchTemplateSpecification(specification(config.launchTemplate()))
                .overrides(config.overrides().stream()
                        .map(override -> LaunchTemplateOverrides.builder()
                                .instanceType(override.instanceType()
                                        .map(InstanceType::value)
                                        .orElse(null))
                                .build())
                        .toList())
                .build();
    }

    private static FleetData fleet(Fleet fleet) {
        return FleetData.builder()
                .fleetId(fleet.fleetId().value())
                .fleetState(fleet.stateText())
                .type(fleet.type().orElse(null))
                .createTime(fleet.createTime().orElse(null))
                .tags(Write.tags(fleet.tags()))
                .launchTemplateConfigs(fleet.launchTemplateConfigs().stream()
                        .map(FleetActions::config)
                        .toList())
                .build();
    }

    private static FleetLaunchTemplateConfig config(dev.amis.model.LaunchTemplateConfig config) {
        return FleetLaunchTemplateConfig.builder()
                .launchTemplateSpecification(specification(config.launchTemplate()))
                .overrides(config.overrides().stream()
                        .map(override -> FleetLaunchTemplateOverrides.builder()
                                .instanceType(override.instanceType()
                                        .map(InstanceType::value)
                                        .orElse(null))
                                .imageId(override.imageReference().orElse(null))
                                .build())
                        .toList())
                .build();
    }

    private static @Nullable FleetLaunchTemplateSpecification specification(
            Optional<LaunchTemplateSpecification> specification) {
        return specification
                .map(one -> FleetLaunchTemplateSpecification.builder()
                        .launchTemplateId(one.launchTemplateId()
                                .map(LaunchTemplateId::value)
                                .orElse(null))
                        .launchTemplateName(one.launchTemplateName().orElse(null))
                        .version(one.version().orElse(null))
                        .build())
                .orElse(null);
    }
}
