package dev.amis.testing.endpoint;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchConfiguration;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.Filter;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeLaunchConfigurationsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeLaunchConfigurationsResponse;
import software.amazon.awssdk.services.autoscaling.model.Ebs;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateOverrides;
import software.amazon.awssdk.services.autoscaling.model.MixedInstancesPolicy;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** Auto Scaling's actions, of which only what concerns images is told. */
final class AutoScalingActions {

    private AutoScalingActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "DescribeAutoScalingGroups" ->
                Action.of(
                        DescribeAutoScalingGroupsRequest::builder,
                        DescribeAutoScalingGroupsRequest.class,
                        AutoScalingActions::groups,
                        "AutoScalingGroupNames",
                        "Filters",
                        "IncludeInstances",
                        "MaxRecords",
                        "NextToken");
            case "DescribeLaunchConfigurations" ->
                Action.of(
                        DescribeLaunchConfigurationsRequest::builder,
                        DescribeLaunchConfigurationsRequest.class,
                        AutoScalingActions::launchConfigurations,
                        "LaunchConfigurationNames",
                        "MaxRecords",
                        "NextToken");
            default -> RefreshActions.find(name);
        };
    }

    private static SdkPojo groups(DescribeAutoScalingGroupsRequest request, RegionalProvider account) {
        Page<AutoScalingGroup> page = port(account)
                .describeAutoScalingGroups(dev.amis.spi.DescribeAutoScalingGroupsRequest.builder()
                        .addAllNames(request.autoScalingGroupNames())
                        .addAllFilters(request.filters().stream()
                                .map(filter ->
                                        new Filter(Read.required("Filters.Name", filter.name()), filter.values()))
                                .toList())
                        .maxRecords(size(request.maxRecords()))
                        .nextToken(Optional.ofNullable(request.nextToken()))
                        .build());
        boolean withInstances = !Boolean.FALSE.equals(request.includeInstances());
        return DescribeAutoScalingGroupsResponse.builder()
                .autoScalingGroups(page.items().stream()
                        .map(group -> write(withInstances ? group : group.withInstances(List.of())))
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static SdkPojo launchConfigurations(DescribeLaunchConfigurationsRequest request, RegionalProvider account) {
        Page<LaunchConfiguration> page = port(account)
                .describeLaunchConfigurations(new dev.amis.spi.DescribeLaunchConfigurationsRequest(
                        request.launchConfigurationNames(),
                        size(request.maxRecords()),
                        Optional.ofNullable(request.nextToken())));
        return DescribeLaunchConfigurationsResponse.builder()
                .launchConfigurations(
                        page.items().stream().map(AutoScalingActions::write).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    static AutoScalingPort port(RegionalProvider account) {
        return Read.required("port", account.autoScaling().orElse(null));
    }

    static OptionalInt size(@Nullable Integer maxRecords) {
        return maxRecords == null ? OptionalInt.empty() : OptionalInt.of(maxRecords);
    }

    private static software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup write(AutoScalingGroup group) {
        return software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup.builder()
                .autoScalingGroupName(group.name())
                .autoScalingGroupARN(group.arn().orElse(null))
                .launchConfigurationName(group.launchConfigurationName().orElse(null))
                .launchTemplate(write(group.launchTemplate()))
                .mixedInstancesPolicy(group.mixedInstancesPolicy()
                        .map(AutoScalingActions::write)
                        .orElse(null))
                .minSize(group.minSize())
                .maxSize(group.maxSize())
                .desiredCapacity(group.desiredCapacity())
                .instances(group.instances().stream()
                        .map(AutoScalingActions::write)
                        .toList())
                .status(group.status().orElse(null))
                .createdTime(group.createdTime().orElse(null))
                .tags(group.tags().asMap().entrySet().stream()
                        .map(tag -> TagDescription.builder()
                                .resourceId(group.name())
                                .resourceType("auto-scaling-group")
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
    }

    static MixedInstancesPolicy write(LaunchTemplateConfig policy) {
        return MixedInstancesPolicy.builder()
                .launchTemplate(template -> template.launchTemplateSpecification(write(policy.launchTemplate()))
                        .overrides(policy.overrides().stream()
                                .map(AutoScalingActions::write)
                                .toList()))
                .build();
    }

    private static LaunchTemplateOverrides write(LaunchTemplateOverride override) {
        return LaunchTemplateOverrides.builder()
                .instanceType(override.instanceType().map(InstanceType::value).orElse(null))
                .launchTemplateSpecification(write(override.launchTemplate()))
                .imageId(override.imageReference().orElse(null))
                .build();
    }

    static software.amazon.awssdk.services.autoscaling.model.@Nullable LaunchTemplateSpecification write(
            Optional<LaunchTemplateSpecification> specification) {
        return specification
                .map(one -> software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification.builder()
                        .launchTemplateId(one.launchTemplateId()
                                .map(LaunchTemplateId::value)
                                .orElse(null))
                        .launchTemplateName(one.launchTemplateName().orElse(null))
                        .version(one.version().orElse(null))
                        .build())
                .orElse(null);
    }

    private static Instance write(AutoScalingInstance instance) {
        return Instance.builder()
                .instanceId(instance.instanceId().value())
                .instanceType(instance.instanceType().map(InstanceType::value).orElse(null))
                .lifecycleState(instance.lifecycleState())
                .healthStatus(instance.healthStatus())
                .launchTemplate(write(instance.launchTemplate()))
                .launchConfigurationName(instance.launchConfigurationName().orElse(null))
                .imageId(instance.imageId().map(ImageId::value).orElse(null))
                .protectedFromScaleIn(instance.protectedFromScaleIn())
                .build();
    }

    private static software.amazon.awssdk.services.autoscaling.model.LaunchConfiguration write(
            LaunchConfiguration configuration) {
        return software.amazon.awssdk.services.autoscaling.model.LaunchConfiguration.builder()
                .launchConfigurationName(configuration.name())
                .launchConfigurationARN(configuration.arn().orElse(null))
                .imageId(configuration.imageId().value())
                .instanceType(
                        configuration.instanceType().map(InstanceType::value).orElse(null))
                .blockDeviceMappings(configuration.blockDeviceMappings().stream()
                        .map(AutoScalingActions::write)
                        .toList())
                .createdTime(configuration.createdTime().orElse(null))
                .build();
    }

    private static software.amazon.awssdk.services.autoscaling.model.BlockDeviceMapping write(
            BlockDeviceMapping mapping) {
        var written = software.amazon.awssdk.services.autoscaling.model.BlockDeviceMapping.builder()
                .deviceName(mapping.deviceName());
        if (mapping.device() instanceof BlockDeviceMapping.Ebs ebs) {
            written.ebs(volume(ebs.volume()));
        } else if (mapping.device() instanceof BlockDeviceMapping.InstanceStore store) {
            written.virtualName(store.virtualName());
        } else {
            written.noDevice(true);
        }
        return written.build();
    }

    private static Ebs volume(EbsBlockDevice volume) {
        var ebs = Ebs.builder();
        volume.snapshotId().ifPresent(id -> ebs.snapshotId(id.value()));
        volume.volumeType().ifPresent(type -> ebs.volumeType(type.value()));
        volume.encrypted().ifPresent(ebs::encrypted);
        volume.deleteOnTermination().ifPresent(ebs::deleteOnTermination);
        volume.volumeSize().ifPresent(ebs::volumeSize);
        volume.iops().ifPresent(ebs::iops);
        volume.throughput().ifPresent(ebs::throughput);
        return ebs.build();
    }
}
