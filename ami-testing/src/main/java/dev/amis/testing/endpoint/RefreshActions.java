package dev.amis.testing.endpoint;

import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.ScaleInProtectedInstances;
import dev.amis.model.StandbyInstances;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.autoscaling.model.CancelInstanceRefreshRequest;
import software.amazon.awssdk.services.autoscaling.model.CancelInstanceRefreshResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeInstanceRefreshesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeInstanceRefreshesResponse;
import software.amazon.awssdk.services.autoscaling.model.DesiredConfiguration;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateOverrides;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.autoscaling.model.MixedInstancesPolicy;
import software.amazon.awssdk.services.autoscaling.model.RollbackInstanceRefreshRequest;
import software.amazon.awssdk.services.autoscaling.model.RollbackInstanceRefreshResponse;
import software.amazon.awssdk.services.autoscaling.model.StartInstanceRefreshRequest;
import software.amazon.awssdk.services.autoscaling.model.StartInstanceRefreshResponse;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupResponse;

/** Auto Scaling's changes of groups: what they launch from, and instance refreshes. */
final class RefreshActions {

    private static final String GROUP = "AutoScalingGroupName";

    private RefreshActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "UpdateAutoScalingGroup" ->
                Action.of(
                        UpdateAutoScalingGroupRequest::builder,
                        UpdateAutoScalingGroupRequest.class,
                        RefreshActions::update,
                        GROUP,
                        "LaunchConfigurationName",
                        "LaunchTemplate",
                        "MixedInstancesPolicy");
            case "StartInstanceRefresh" ->
                Action.of(
                        StartInstanceRefreshRequest::builder,
                        StartInstanceRefreshRequest.class,
                        RefreshActions::start,
                        GROUP,
                        "Strategy",
                        "DesiredConfiguration",
                        "Preferences");
            case "DescribeInstanceRefreshes" ->
                Action.of(
                        DescribeInstanceRefreshesRequest::builder,
                        DescribeInstanceRefreshesRequest.class,
                        RefreshActions::describe,
                        GROUP,
                        "InstanceRefreshIds",
                        "MaxRecords",
                        "NextToken");
            case "CancelInstanceRefresh" ->
                Action.of(
                        CancelInstanceRefreshRequest::builder,
                        CancelInstanceRefreshRequest.class,
                        (request, account) -> CancelInstanceRefreshResponse.builder()
                                .instanceRefreshId(AutoScalingActions.port(account)
                                        .cancelInstanceRefresh(group(request.autoScalingGroupName())))
                                .build(),
                        GROUP);
            case "RollbackInstanceRefresh" ->
                Action.of(
                        RollbackInstanceRefreshRequest::builder,
                        RollbackInstanceRefreshRequest.class,
                        (request, account) -> RollbackInstanceRefreshResponse.builder()
                                .instanceRefreshId(AutoScalingActions.port(account)
                                        .rollbackInstanceRefresh(group(request.autoScalingGroupName())))
                                .build(),
                        GROUP);
            default -> null;
        };
    }

    private static SdkPojo update(UpdateAutoScalingGroupRequest request, RegionalProvider account) {
        one(request.launchTemplate(), request.mixedInstancesPolicy(), request.launchConfigurationName());
        GroupLaunchSource source = source(request.launchTemplate(), request.mixedInstancesPolicy())
                .or(() -> Optional.ofNullable(request.launchConfigurationName())
                        .map(GroupLaunchSource.Configuration::new))
                .orElseThrow(() -> new WireError(
                        "ValidationError", "What the group launches from is all that can be changed of it here"));
        AutoScalingActions.port(account).updateLaunchSource(group(request.autoScalingGroupName()), source);
        return UpdateAutoScalingGroupResponse.builder().build();
    }

    private static SdkPojo start(StartInstanceRefreshRequest request, RegionalProvider account) {
        if (request.strategy() != null && !"Rolling".equals(request.strategyAsString())) {
            throw new WireError("ValidationError", "The strategy " + request.strategyAsString() + " is not imitated");
        }
        DesiredConfiguration desired = request.desiredConfiguration();
        if (desired != null) {
            one(desired.launchTemplate(), desired.mixedInstancesPolicy());
        }
        return StartInstanceRefreshResponse.builder()
                .instanceRefreshId(AutoScalingActions.port(account)
                        .startInstanceRefresh(new dev.amis.spi.StartInstanceRefreshRequest(
                                group(request.autoScalingGroupName()),
                                desired == null
                                        ? Optional.empty()
                                        : source(desired.launchTemplate(), desired.mixedInstancesPolicy()),
                                preferences(request.preferences()))))
                .build();
    }

    private static SdkPojo describe(DescribeInstanceRefreshesRequest request, RegionalProvider account) {
        Page<InstanceRefresh> page = AutoScalingActions.port(account)
                .describeInstanceRefreshes(dev.amis.spi.DescribeInstanceRefreshesRequest.builder()
                        .name(group(request.autoScalingGroupName()))
                        .addAllInstanceRefreshIds(request.instanceRefreshIds())
                        .maxRecords(AutoScalingActions.size(request.maxRecords()))
                        .nextToken(Optional.ofNullable(request.nextToken()))
                        .build());
        return DescribeInstanceRefreshesResponse.builder()
                .instanceRefreshes(
                        page.items().stream().map(RefreshActions::write).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    /** A group launches from one thing. */
    private static void one(@Nullable Object... sources) {
        if (Arrays.stream(sources).filter(Objects::nonNull).count() > 1) {
            throw new WireError(
                    "ValidationError",
                    "Valid requests must contain either LaunchTemplate, LaunchConfigurationName or MixedInstancesPolicy"
                            + " parameter.");
        }
    }

    private static String group(@Nullable String name) {
        return Read.required(GROUP, name);
    }

    private static Optional<GroupLaunchSource> source(
            @Nullable LaunchTemplateSpecification template, @Nullable MixedInstancesPolicy policy) {
        if (policy != null && policy.launchTemplate() != null) {
            return Optional.of(new GroupLaunchSource.MixedInstances(new LaunchTemplateConfig(
                    Optional.ofNullable(policy.launchTemplate().launchTemplateSpecification())
                            .map(RefreshActions::read),
                    policy.launchTemplate().overrides().stream()
                            .map(RefreshActions::read)
                            .toList())));
        }
        return Optional.ofNullable(template).map(one -> new GroupLaunchSource.Template(read(one)));
    }

    private static dev.amis.model.LaunchTemplateSpecification read(LaunchTemplateSpecification specification) {
        if (specification.launchTemplateId() != null && specification.launchTemplateName() != null) {
            throw new WireError(
                    "ValidationError", "Valid requests must contain either launchTemplateId or LaunchTemplateName.");
        }
        try {
            return new dev.amis.model.LaunchTemplateSpecification(
                    Read.optional(specification.launchTemplateId(), LaunchTemplateId::of),
                    Optional.ofNullable(specification.launchTemplateName()),
                    Optional.ofNullable(specification.version()));
        } catch (IllegalArgumentException malformed) {
            throw new WireError("ValidationError", "The launch template is not valid: " + malformed.getMessage());
        }
    }

    private static LaunchTemplateOverride read(LaunchTemplateOverrides override) {
        return new LaunchTemplateOverride(
                Read.optional(override.instanceType(), InstanceType::of),
                Optional.ofNullable(override.launchTemplateSpecification()).map(RefreshActions::read),
                Optional.ofNullable(override.imageId()));
    }

    private static RefreshPreferences preferences(
            software.amazon.awssdk.services.autoscaling.model.@Nullable RefreshPreferences asked) {
        if (asked == null) {
            return RefreshPreferences.none();
        }
        try {
            return RefreshPreferences.builder()
                    .minHealthyPercentage(number(asked.minHealthyPercentage()))
                    .maxHealthyPercentage(number(asked.maxHealthyPercentage()))
                    .instanceWarmup(Optional.ofNullable(asked.instanceWarmup()).map(Duration::ofSeconds))
                    .addAllCheckpointPercentages(asked.checkpointPercentages())
                    .checkpointDelay(
                            Optional.ofNullable(asked.checkpointDelay()).map(Duration::ofSeconds))
                    .skipMatching(Read.truth(asked.skipMatching()))
                    .autoRollback(Read.truth(asked.autoRollback()))
                    .addAllAlarms(
                            asked.alarmSpecification() == null
                                    ? List.of()
                                    : asked.alarmSpecification().alarms())
                    .scaleInProtectedInstances(word(
                            "preferences.scaleInProtectedInstances",
                            asked.scaleInProtectedInstancesAsString(),
                            ScaleInProtectedInstances.UNKNOWN,
                            ScaleInProtectedInstances::parse))
                    .standbyInstances(word(
                            "preferences.standbyInstances",
                            asked.standbyInstancesAsString(),
                            StandbyInstances.UNKNOWN,
                            StandbyInstances::parse))
                    .build();
        } catch (IllegalArgumentException bad) {
            throw new WireError("ValidationError", String.valueOf(bad.getMessage()));
        }
    }

    /** One of few words. The end of the sentence, which lists them in an order of its own, is UNVERIFIED. */
    private static <E extends Enum<E>> Optional<E> word(
            String field, @Nullable String text, E unknown, Function<String, E> parse) {
        Optional<E> word = Optional.ofNullable(text).map(parse);
        if (word.equals(Optional.of(unknown))) {
            List<E> words = Arrays.stream(unknown.getDeclaringClass().getEnumConstants())
                    .filter(one -> one != unknown)
                    .toList();
            throw new WireError(
                    "ValidationError",
                    "1 validation error detected: Value '" + text + "' at '" + field
                            + "' failed to satisfy constraint: Member must satisfy enum value set: " + words);
        }
        return word;
    }

    private static OptionalInt number(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static software.amazon.awssdk.services.autoscaling.model.InstanceRefresh write(InstanceRefresh refresh) {
        var written = software.amazon.awssdk.services.autoscaling.model.InstanceRefresh.builder()
                .instanceRefreshId(refresh.instanceRefreshId())
                .autoScalingGroupName(refresh.groupName())
                .status(refresh.statusText())
                .statusReason(refresh.statusReason().orElse(null))
                .startTime(refresh.startTime().orElse(null))
                .endTime(refresh.endTime().orElse(null))
                .preferences(write(refresh.preferences()));
        refresh.percentageComplete().ifPresent(written::percentageComplete);
        refresh.instancesToUpdate().ifPresent(written::instancesToUpdate);
        refresh.desiredConfiguration().ifPresent(source -> written.desiredConfiguration(write(source)));
        return written.build();
    }

    private static DesiredConfiguration write(GroupLaunchSource source) {
        var desired = DesiredConfiguration.builder();
        if (source instanceof GroupLaunchSource.Template template) {
            desired.launchTemplate(AutoScalingActions.write(Optional.of(template.launchTemplate())));
        } else if (source instanceof GroupLaunchSource.MixedInstances mixed) {
            desired.mixedInstancesPolicy(AutoScalingActions.write(mixed.policy()));
        }
        return desired.build();
    }

    private static software.amazon.awssdk.services.autoscaling.model.RefreshPreferences write(
            RefreshPreferences preferences) {
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
            written.alarmSpecification(one -> one.alarms(preferences.alarms()));
        }
        preferences.scaleInProtectedInstances().ifPresent(one -> written.scaleInProtectedInstances(one.text()));
        preferences.standbyInstances().ifPresent(one -> written.standbyInstances(one.text()));
        return written.build();
    }
}
