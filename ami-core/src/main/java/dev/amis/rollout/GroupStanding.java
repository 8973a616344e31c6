package dev.amis.rollout;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.RefreshPreferences;
import java.util.List;
import java.util.Optional;

/**
 * How the instances of a group stand to one version of a template; those that are going do not count, nor those that stay at
 * something else by choice.
 */
enum GroupStanding {
    /** All are of the version, and well. */
    ON,
    /** All are of the version, but some still come up. */
    COMING,
    /** All are of the version, but some are not well. */
    UNWELL,
    /** Some are of something else. */
    OFF;

    static GroupStanding of(
            AutoScalingGroup group, RefreshPreferences how, LaunchTemplateId template, String name, long number) {
        List<AutoScalingInstance> staying = staying(group).stream()
                .filter(one -> !how.ignores(one) || isOf(one, template, name, number))
                .toList();
        if (!staying.stream().allMatch(one -> isOf(one, template, name, number))) {
            return OFF;
        }
        if (staying.stream().anyMatch(GroupStanding::isUnwell)) {
            return UNWELL;
        }
        return staying.stream().anyMatch(one -> one.lifecycleState().startsWith("Pending")) ? COMING : ON;
    }

    /** The instances that are not about to leave. */
    static List<AutoScalingInstance> staying(AutoScalingGroup group) {
        return group.instances().stream()
                .filter(one -> !one.lifecycleState().startsWith("Terminat")
                        && !one.lifecycleState().startsWith("Detach"))
                .toList();
    }

    static boolean isUnwell(AutoScalingInstance instance) {
        return instance.healthStatus().equals("Unhealthy");
    }

    /** Whether an instance was launched from a version of a template, which Auto Scaling tells by id and name. */
    static boolean isOf(AutoScalingInstance instance, LaunchTemplateId template, String name, long number) {
        Optional<LaunchTemplateSpecification> from = instance.launchTemplate();
        return from.isPresent()
                && from.get().effectiveVersion().equals(Long.toString(number))
                && from.get()
                        .launchTemplateId()
                        .map(template::equals)
                        .orElseGet(() -> from.get().launchTemplateName().equals(Optional.of(name)));
    }
}
