package dev.amis.testing.internal;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceId;
import dev.amis.model.RefreshPreferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The group of a refresh as it is at the moment; nothing happens to one that is gone. */
record RefreshedGroup(World world, Call call, Refresh refresh) {

    /** Instances that stay as they are need not be replaced any more. */
    void passOver() {
        instances().stream().filter(preferences()::ignores).forEach(one -> refresh.passOver(one.instanceId()));
    }

    /** The next instance to be replaced, nothing if all that are left are waited for. */
    Optional<InstanceId> next() {
        List<InstanceId> held = instances().stream()
                .filter(preferences()::waitsFor)
                .map(AutoScalingInstance::instanceId)
                .toList();
        return refresh.old().stream().filter(id -> !held.contains(id)).findFirst();
    }

    /** Whether an instance is in standby, and the group has as many in service as it desires. */
    boolean isToSpare(InstanceId id) {
        List<AutoScalingInstance> all = instances();
        long inService = all.stream().filter(one -> !one.isInStandby()).count();
        return all.stream().anyMatch(one -> one.instanceId().equals(id) && one.isInStandby())
                && inService >= group().map(AutoScalingGroup::desiredCapacity).orElse(0);
    }

    void add(AutoScalingInstance instance) {
        change(group -> {
            List<AutoScalingInstance> all = new ArrayList<>(group.instances());
            all.add(instance);
            return group.withInstances(all);
        });
    }

    void remove(InstanceId id) {
        change(group -> group.withInstances(group.instances().stream()
                .filter(instance -> !instance.instanceId().equals(id))
                .toList()));
    }

    /** An instance has come up, well or not. */
    void mark(InstanceId id, String health) {
        change(group -> group.withInstances(group.instances().stream()
                .map(instance -> instance.instanceId().equals(id)
                        ? instance.withLifecycleState("InService").withHealthStatus(health)
                        : instance)
                .toList()));
    }

    void launchFrom(GroupLaunchSource source) {
        change(group -> group.withLaunchSource(source));
    }

    private RefreshPreferences preferences() {
        return refresh.request().preferences();
    }

    private List<AutoScalingInstance> instances() {
        return group().map(AutoScalingGroup::instances).orElse(List.of());
    }

    private Optional<AutoScalingGroup> group() {
        return Optional.ofNullable(
                world.holding(call).groups().get(refresh.request().name()));
    }

    private void change(UnaryOperator<AutoScalingGroup> change) {
        world.holding(call).groups().computeIfPresent(refresh.request().name(), (name, group) -> change.apply(group));
    }
}
