package dev.amis.aws.internal;

import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.ScaleInProtectedInstances;
import dev.amis.model.StandbyInstances;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.AlarmSpecification;
import software.amazon.awssdk.services.autoscaling.model.DesiredConfiguration;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplate;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateOverrides;
import software.amazon.awssdk.services.autoscaling.model.MixedInstancesPolicy;

/** Instance refreshes, and what groups launch from, as Auto Scaling takes and answers them. */
final class RefreshMapping {

    private RefreshMapping() {}

    static InstanceRefresh read(software.amazon.awssdk.services.autoscaling.model.InstanceRefresh refresh) {
        InstanceRefresh.Builder builder = InstanceRefresh.builder();
        builder.instanceRefreshId(refresh.instanceRefreshId())
                .groupName(refresh.autoScalingGroupName())
                .statusText(Texts.text(refresh.statusAsString()).orElse(""))
                .statusReason(Texts.text(refresh.statusReason()))
                .startTime(Optional.ofNullable(refresh.startTime()))
                .endTime(Optional.ofNullable(refresh.endTime()))
                .desiredConfiguration(desired(refresh.desiredConfiguration()))
                .preferences(preferences(refresh.preferences()));
        if (refresh.percentageComplete() != null) {
            builder.percentageComplete(refresh.percentageComplete());
        }
        if (refresh.instancesToUpdate() != null) {
            builder.instancesToUpdate(refresh.instancesToUpdate());
        }
        return builder.build();
    }

    private static Optional<GroupLaunchSource> desired(@Nullable DesiredConfiguration desired) {
        if (desired == null) {
            return Optional.empty();
        }
        return AutoScalingMapping.policy(desired.mixedInstancesPolicy())
                .<GroupLaunchSource>map(GroupLaunchSource.MixedInstances::new)
                .or(() -> AutoScalingMapping.specification(desired.launchTemplate())
                        .map(GroupLaunchSource.Template::new));
    }

    static RefreshPreferences preferences(
            software.amazon.awssdk.services.autoscaling.model.@Nullable RefreshPreferences preferences) {
        if (preferences == null) {
            return RefreshPreferences.none();
        }
        RefreshPreferences.Builder builder = RefreshPreferences.builder();
        if (preferences.minHealthyPercentage() != null) {
            builder.minHealthyPercentage(preferences.minHealthyPercentage());
        }
        if (preferences.maxHealthyPercentage() != null) {
            builder.maxHealthyPercentage(preferences.maxHealthyPercentage());
        }
        return builder.instanceWarmup(
                        Optional.ofNullable(preferences.instanceWarmup()).map(Duration::ofSeconds))
                .addAllCheckpointPercentages(preferences.checkpointPercentages())
                .checkpointDelay(
                        preferences.checkpointPercentages().isEmpty()
                                ? Optional.empty()
                                : Optional.ofNullable(preferences.checkpointDelay())
                                        .map(Duration::ofSeconds))
                .skipMatching(Boolean.TRUE.equals(preferences.skipMatching()))
                .autoRollback(Boolean.TRUE.equals(preferences.autoRollback()))
                .addAllAlarms(
                        preferences.alarmSpecification() == null
                                ? List.of()
                                : preferences.alarmSpecification().alarms())
                .scaleInProtectedInstances(
                        Texts.of(preferences.scaleInProtectedInstancesAsString(), ScaleInProtectedInstances::parse))
                .standbyInstances(Texts.of(preferences.standbyInstancesAsString(), StandbyInstances::parse))
                .build();
    }

