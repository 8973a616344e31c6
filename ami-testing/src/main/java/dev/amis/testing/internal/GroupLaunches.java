package dev.amis.testing.internal;

import dev.amis.model.AutoScalingInstance;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchConfiguration;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Instances that Auto Scaling launches and terminates for a group. */
final class GroupLaunches {

    /** What a group launches from, resolved: the first override's words go before those of the template. */
    private record Resolved(
            ImageId imageId,
            Optional<InstanceType> type,
            List<BlockDeviceMapping> volumes,
            Optional<LaunchTemplateSpecification> version,
            Optional<String> configuration) {}

    private final World world;
    private final Launching launching;
    private final Templates templates;
    private final InstanceTypes types;
    private final Turning turning;

    GroupLaunches(World world) {
        this.world = world;
        this.launching = new Launching(world, new Images(world));
        this.templates = new Templates(world);
        this.types = new InstanceTypes(world);
        this.turning = new Turning(world);
    }

    /** Launches an instance that still has to come up from a time on. */
    AutoScalingInstance launch(Call call, String group, GroupLaunchSource source, Instant at) {
        AutoScalingInstance made = running(call, group, source);
        InstanceRecord record = record(call, made.instanceId()).orElseThrow();
        record.destined(world.dials().nextBootDoom().orElse(Boot.WELL));
        turning.start(record, at);
        return made.withLifecycleState("Pending");
    }

    /** Puts an instance there that has come up already. */
    AutoScalingInstance running(Call call, String group, GroupLaunchSource source) {
        Resolved resolved = resolve(call, source);
        Launching.Order order =
                new Launching.Order(Optional.of(resolved.imageId()), resolved.type(), resolved.volumes(), Tags.none());
        ImageRecord image = launching.source(call, order);
        order.type().ifPresent(type -> types.check(call, type, image.image()));
        InstanceId id = launching.run(call, image, order);
        InstanceRecord record = record(call, id).orElseThrow();
        record.change(instance -> instance.withTags(tags(group, resolved.version())));
        return AutoScalingInstance.builder()
                .instanceId(id)
                .instanceType(record.instance().instanceType())
                .lifecycleState("InService")
                .healthStatus("Healthy")
                .launchTemplate(resolved.version())
                .launchConfigurationName(resolved.configuration())
                .imageId(resolved.imageId())
                .build();
    }

    void terminate(Call call, InstanceId id) {
        record(call, id)
                .filter(record -> !record.is(InstanceState.TERMINATED) && !record.is(InstanceState.SHUTTING_DOWN))
                .ifPresent(turning::terminate);
    }

    /** Whether an instance was launched from what a source says now. */
    boolean matches(Call call, AutoScalingInstance instance, GroupLaunchSource source) {
        Resolved resolved = resolve(call, source);
        return instance.launchTemplate().equals(resolved.version())
                && instance.launchConfigurationName().equals(resolved.configuration())
                && instance.imageId().equals(Optional.of(resolved.imageId()));
    }

    /** Refuses what cannot be launched from. */
    void check(Call call, GroupLaunchSource source) {
        try {
            resolve(call, source);
        } catch (Ec2Error refused) {
            throw new Ec2Error(
                    "ValidationError", "You must use a valid fully-formed launch template. " + refused.reason());
        }
    }

    /**
     * Whether a group that launches from this can be brought back to it: no template by {@code $Latest} or {@code $Default}, none
     * that names its image by a parameter. That overrides count too is UNVERIFIED.
     */
    boolean isFixed(Call call, GroupLaunchSource source) {
        if (source instanceof GroupLaunchSource.Template template) {
            return templates.isFixed(call, template.launchTemplate());
        }
        if (source instanceof GroupLaunchSource.MixedInstances mixed) {
            return Stream.concat(
                            mixed.policy().launchTemplate().stream(),
                            mixed.policy().overrides().stream().flatMap(override -> override.launchTemplate().stream()))
                    .allMatch(specification -> templates.isFixed(call, specification));
        }
        return true;
    }

    private Optional<InstanceRecord> record(Call call, InstanceId id) {
        return world.in(call.region()).instances().find(id.value()).filter(record -> record.isOwnedBy(call.account()));
    }

    private Resolved resolve(Call call, GroupLaunchSource source) {
        if (source instanceof GroupLaunchSource.Template template) {
            return resolve(call, template.launchTemplate(), Optional.empty());
        }
        if (source instanceof GroupLaunchSource.MixedInstances mixed) {
            LaunchTemplateConfig policy = mixed.policy();
            Optional<LaunchTemplateOverride> first = policy.overrides().stream().findFirst();
            LaunchTemplateSpecification specification = first.flatMap(LaunchTemplateOverride::launchTemplate)
                    .or(policy::launchTemplate)
                    .orElseThrow(() -> new Ec2Error("ValidationError", "The policy names no launch template"));
            return resolve(call, specification, first);
        }
        String name = ((GroupLaunchSource.Configuration) source).launchConfigurationName();
        LaunchConfiguration configuration =
                world.holding(call).launchConfigurations().get(name);
        if (configuration == null) {
            throw new Ec2Error("ValidationError", "Launch configuration name not found - " + name);
        }
        return new Resolved(
                configuration.imageId(),
                configuration.instanceType(),
                configuration.blockDeviceMappings(),
                Optional.empty(),
                Optional.of(name));
    }

    private Resolved resolve(
            Call call, LaunchTemplateSpecification specification, Optional<LaunchTemplateOverride> override) {
        LaunchTemplateVersion version = templates.launched(call, specification);
        String reference = override.flatMap(LaunchTemplateOverride::imageReference)
                .or(version::imageReference)
                .orElseThrow(() -> new Ec2Error("ValidationError", "The template names no image"));
        return new Resolved(
                imageId(reference),
                override.flatMap(LaunchTemplateOverride::instanceType)
                        .or(() -> version.launchTemplateData().instanceType()),
                version.blockDeviceMappings(),
                Optional.of(new LaunchTemplateSpecification(
                        Optional.of(version.launchTemplateId()),
                        Optional.of(version.launchTemplateName()),
                        Optional.of(Long.toString(version.versionNumber())))),
                Optional.empty());
    }

    private static ImageId imageId(String reference) {
        try {
            return ImageId.of(reference);
        } catch (IllegalArgumentException malformed) {
            throw new Ec2Error("ValidationError", "The image '" + reference + "' is no image id");
        }
    }

    private static Tags tags(String group, Optional<LaunchTemplateSpecification> version) {
        Map<String, String> tags = new TreeMap<>();
        tags.put("aws:autoscaling:groupName", group);
        version.ifPresent(one -> {
            one.launchTemplateId().ifPresent(id -> tags.put("aws:ec2launchtemplate:id", id.value()));
            tags.put("aws:ec2launchtemplate:version", one.effectiveVersion());
        });
        return Tags.read(tags);
    }
}
