package dev.amis.rollout;

import dev.amis.error.AmiException;
import dev.amis.error.NotFoundException;
import dev.amis.internal.Session;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.InstanceRefreshStatus;
import dev.amis.rollout.GroupResult.Outcome;
import dev.amis.spi.StartInstanceRefreshRequest;
import dev.amis.time.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One wave: its groups are refreshed together; at the first that goes wrong all others are stopped. */
final class WaveRun {

    private final Session session;
    private final RolloutPlan plan;
    private final PlannedGroups groups;
    private final Results results;
    private final Consumer<Progress> listener;
    private final RefreshWait wait;
    private final List<GroupTarget> begun = new ArrayList<>();
    private final List<String> stale = new ArrayList<>();

    WaveRun(Session session, RolloutPlan plan, PlannedGroups groups, Results results, Consumer<Progress> listener) {
        this.session = session;
        this.plan = plan;
        this.groups = groups;
        this.results = results;
        this.listener = listener;
        this.wait = new RefreshWait(session, listener);
    }

    /** What somebody else has changed, a sentence for each group. */
    List<String> stale() {
        return stale;
    }

    /** Answers why the roll-out stops, if it does. */
    Optional<String> go(int number) {
        Optional<String> problem = Optional.empty();
        for (GroupTarget group : plan.groups()) {
            if (group.wave() == number && problem.isEmpty()) {
                problem = begin(group);
            }
        }
        if (problem.isEmpty()) {
            problem = await(number);
        }
        List<GroupTarget> open = wait.open();
        for (GroupTarget group : begun) {
            if (open.contains(group)) {
                results.put(group, Outcome.FAILED, stop(group));
            } else if (!results.has(group)) {
                results.put(group, Outcome.DONE, "");
            }
        }
        return problem;
    }

    private Optional<String> await(int number) {
        List<RefreshWait.Ended> bad;
        try {
            bad = wait.await(plan.waveDeadline(), refresh -> refresh.status() == InstanceRefreshStatus.SUCCESSFUL);
        } catch (AmiException failed) {
            return Optional.of(String.valueOf(failed.getMessage()));
        }
        bad.forEach(
                one -> results.put(one.group(), Outcome.FAILED, one.refresh().toString()));
        if (!bad.isEmpty()) {
            return Optional.of("wave " + number + " stopped: " + bad.get(0).refresh());
        }
        return wait.open().stream()
                .findFirst()
                .map(slow -> "wave " + number + " took longer than " + plan.waveDeadline() + ": " + slow);
    }

    private Optional<String> begin(GroupTarget group) {
        try {
            if (start(group)) {
                begun.add(group);
            }
            return Optional.empty();
        } catch (AmiException failed) {
            String why = String.valueOf(failed.getMessage());
            results.put(group, Outcome.FAILED, why + "; " + stop(group));
            return Optional.of(why);
        }
    }

    /** Begins with a group, unless somebody else has changed it. */
    private boolean start(GroupTarget group) {
        RegionPorts ports = groups.ports(group.region());
        AutoScalingGroup now = ports.group(group.name());
        long number = groups.versions().number(group);
        GroupLaunchSource target = group.at(number);
        boolean following = group.follows() && groups.isAt(group, now, group.source());
        if (groups.isAt(group, now, group.at(group.version()))) {
            groups.update(group, target);
        } else if (!groups.isAt(group, now, target) && !following) {
            String why = PlannedGroups.told(now) + ", which somebody else has set";
            stale.add(group.name() + " in " + group.region() + ": " + why);
            results.put(group, Outcome.SKIPPED_STALE, why);
            return false;
        }
        Optional<InstanceRefresh> active = ports.activeRefresh(group.name()).filter(one -> !isCancelled(group, one));
        if (active.isPresent()) {
            wait.add(group, active.get().instanceRefreshId());
        } else if (!PlannedGroups.isOn(now, number)) {
            wait.add(
                    group,
                    ports.autoScaling()
                            .startInstanceRefresh(new StartInstanceRefreshRequest(
                                    group.name(), Optional.empty(), plan.preferences())));
        }
        return true;
    }

    /** Whether a refresh was cancelled when the roll-out stopped before; its end is waited for. */
    private boolean isCancelled(GroupTarget group, InstanceRefresh refresh) {
        if (refresh.status() != InstanceRefreshStatus.CANCELLING) {
            return false;
        }
        RefreshWait end = new RefreshWait(session, listener);
        end.add(group, refresh.instanceRefreshId());
        end.await(plan.waveDeadline(), over -> true);
        return true;
    }

    private String stop(GroupTarget group) {
        try {
            groups.ports(group.region()).autoScaling().cancelInstanceRefresh(group.name());
            return "cancelled, since the roll-out stopped";
        } catch (NotFoundException none) {
            return "no refresh is under way";
        } catch (AmiException failed) {
            return "perhaps still being refreshed, as it could not be cancelled: " + failed.getMessage();
        }
    }
}