    static software.amazon.awssdk.services.autoscaling.model.RefreshPreferences write(RefreshPreferences preferences) {
        var written = software.amazon.awssdk.services.autoscaling.model.RefreshPreferences.builder()
                .skipMatching(preferences.skipMatching())
                .autoRollback(preferences.autoRollback());
        preferences.minHealthyPercentage().ifPresent(written::minHealthyPercentage);
        preferences.maxHealthyPercentage().ifPresent(written::maxHealthyPercentage);
        preferences.instanceWarmup().ifPresent(time -> written.instanceWarmup(Math.toIntExact(time.toSeconds())));
        preferences.checkpointDelay().ifPresent(time -> written.checkpointDelay(Math.toIntExact(time.toSeconds())));
        if (!preferences.checkpointPercentages().isEmpty()) {
            written.checkpointPercentages(preferences.checkpointPercentages());
        }
        if (!preferences.alarms().isEmpty()) {
            written.alarmSpecification(
                    AlarmSpecification.builder().alarms(preferences.alarms()).build());
        }
        preferences.scaleInProtectedInstances().ifPresent(one -> written.scaleInProtectedInstances(one.text()));
        preferences.standbyInstances().ifPresent(one -> written.standbyInstances(one.text()));
        return written.build();
    }

    static software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification write(
            LaunchTemplateSpecification specification) {
        return software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification.builder()
                .launchTemplateId(specification
                        .launchTemplateId()
                        .map(LaunchTemplateId::value)
                        .orElse(null))
                // The service takes one of the two.
                .launchTemplateName(
                        specification.launchTemplateId().isPresent()
                                ? null
                                : specification.launchTemplateName().orElse(null))
                .version(specification.version().orElse(null))
                .build();
    }

    /** The policy as it is, with what is to be different: what this library has no words for is not lost. */
    static MixedInstancesPolicy write(LaunchTemplateConfig policy, @Nullable MixedInstancesPolicy present) {
        var template = present == null || present.launchTemplate() == null
                ? LaunchTemplate.builder()
                : present.launchTemplate().toBuilder();
        policy.launchTemplate().ifPresent(one -> template.launchTemplateSpecification(write(one)));
        if (template.build().hasOverrides() || !policy.overrides().isEmpty()) {
            template.overrides(overrides(policy.overrides(), template.build().overrides()));
        }
        var whole = present == null ? MixedInstancesPolicy.builder() : present.toBuilder();
        return whole.launchTemplate(template.build()).build();
    }

    /** Each on top of the one that the group has for it, which has a weight or requirements besides. */
    private static List<LaunchTemplateOverrides> overrides(
            List<LaunchTemplateOverride> wanted, List<LaunchTemplateOverrides> present) {
        List<LaunchTemplateOverrides> left = new ArrayList<>(present);
        List<LaunchTemplateOverrides> written = new ArrayList<>();
        for (LaunchTemplateOverride one : wanted) {
            boolean inPlace = wanted.size() - written.size() == left.size() && isFor(one, left.get(0));
            Optional<LaunchTemplateOverrides> before = inPlace ? Optional.of(left.get(0)) : counterpart(one, left);
            before.ifPresent(left::remove);
            written.add(write(one, before));
        }
        return written;
    }

    private static Optional<LaunchTemplateOverrides> counterpart(
            LaunchTemplateOverride one, List<LaunchTemplateOverrides> left) {
        return left.stream()
                .filter(other -> AutoScalingMapping.override(other).equals(one))
                .findFirst()
                .or(() -> left.stream().filter(other -> isFor(one, other)).findFirst());
    }

    private static boolean isFor(LaunchTemplateOverride one, LaunchTemplateOverrides present) {
        return AutoScalingMapping.override(present).instanceType().equals(one.instanceType());
    }

    private static LaunchTemplateOverrides write(
            LaunchTemplateOverride override, Optional<LaunchTemplateOverrides> before) {
        return before.map(LaunchTemplateOverrides::toBuilder)
                .orElseGet(LaunchTemplateOverrides::builder)
                .instanceType(override.instanceType().map(InstanceType::value).orElse(null))
                .launchTemplateSpecification(
                        override.launchTemplate().map(RefreshMapping::write).orElse(null))
                .imageId(override.imageReference().orElse(null))
                .build();
    }
}
