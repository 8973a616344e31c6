package dev.amis.model;

import dev.amis.internal.style.AmisStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An Auto Scaling group, as far as images are concerned with it.
 *
 * <p>It launches from a launch configuration, from a launch template, or by a mixed instances policy. Source: Auto Scaling
 * API Reference, AutoScalingGroup.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class AutoScalingGroup implements WithAutoScalingGroup {

    AutoScalingGroup() {}

    /**
     * The name of the group.
     *
     * @return the name, unique for the account in the Region
     */
    public abstract String name();

    /**
     * The ARN of the group.
     *
     * @return the ARN
     */
    public abstract Optional<String> arn();

    /**
     * The Region of the group.
     *
     * @return the Region
     */
    public abstract Region region();

    /**
     * The launch configuration that the group launches from.
     *
     * @return its name
     */
    public abstract Optional<String> launchConfigurationName();

    /**
     * The version of the launch template that the group launches from.
     *
     * @return template and version
     */
    public abstract Optional<LaunchTemplateSpecification> launchTemplate();

    /**
     * The mixed instances policy by which the group launches, without its distribution.
     *
     * @return template, version and overrides
     */
    public abstract Optional<LaunchTemplateConfig> mixedInstancesPolicy();

    /**
     * The least number of instances.
     *
     * @return the number
     */
    @Value.Default
    public int minSize() {
        return 0;
    }

    /**
     * The greatest number of instances.
     *
     * @return the number
     */
    @Value.Default
    public int maxSize() {
        return 0;
    }

    /**
     * The number of instances that the group aims at.
     *
     * @return the number
     */
    @Value.Default
    public int desiredCapacity() {
        return 0;
    }

    /**
     * The instances of the group, without those of its warm pool.
     *
     * @return the instances
     */
    public abstract List<AutoScalingInstance> instances();

    /**
     * What is going on with the group, in the words of Auto Scaling.
     *
     * @return {@code Delete in progress}, nothing otherwise
     */
    public abstract Optional<String> status();

    /**
     * When the group was made.
     *
     * @return the instant
     */
    public abstract Optional<Instant> createdTime();

    /**
     * The tags of the group, whether or not its instances get them.
     *
     * @return the tags
     */
    @Value.Default
    public Tags tags() {
        return Tags.none();
    }

    /**
     * What the group launches from.
     *
     * @return launch template, mixed instances policy or launch configuration; nothing if none of them was told
     */
    public Optional<GroupLaunchSource> launchSource() {
        return mixedInstancesPolicy()
                .<GroupLaunchSource>map(GroupLaunchSource.MixedInstances::new)
                .or(() -> launchTemplate().map(GroupLaunchSource.Template::new))
                .or(() -> launchConfigurationName().map(GroupLaunchSource.Configuration::new));
    }

    /**
     * The same group launching from something else.
     *
     * @param source what it launches from
     * @return the new value
     */
    public AutoScalingGroup withLaunchSource(GroupLaunchSource source) {
        AutoScalingGroup none = withLaunchTemplate(Optional.empty())
                .withMixedInstancesPolicy(Optional.empty())
                .withLaunchConfigurationName(Optional.empty());
        if (source instanceof GroupLaunchSource.Template template) {
            return none.withLaunchTemplate(template.launchTemplate());
        }
        if (source instanceof GroupLaunchSource.MixedInstances mixed) {
            return none.withMixedInstancesPolicy(mixed.policy());
        }
        return none.withLaunchConfigurationName(((GroupLaunchSource.Configuration) source).launchConfigurationName());
    }

    @Value.Check
    void check() {
        Checks.notBlank("name of the Auto Scaling group", name());
    }

    /**
     * The group as one line for people; no tag values.
     *
     * @return name, sizes and Region
     */
    @Override
    public String toString() {
        return name() + " (" + minSize() + " to " + maxSize() + " instances, " + desiredCapacity() + " desired, "
                + region() + ")";
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link AutoScalingGroup} values; each attribute can be set once. */
    public static final class Builder extends ImmutableAutoScalingGroup.Builder {
        Builder() {}
    }
}
