package dev.amis.aws.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.Region;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.LaunchConfiguration;
import software.amazon.awssdk.services.ec2.model.FleetData;
import software.amazon.awssdk.services.ec2.model.SpotFleetRequestConfig;

/**
 * Whatever the SDK answers of groups and fleets can be read, and nothing of it gets lost that core has a place for. Fields
 * that core has none for are listed here; a new version of the SDK that brings another one fails these tests.
 */
class LaunchersReadingPropertyTest {

    private static final Region REGION = Region.EU_WEST_1;

    private static final Set<String> NOT_OF_GROUPS = Set.of(
            "PredictedCapacity",
            "DefaultCooldown",
            "AvailabilityZone",
            "AvailabilityZones",
            "LoadBalancerNames",
            "TargetGroupARNs",
            "HealthCheckType",
            "HealthCheckGracePeriod",
            "SuspendedProcesses",
            "PlacementGroup",
            "VPCZoneIdentifier",
            "EnabledMetrics",
            "TerminationPolicies",
            "NewInstancesProtectedFromScaleIn",
            "ServiceLinkedRoleARN",
            "MaxInstanceLifetime",
            "CapacityRebalance",
            "WarmPoolConfiguration",
            "WarmPoolSize",
            "Context",
            "DesiredCapacityType",
            "DefaultInstanceWarmup",
            "TrafficSources",
            "InstanceMaintenancePolicy",
            "AvailabilityZoneDistribution",
            "AvailabilityZoneImpairmentPolicy",
            "CapacityReservationSpecification",
            "InstanceLifecyclePolicy",
            "WeightedCapacity",
            "InstancesDistribution",
            "InstanceRequirements",
            "ResourceId",
            "ResourceType",
            "PropagateAtLaunch");

    private static final Set<String> NOT_OF_CONFIGURATIONS = Set.of(
            "KeyName",
            "SecurityGroups",
            "ClassicLinkVPCId",
            "ClassicLinkVPCSecurityGroups",
            "UserData",
            "KernelId",
            "RamdiskId",
            "InstanceMonitoring",
            "SpotPrice",
            "IamInstanceProfile",
            "EbsOptimized",
            "AssociatePublicIpAddress",
            "PlacementTenancy",
            "MetadataOptions",
            "NoDevice");

    private static final Set<String> NOT_OF_FLEETS = Set.of(
            "ActivityStatus",
            "ClientToken",
            "ExcessCapacityTerminationPolicy",
            "FulfilledCapacity",
            "FulfilledOnDemandCapacity",
            "TargetCapacitySpecification",
            "TerminateInstancesWithExpiration",
            "ValidFrom",
            "ValidUntil",
            "ReplaceUnhealthyInstances",
            "SpotOptions",
            "OnDemandOptions",
            "Errors",
            "Instances",
            "Context",
            "MaxPrice",
            "SubnetId",
            "AvailabilityZone",
            "WeightedCapacity",
            "Priority",
            "Placement",
            "InstanceRequirements",
            "BlockDeviceMappings");

    private static final Set<String> NOT_OF_SPOT_FLEETS = Set.of(
            "ActivityStatus",
            "AllocationStrategy",
            "OnDemandAllocationStrategy",
            "SpotMaintenanceStrategies",
            "ClientToken",
            "ExcessCapacityTerminationPolicy",
            "FulfilledCapacity",
            "OnDemandFulfilledCapacity",
            "IamFleetRole",
            "SpotPrice",
            "TargetCapacity",
            "OnDemandTargetCapacity",
            "OnDemandMaxTotalPrice",
            "SpotMaxTotalPrice",
            "TerminateInstancesWithExpiration",
            "ValidFrom",
            "ValidUntil",
            "ReplaceUnhealthyInstances",
            "InstanceInterruptionBehavior",
            "LoadBalancersConfig",
            "InstancePoolsToUseCount",
            "Context",
            "TargetCapacityUnitType",
            "TagSpecifications",
            "AddressingType",
            "BlockDeviceMappings",
            "EbsOptimized",
            "IamInstanceProfile",
            "KernelId",
            "KeyName",
            "Monitoring",
            "NetworkInterfaces",
            "Placement",
            "RamdiskId",
            "SubnetId",
            "UserData",
            "WeightedCapacity",
            "InstanceRequirements",
            "SecurityGroups",
            "AvailabilityZone",
            "Priority");

    @Provide
    Arbitrary<AutoScalingGroup> groups() {
        return SdkValues.any(AutoScalingGroup::builder);
    }

    @Provide
    Arbitrary<LaunchConfiguration> configurations() {
        return SdkValues.any(LaunchConfiguration::builder);
    }

    @Provide
    Arbitrary<FleetData> fleets() {
        return SdkValues.any(FleetData::builder);
    }

    @Provide
    Arbitrary<SpotFleetRequestConfig> spotFleets() {
        return SdkValues.any(SpotFleetRequestConfig::builder);
    }

    @Property(tries = 200)
    void nothingOfAGroupGetsLost(@ForAll("groups") AutoScalingGroup group) {
        Map<String, Object> answered = SdkValues.plain(group, NOT_OF_GROUPS);

        assertThat(ToldLaunchers.group(AutoScalingMapping.read(REGION, group))).containsAllEntriesOf(answered);
    }

    @Property(tries = 200)
    void nothingOfALaunchConfigurationGetsLost(@ForAll("configurations") LaunchConfiguration configuration) {
        Map<String, Object> answered = SdkValues.plain(configuration, NOT_OF_CONFIGURATIONS);
        if (answered.get("BlockDeviceMappings") instanceof List<?> mappings) {
            // A device is a volume or a store; where Auto Scaling were to say both, the volume counts.
            mappings.forEach(mapping -> {
                if (mapping instanceof Map<?, ?> device && device.containsKey("Ebs")) {
                    device.remove("VirtualName");
                }
            });
        }

        assertThat(ToldLaunchers.configuration(AutoScalingMapping.read(REGION, configuration)))
                .containsAllEntriesOf(answered);
    }

    @Property(tries = 200)
    void nothingOfAFleetGetsLost(@ForAll("fleets") FleetData fleet) {
        Map<String, Object> answered = SdkValues.plain(fleet, NOT_OF_FLEETS);

        assertThat(ToldLaunchers.fleet(FleetMapping.read(REGION, fleet))).containsAllEntriesOf(answered);
    }

    /** What a launch specification names beside its image, its type of instance for example, has no place in core. */
    @Property(tries = 200)
    void nothingOfASpotFleetGetsLost(@ForAll("spotFleets") SpotFleetRequestConfig fleet) {
        Map<String, Object> answered = SdkValues.plain(fleet, NOT_OF_SPOT_FLEETS);
        if (answered.get("SpotFleetRequestConfig") instanceof Map<?, ?> asked
                && asked.get("LaunchSpecifications") instanceof List<?> specifications) {
            specifications.forEach(one -> {
                if (one instanceof Map<?, ?> specification) {
                    specification.remove("InstanceType");
                }
            });
        }

        assertThat(ToldLaunchers.spotFleet(FleetMapping.read(REGION, fleet))).containsAllEntriesOf(answered);
    }
}
