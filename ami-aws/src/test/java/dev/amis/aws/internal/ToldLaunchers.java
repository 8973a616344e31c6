package dev.amis.aws.internal;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.Fleet;
import dev.amis.model.LaunchConfiguration;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What groups, launch configurations and fleets say, in the words of the SDK. */
final class ToldLaunchers {

    private ToldLaunchers() {}

    static Map<String, Object> group(AutoScalingGroup group) {
        return new Told()
                .say("AutoScalingGroupName", group.name())
                .say("AutoScalingGroupARN", group.arn())
                .say("LaunchConfigurationName", group.launchConfigurationName())
                .say("LaunchTemplate", specification(group.launchTemplate()))
                .say("MixedInstancesPolicy", policy(group.mixedInstancesPolicy()))
                .say("MinSize", group.minSize())
                .say("MaxSize", group.maxSize())
                .say("DesiredCapacity", group.desiredCapacity())
                .say(
                        "Instances",
                        group.instances().stream().map(ToldLaunchers::instance).toList())
                .say("Status", group.status())
                .say("CreatedTime", group.createdTime())
                .say("Tags", Told.tags(group.tags()))
                .said();
    }

    static Map<String, Object> configuration(LaunchConfiguration configuration) {
        return new Told()
                .say("LaunchConfigurationName", configuration.name())
                .say("LaunchConfigurationARN", configuration.arn())
                .say("ImageId", configuration.imageId())
                .say("InstanceType", configuration.instanceType())
                .say("BlockDeviceMappings", Told.mappings(configuration.blockDeviceMappings()))
                .say("CreatedTime", configuration.createdTime())
                .said();
    }

    static Map<String, Object> fleet(Fleet fleet) {
        return new Told()
                .say("FleetId", fleet.fleetId())
                .say("FleetState", fleet.stateText())
                .say("Type", fleet.type())
                .say("LaunchTemplateConfigs", configs(fleet.launchTemplateConfigs()))
                .say("CreateTime", fleet.createTime())
                .say("Tags", Told.tags(fleet.tags()))
                .said();
    }

    static Map<String, Object> spotFleet(Fleet fleet) {
        Told asked = new Told()
                .say("Type", fleet.type())
                .say(
                        "LaunchSpecifications",
                        fleet.launchSpecificationImages().stream()
                                .map(image -> new Told().say("ImageId", image).said())
                                .toList())
                .say("LaunchTemplateConfigs", configs(fleet.launchTemplateConfigs()));
        return new Told()
                .say("SpotFleetRequestId", fleet.fleetId())
                .say("SpotFleetRequestState", fleet.stateText())
                .say("SpotFleetRequestConfig", asked.said())
                .say("CreateTime", fleet.createTime())
                .say("Tags", Told.tags(fleet.tags()))
                .said();
    }

    private static Map<String, Object> policy(Optional<LaunchTemplateConfig> policy) {
        return new Told()
                .say("LaunchTemplate", policy.map(ToldLaunchers::config).orElse(Map.of()))
                .said();
    }

    private static List<Map<String, Object>> configs(List<LaunchTemplateConfig> configs) {
        return configs.stream()
                .map(ToldLaunchers::config)
                .filter(config -> !config.isEmpty())
                .toList();
    }

    private static Map<String, Object> config(LaunchTemplateConfig config) {
        return new Told()
                .say("LaunchTemplateSpecification", specification(config.launchTemplate()))
                .say(
                        "Overrides",
                        config.overrides().stream().map(ToldLaunchers::override).toList())
                .said();
    }

    private static Map<String, Object> override(LaunchTemplateOverride override) {
        return new Told()
                .say("InstanceType", override.instanceType())
                .say("LaunchTemplateSpecification", specification(override.launchTemplate()))
                .say("ImageId", override.imageReference())
                .said();
    }

    private static Map<String, Object> specification(Optional<LaunchTemplateSpecification> specification) {
        return specification
                .map(one -> new Told()
                        .say("LaunchTemplateId", one.launchTemplateId())
                        .say("LaunchTemplateName", one.launchTemplateName())
                        .say("Version", one.version())
                        .said())
                .orElse(Map.of());
    }

    private static Map<String, Object> instance(AutoScalingInstance instance) {
        return new Told()
                .say("InstanceId", instance.instanceId())
                .say("InstanceType", instance.instanceType())
                .say("LifecycleState", instance.lifecycleState())
                .say("HealthStatus", instance.healthStatus())
                .say("LaunchTemplate", specification(instance.launchTemplate()))
                .say("LaunchConfigurationName", instance.launchConfigurationName())
                .say("ImageId", instance.imageId())
                .say("ProtectedFromScaleIn", instance.protectedFromScaleIn() ? "true" : "")
                .said();
    }
}
