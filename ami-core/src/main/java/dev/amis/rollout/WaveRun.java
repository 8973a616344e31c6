package dev.amis.rollout;

import dev.amis.error.AmiException;
import dev.amis.error.NotFoundException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.Session;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.InstanceRefreshStatus;
import dev.amis.rollout.GroupResult.Outcome;
import dev.amis.spi.StartInstanceRefreshRequest;
import dev.amis.time.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One wave: its groups are refreshed together; at the first that goes wrong all others are stopped. What counts in the end is
 * not that a refresh succeeded, but that all instances are of the new version, and well.
 */
final class WaveRun {

    private final Session session;
    private final RolloutPlan plan;
    private final PlannedGroups groups;
    private final Results results;
    private final Consumer<Progress> listener;
    private final RefreshWait wait;
    private final List<GroupTarget> begun = new ArrayList<>();
    private final Set<GroupTarget> ours = new HashSet<>();
    private final List<String> stale = new ArrayList<>();
    private boolean isInterrupted;

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
        Instant started = session.now();
        Optional<String> problem = Optional.empty();
        for (GroupTarget group : plan.groups()) {
            if (group.wave() == number && problem.isEmpty() && !results.has(group)) {
                problem = begin(group);
            }
        }
        if (problem.isEmpty()) {
            problem = complete(number, started);
        }
        List<GroupTarget> open = wait.open();
        for (GroupTarget group : begun) {
            if (open.contains(group)) {
                results.put(
                        group,
                        Outcome.FAILED,
                        isInterrupted ? "still being refreshed, as nobody waits any more" : stop(group));
            } else if (!results.has(group)) {
                results.put(group, Outcome.DONE, "");
            }
        }
        return problem;
    }

    private Optional<String> complete(int number, Instant started) {
        try {
            while (true) {
                Optional<String> problem = await(number, left(started));
                if (problem.isPresent()) {
                    return problem;
                }
                Map<GroupTarget, GroupStanding> standings = standings();
                problem = look(number, standings);
                boolean isOver = standings.values().stream().allMatch(GroupStanding.ON::equals);
                if (problem.isPresent() || isOver) {
                    return problem;
                }
                if (left(started).isNegative() || left(started).isZero()) {
                    return Optional.of("wave " + number + " took longer than " + plan.waveDeadline());
                }
                wait.pause();
            }
        } catch (WaitInterruptedException interrupted) {
            isInterrupted = true;
            return Optional.of(String.valueOf(interrupted.getMessage()));
        } catch (AmiException failed) {
            return Optional.of(String.valueOf(failed.getMessage()));
        }
    }

    private Duration left(Instant started) {
        return plan.waveDeadline().minus(Duration.between(started, session.now()));
    }

    private Map<GroupTarget, GroupStanding> standings() {
        Map<GroupTarget, GroupStanding> standings = new LinkedHashMap<>();
        groups.now(begun).forEach((group, now) -> {
            long number = groups.versions().number(group);
            standings.put(group, groups.standing(group, now, number));
            results.ignored(group, groups.ignored(group, now, number));
        });
        return standings;
    }

    private Optional<String> await(int number, Duration left) {
        List<RefreshWait.Ended> bad = wait.await(left, refresh -> refresh.status() == InstanceRefreshStatus.SUCCESSFUL);
        bad.forEach(
                one -> results.put(one.group(), Outcome.FAILED, one.refresh().toString()));
        if (!bad.isEmpty()) {
            return Optional.of("wave " + number + " stopped: " + bad.get(0).refresh());
        }
        return wait.open().stream()
                .findFirst()
                .map(slow -> "wave " + number + " took longer than " + plan.waveDeadline() + ": " + slow);
    }

    /** All refreshes are over: whose instances are not as they should be gets a refresh of ours, once. */
    private Optional<String> look(int number, Map<GroupTarget, GroupStanding> standings) {
        for (Map.Entry<GroupTarget, GroupStanding> one : standings.entrySet()) {
            GroupTarget group = one.getKey();
            GroupStanding standing = one.getValue();
            if (standing == GroupStanding.ON || standing == GroupStanding.COMING) {
                continue;
            }
            if (ours.contains(group)) {
                String why = standing == GroupStanding.UNWELL
                        ? "some of its new instances are not well"
                        : "some of its instances are not of the new version after its refresh";
                results.put(group, Outcome.FAILED, why);
                return Optional.of(
                        "wave " + number + " stopped: " + group.name() + " in " + group.region() + ": " + why);
            }
            refresh(group, standing);
        }
        return Optional.empty();
    }

    private Optional<String> begin(GroupTarget group) {
        try {
            if (start(group)) {
                begun.add(group);
            }
            return Optional.empty();
        } catch (AmiException failed) {
            String why = String.valueOf(failed.getMessage());
            results.put(group, Outcome.FAILED, ours.contains(group) ? why + "; " + stop(group) : why);
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
        GroupStanding standing = groups.standing(group, now, number);
        if (active.isPresent()) {
            // It may be somebody else's, and about the old version: the instances are looked at afterwards.
            wait.add(group, active.get().instanceRefreshId());
        } else if (standing != GroupStanding.ON && standing != GroupStanding.COMING) {
            refresh(group, standing);
        }
        return true;
    }

    /** An instance of the right version that is not well must not be passed over. */
    private void refresh(GroupTarget group, GroupStanding standing) {
        ours.add(group);
        wait.add(
                group,
                groups.ports(group.region())
                        .autoScaling()
                        .startInstanceRefresh(new StartInstanceRefreshRequest(
                                group.name(),
                                Optional.empty(),
                                plan.preferences().withSkipMatching(standing != GroupStanding.UNWELL))));
    }

    /** Whether a refresh was cancelled when the roll-out stopped before; its end is waited for. */
    private boolean isCancelled(GroupTarget group, InstanceRefresh refresh) {
        if (refresh.status() != InstanceRefreshStatus.CANCELLING) {
            return false;
        }
        RefreshWait end = new RefreshWait(session, listener);
        end.add(group, refresh.instanceRefreshId());
        end.await(plan.patience(), over -> true);
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
