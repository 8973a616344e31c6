package dev.amis.aws.internal;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchConfiguration;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.model.VolumeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.Ebs;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateOverrides;
import software.amazon.awssdk.services.autoscaling.model.MixedInstancesPolicy;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** Groups and launch configurations as Auto Scaling answers them. */
final class AutoScalingMapping {

    private AutoScalingMapping() {}

    static AutoScalingGroup read(
            Region region, software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup group) {
        return AutoScalingGroup.builder()
                .name(group.autoScalingGroupName())
                .arn(Texts.text(group.autoScalingGroupARN()))
                .region(region)
                .launchConfigurationName(Texts.text(group.launchConfigurationName()))
                .launchTemplate(specification(group.launchTemplate()))
                .mixedInstancesPolicy(policy(group.mixedInstancesPolicy()))
                .minSize(Optional.ofNullable(group.minSize()).orElse(0))
                .maxSize(Optional.ofNullable(group.maxSize()).orElse(0))
                .desiredCapacity(Optional.ofNullable(group.desiredCapacity()).orElse(0))
                .addAllInstances(group.instances().stream()
                        .map(AutoScalingMapping::instance)
                        .toList())
                .status(Texts.text(group.status()))
                .createdTime(Optional.ofNullable(group.createdTime()))
                .tags(tags(group.tags()))
                .build();
    }

    static LaunchConfiguration read(
            Region region, software.amazon.awssdk.services.autoscaling.model.LaunchConfiguration configuration) {
        return LaunchConfiguration.builder()
                .name(configuration.launchConfigurationName())
                .arn(Texts.text(configuration.launchConfigurationARN()))
                .region(region)
                .imageId(ImageId.of(configuration.imageId()))
                .instanceType(Texts.of(configuration.instanceType(), InstanceType::of))
                .addAllBlockDeviceMappings(configuration.blockDeviceMappings().stream()
                        .map(AutoScalingMapping::device)
                        .toList())
                .createdTime(Optional.ofNullable(configuration.createdTime()))
                .build();
    }

    static Optional<LaunchTemplateConfig> policy(@Nullable MixedInstancesPolicy policy) {
        return Optional.ofNullable(policy)
                .flatMap(mixed -> Optional.ofNullable(mixed.launchTemplate()))
                .map(template -> new LaunchTemplateConfig(
                        specification(template.launchTemplateSpecification()),
                        template.overrides().stream()
                                .map(AutoScalingMapping::override)
                                .toList()));
    }

    static LaunchTemplateOverride override(LaunchTemplateOverrides override) {
        return new LaunchTemplateOverride(
                Texts.of(override.instanceType(), InstanceType::of),
                specification(override.launchTemplateSpecification()),
                Texts.text(override.imageId()));
    }

    static Optional<LaunchTemplateSpecification> specification(
            software.amazon.awssdk.services.autoscaling.model.@Nullable LaunchTemplateSpecification specification) {
        return Optional.ofNullable(specification)
                .map(one -> new LaunchTemplateSpecification(
                        Texts.of(one.launchTemplateId(), LaunchTemplateId::of),
                        Texts.text(one.launchTemplateName()),
                        Texts.text(one.version())));
    }

    private static AutoScalingInstance instance(Instance instance) {
        return AutoScalingInstance.builder()
                .instanceId(InstanceId.of(instance.instanceId()))
                .instanceType(Texts.of(instance.instanceType(), InstanceType::of))
                .lifecycleState(Texts.text(instance.lifecycleStateAsString()).orElse(""))
                .healthStatus(Texts.text(instance.healthStatus()).orElse(""))
                .launchTemplate(specification(instance.launchTemplate()))
                .launchConfigurationName(Texts.text(instance.launchConfigurationName()))
                .imageId(Texts.of(instance.imageId(), ImageId::of))
                .protectedFromScaleIn(Boolean.TRUE.equals(instance.protectedFromScaleIn()))
                .build();
    }

    private static Tags tags(List<TagDescription> tags) {
        Map<String, String> pairs = new LinkedHashMap<>();
        tags.forEach(
                tag -> pairs.put(tag.key(), Optional.ofNullable(tag.value()).orElse("")));
        return Tags.read(pairs);
    }

    private static BlockDeviceMapping device(
            software.amazon.awssdk.services.autoscaling.model.BlockDeviceMapping mapping) {
        if (mapping.ebs() != null) {
            return BlockDeviceMapping.ebs(mapping.deviceName(), volume(mapping.ebs()));
        }
        return Texts.text(mapping.virtualName())
                .map(name -> BlockDeviceMapping.instanceStore(mapping.deviceName(), name))
                .orElseGet(() -> BlockDeviceMapping.noDevice(mapping.deviceName()));
    }

    private static EbsBlockDevice volume(Ebs ebs) {
        EbsBlockDevice.Builder volume = EbsBlockDevice.builder();
        volume.snapshotId(Texts.of(ebs.snapshotId(), SnapshotId::of));
        volume.volumeType(Texts.of(ebs.volumeType(), VolumeType::of));
        volume.encrypted(Optional.ofNullable(ebs.encrypted()));
        volume.deleteOnTermination(Optional.ofNullable(ebs.deleteOnTermination()));
        if (ebs.volumeSize() != null) {
            volume.volumeSize(ebs.volumeSize());
        }
        if (ebs.iops() != null) {
            volume.iops(ebs.iops());
        }
        if (ebs.throughput() != null) {
            volume.throughput(ebs.throughput());
        }
        return volume.build();
    }
}
