package dev.amis.rollout;

import dev.amis.internal.Session;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.Region;
import java.util.Optional;

/** The groups of a plan as they are now: reads them, and changes what they launch from. */
final class PlannedGroups {

    private final Session session;
    private final RolloutPlan plan;
    private final NewVersions versions;

    PlannedGroups(Session session, RolloutPlan plan) {
        this.session = session;
        this.plan = plan;
        this.versions = new NewVersions(plan, this::ports);
    }

    RegionPorts ports(Region region) {
        return new RegionPorts(session.in(region));
    }

    NewVersions versions() {
        return versions;
    }

    AutoScalingGroup now(GroupTarget group) {
        return ports(group.region()).group(group.name());
    }

    void update(GroupTarget group, GroupLaunchSource source) {
        ports(group.region()).autoScaling().updateLaunchSource(group.name(), source);
    }

    boolean isAt(GroupTarget group, AutoScalingGroup now, GroupLaunchSource source) {
        String name = versions.target(group).launchTemplateName();
        return now.launchSource()
                .filter(one -> Sources.same(one, source, group.launchTemplateId(), name))
                .isPresent();
    }

    /** The number that the word of a group stands for by now. */
    long meaning(GroupTarget group) {
        return ports(group.region())
                .version(Sources.specification(group.source()))
                .versionNumber();
    }

    /** The parameter of the plan from which the template of a group takes its image. */
    Optional<PointerTarget> pointer(GroupTarget group) {
        return plan.pointers().stream()
                .filter(one -> one.region().equals(group.region()) && one.isNamedBy(group.imageReference()))
                .findFirst();
    }

    /** Whether any instance was launched from a version. */
    static boolean hasAny(AutoScalingGroup group, long number) {
        return group.instances().stream()
                .anyMatch(one -> one.launchTemplate()
                        .filter(from -> from.effectiveVersion().equals(Long.toString(number)))
                        .isPresent());
    }

    /** Whether all instances were launched from a version, and are well. */
    static boolean isOn(AutoScalingGroup group, long number) {
        return group.instances().stream()
                .allMatch(one -> !one.healthStatus().equals("Unhealthy")
                        && one.launchTemplate()
                                .filter(from -> from.effectiveVersion().equals(Long.toString(number)))
                                .isPresent());
    }

    static String told(AutoScalingGroup now) {
        return "it launches from " + now.launchSource().map(Object::toString).orElse("nothing");
    }
}
