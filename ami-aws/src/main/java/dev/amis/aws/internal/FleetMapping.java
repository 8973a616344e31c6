package dev.amis.aws.internal;

import dev.amis.model.Fleet;
import dev.amis.model.FleetId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.Region;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.FleetData;
import software.amazon.awssdk.services.ec2.model.FleetLaunchTemplateSpecification;
import software.amazon.awssdk.services.ec2.model.SpotFleetRequestConfig;
import software.amazon.awssdk.services.ec2.model.SpotFleetRequestConfigData;

/** Spot Fleet requests and EC2 Fleets as EC2 answers them. */
final class FleetMapping {

    private FleetMapping() {}

    static Fleet read(Region region, FleetData fleet) {
        return Fleet.builder()
                .fleetId(FleetId.of(fleet.fleetId()))
                .region(region)
                .stateText(Texts.text(fleet.fleetStateAsString()).orElse(""))
                .type(Texts.text(fleet.typeAsString()))
                .addAllLaunchTemplateConfigs(fleet.launchTemplateConfigs().stream()
                        .map(config -> new LaunchTemplateConfig(
                                specification(config.launchTemplateSpecification()),
                                config.overrides().stream()
                                        .map(one -> override(one.instanceTypeAsString(), one.imageId()))
                                        .toList()))
                        .toList())
                .createTime(Optional.ofNullable(fleet.createTime()))
                .tags(TagMapping.read(fleet.tags()))
                .build();
    }

    static Fleet read(Region region, SpotFleetRequestConfig fleet) {
        Optional<SpotFleetRequestConfigData> asked = Optional.ofNullable(fleet.spotFleetRequestConfig());
        return Fleet.builder()
                .fleetId(FleetId.of(fleet.spotFleetRequestId()))
                .region(region)
                .stateText(Texts.text(fleet.spotFleetRequestStateAsString()).orElse(""))
                .type(asked.flatMap(data -> Texts.text(data.typeAsString())))
                .addAllLaunchSpecificationImages(asked.stream()
                        .flatMap(data -> data.launchSpecifications().stream())
                        .flatMap(launch -> Texts.text(launch.imageId()).stream())
                        .toList())
                .addAllLaunchTemplateConfigs(asked.map(FleetMapping::configs).orElse(List.of()))
                .createTime(Optional.ofNullable(fleet.createTime()))
                .tags(TagMapping.read(fleet.tags()))
                .build();
    }

    private static List<LaunchTemplateConfig> configs(SpotFleetRequestConfigData data) {
        return data.launchTemplateConfigs().stream()
                .map(config -> new LaunchTemplateConfig(
                        specification(config.launchTemplateSpecification()),
                        config.overrides().stream()
                                .map(one -> override(one.instanceTypeAsString(), null))
                                .toList()))
                .toList();
    }

    private static LaunchTemplateOverride override(@Nullable String type, @Nullable String image) {
        return new LaunchTemplateOverride(Texts.of(type, InstanceType::of), Optional.empty(), Texts.text(image));
    }

    private static Optional<LaunchTemplateSpecification> specification(
            @Nullable FleetLaunchTemplateSpecification specification) {
        return Optional.ofNullable(specification)
                .map(one -> new LaunchTemplateSpecification(
                        Texts.of(one.launchTemplateId(), LaunchTemplateId::of),
                        Texts.text(one.launchTemplateName()),
                        Texts.text(one.version())));
    }
}
