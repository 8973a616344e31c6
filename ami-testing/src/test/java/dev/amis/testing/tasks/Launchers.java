package dev.amis.testing.tasks;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.Fleet;
import dev.amis.model.FleetId;
import dev.amis.model.FleetState;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.testing.InMemoryRegion;
import java.util.List;
import java.util.Optional;

/** Groups and fleets that launch from an image of a generated account; its number is in their names. */
final class Launchers {

    private static final InstanceType LARGE = InstanceType.of("m7g.large");

    private final InMemoryRegion region;
    private final int number;

    Launchers(InMemoryRegion region, int number) {
        this.region = region;
        this.number = number;
    }

    void group(LaunchTemplateSpecification version) {
        region.autoScalingGroup(group("group").withLaunchTemplate(version));
    }

    /** A group that launches nothing any more, with an instance of the time before. */
    void groupOfInstance(LaunchTemplateSpecification version) {
        region.autoScalingGroup(group("instances")
                .withInstances(AutoScalingInstance.builder()
                        .instanceId(InstanceId.of(String.format("i-%017x", 0x5000 + number)))
                        .lifecycleState("InService")
                        .healthStatus("Healthy")
                        .launchTemplate(version)
                        .build()));
    }

    void groupOverriding(ImageId image) {
        region.autoScalingGroup(group("overriding")
                .withMixedInstancesPolicy(new LaunchTemplateConfig(
                        Optional.empty(),
                        List.of(LaunchTemplateOverride.of(LARGE).launching(image.value())))));
    }

    void spotFleet(ImageId image, FleetState state) {
        region.fleet(fleet("sfr-" + state)
                .withLaunchSpecificationImages(image.value())
                .withStateText(state.text()));
    }

    void fleet(LaunchTemplateSpecification version) {
        region.fleet(fleet("fleet").withLaunchTemplateConfigs(LaunchTemplateConfig.of(version)));
    }

    private AutoScalingGroup group(String stem) {
        return AutoScalingGroup.builder()
                .name(stem + "-" + number)
                .region(region.region())
                .build();
    }

    private Fleet fleet(String stem) {
        return Fleet.builder()
                .fleetId(FleetId.of(stem + "-" + number))
                .region(region.region())
                .state(FleetState.ACTIVE)
                .type("maintain")
                .build();
    }
}
