package dev.amis.rollout;

import dev.amis.internal.Session;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The groups of a plan as they are now: reads them, and changes what they launch from. */
final class PlannedGroups {

    private final Session session;
    private final RolloutPlan plan;
    private final NewVersions versions;

    PlannedGroups(Session session, RolloutPlan plan) {
        this.session = session;
        this.plan = plan;
        this.versions = new NewVersions(plan, () -> session.random().nextLong(), this::ports);
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

    /** Several groups as they are now, by as few calls as can be. */
    Map<GroupTarget, AutoScalingGroup> now(Collection<GroupTarget> several) {
        Map<Region, Map<String, AutoScalingGroup>> read = new LinkedHashMap<>();
        several.stream()
                .collect(Collectors.groupingBy(
                        GroupTarget::region,
                        LinkedHashMap::new,
                        Collectors.mapping(GroupTarget::name, Collectors.toList())))
                .forEach((region, names) -> read.put(region, ports(region).groups(names)));
        Map<GroupTarget, AutoScalingGroup> now = new LinkedHashMap<>();
        for (GroupTarget group : several) {
            AutoScalingGroup found =
                    Objects.requireNonNull(read.get(group.region())).get(group.name());
            if (found == null) {
                throw ports(group.region()).noGroup(group.name());
            }
            now.put(group, found);
        }
        return now;
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

    /** The group as it is now, nothing if somebody has deleted it. */
    Optional<AutoScalingGroup> find(GroupTarget group) {
        return ports(group.region()).findGroup(group.name());
    }

    GroupStanding standing(GroupTarget group, AutoScalingGroup now, long number) {
        return GroupStanding.of(
                now,
                plan.preferences(),
                group.launchTemplateId(),
                versions.target(group).launchTemplateName(),
                number);
    }

    /** How many instances are passed over by choice, and stay at something else than a version. */
    int ignored(GroupTarget group, AutoScalingGroup now, long number) {
        return (int) GroupStanding.staying(now).stream()
                .filter(one -> plan.preferences().ignores(one) && !isOf(one, group, number))
                .count();
    }

    /** Whether any instance that is to be replaced was launched from a version. */
    boolean replacesAny(GroupTarget group, AutoScalingGroup now, long number) {
        return GroupStanding.staying(now).stream()
                .anyMatch(one -> !plan.preferences().ignores(one) && isOf(one, group, number));
    }

    private boolean isOf(AutoScalingInstance instance, GroupTarget group, long number) {
        String name = versions.target(group).launchTemplateName();
        return GroupStanding.isOf(instance, group.launchTemplateId(), name, number);
    }

    /** Whether any instance that stays was launched from a version. */
    boolean hasAny(GroupTarget group, AutoScalingGroup now, long number) {
        return GroupStanding.staying(now).stream().anyMatch(one -> isOf(one, group, number));
    }

    /** Whether any instance that stays runs an image. */
    boolean runs(GroupTarget group, AutoScalingGroup now, ImageId image) {
        List<InstanceId> untold = new ArrayList<>();
        for (AutoScalingInstance instance : GroupStanding.staying(now)) {
            if (instance.imageId().equals(Optional.of(image))) {
                return true;
            }
            if (instance.imageId().isEmpty()) {
                untold.add(instance.instanceId());
            }
        }
        return ports(group.region()).images(untold).contains(image);
    }

    static String told(AutoScalingGroup now) {
        return "it launches from " + now.launchSource().map(Object::toString).orElse("nothing");
    }
}
