package dev.amis.rollout;

import dev.amis.error.AmiException;
import dev.amis.error.NotFoundException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.Pointers;
import dev.amis.internal.Session;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.InstanceRefreshStatus;
import dev.amis.rollout.GroupResult.Outcome;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.StartInstanceRefreshRequest;
import dev.amis.time.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A roll-out on its way back to exactly what was recorded, however far it came: pointers first, so that nothing more is
 * launched from the new image, then groups, held at their old version, then the default versions, then the versions that
 * were made, and last the words that groups followed. What fails for one does not keep the others from going back.
 */
final class RollbackRun {

    private final Session session;
    private final RolloutPlan plan;
    private final Consumer<Progress> listener;
    private final PlannedGroups groups;
    private final Results results;
    private final List<String> problems = new ArrayList<>();

    /** Groups some of whose instances may still be new; the versions of these are kept, to be known again. */
    private final Set<GroupTarget> unfinished = new HashSet<>();

    RollbackRun(Session session, RolloutPlan plan, Consumer<Progress> listener) {
        this.session = session;
        this.plan = plan;
        this.listener = listener;
        this.groups = new PlannedGroups(session, plan);
        this.results = new Results(plan);
    }

    RolloutReport go() {
        Instant started = session.now();
        RolloutTag tag = new RolloutTag(session, plan);
        each(tag.regions(), tag::goBack);
        stopRefreshes();
        each(plan.pointers(), this::point);
        replace();
        TemplatesBack templates = new TemplatesBack(session, plan, groups, problems);
        each(plan.templates(), templates::restoreDefault);
        each(plan.templates(), template -> {
            if (unfinished.stream()
                    .noneMatch(group -> groups.versions().target(group).equals(template))) {
                templates.deleteVersions(template);
            }
        });
        each(plan.groups(), this::restoreWord);
        each(plan.templates(), templates::check);
        if (problems.isEmpty()) {
            each(List.of(tag), RolloutTag::remove);
        }
        RolloutReport.Status status =
                problems.isEmpty() ? RolloutReport.Status.ROLLED_BACK : RolloutReport.Status.ROLLBACK_INCOMPLETE;
        return results.report(session, started, status, problems.stream().findFirst());
    }

    private <T> void each(Collection<T> all, Consumer<T> step) {
        for (T one : all) {
            try {
                step.accept(one);
            } catch (WaitInterruptedException interrupted) {
                throw interrupted;
            } catch (AmiException failed) {
                problems.add(String.valueOf(failed.getMessage()));
                if (one instanceof GroupTarget group) {
                    failed(group, String.valueOf(failed.getMessage()));
                }
            }
        }
    }

    private void failed(GroupTarget group, String why) {
        results.put(group, Outcome.FAILED, why);
        unfinished.add(group);
    }

    private void problem(GroupTarget group, String why) {
        failed(group, why);
        problems.add(why);
    }

    /** Ends what still brings the new version; a refresh that goes back already is left alone. */
    private void stopRefreshes() {
        RefreshWait wait = new RefreshWait(session, listener);
        each(plan.groups(), group -> {
            Optional<Long> number = groups.versions().find(group);
            Optional<AutoScalingGroup> now = groups.find(group);
            if (number.isPresent() && now.isPresent() && groups.isAt(group, now.get(), group.at(number.get()))) {
                RegionPorts ports = groups.ports(group.region());
                ports.activeRefresh(group.name()).ifPresent(refresh -> {
                    cancel(ports, group, refresh);
                    wait.add(group, refresh.instanceRefreshId());
                });
            }
        });
        try {
            wait.await(plan.patience(), refresh -> true);
            wait.open()
                    .forEach(group ->
                            problem(group, "the refresh of " + group.name() + " could not be cancelled in time"));
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException failed) {
            wait.open().forEach(group -> problem(group, String.valueOf(failed.getMessage())));
        }
    }

    private static void cancel(RegionPorts ports, GroupTarget group, InstanceRefresh refresh) {
        if (refresh.status() != InstanceRefreshStatus.CANCELLING) {
            try {
                ports.autoScaling().cancelInstanceRefresh(group.name());
            } catch (NotFoundException endedMeanwhile) {
                // Then there is nothing to cancel.
            }
        }
    }

    private void point(PointerTarget pointer) {
        RegionalProvider region = session.in(pointer.region());
        String says = Pointers.says(region, pointer.parameter());
        if (says.equals(pointer.newImage().value())) {
            Pointers.point(region, pointer.parameter(), pointer.image());
        } else if (!says.equals(pointer.image().value())) {
            problems.add(pointer.parameter() + " in " + pointer.region() + ": it says '" + says
                    + "', which somebody else has set");
        }
    }

    private void replace() {
        RefreshWait wait = new RefreshWait(session, listener);
        List<GroupTarget> backwards = new ArrayList<>(plan.groups());
        Collections.reverse(backwards);
        List<GroupTarget> begun = new ArrayList<>();
        each(backwards, group -> {
            if (!unfinished.contains(group) && begin(group, wait)) {
                begun.add(group);
            }
        });
        try {
            List<RefreshWait.Ended> bad;
            do {
                bad = wait.await(plan.patience(), refresh -> refresh.status() == InstanceRefreshStatus.SUCCESSFUL);
                bad.forEach(one -> problem(one.group(), one.refresh().toString()));
            } while (!bad.isEmpty());
            wait.open().forEach(group -> problem(group, group.name() + " took longer than " + plan.patience()));
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException failed) {
            wait.open().forEach(group -> problem(group, String.valueOf(failed.getMessage())));
        }
        each(begun, group -> {
            if (!unfinished.contains(group)) {
                requireBack(group);
            }
        });
    }

    private void requireBack(GroupTarget group) {
        AutoScalingGroup now = groups.now(group);
        if (hasNew(group, now) || hasUnwell(now)) {
            boolean isHeld = GroupStanding.staying(now).stream().anyMatch(plan.preferences()::ignores);
            problem(
                    group,
                    group.name() + " in " + group.region() + " has instances that are new or not well"
                            + (isHeld
                                    ? "; instances that are protected from scale in or in standby are ignored, by the plan's"
                                            + " choice"
                                    : ""));
        } else {
            results.put(group, Outcome.DONE, "");
        }
    }

    private boolean begin(GroupTarget group, RefreshWait wait) {
        Optional<AutoScalingGroup> found = groups.find(group);
        if (found.isEmpty()) {
            return stale(group, "it is gone");
        }
        AutoScalingGroup now = found.get();
        Optional<Long> number = groups.versions().find(group);
        GroupLaunchSource before = group.at(group.version());
        boolean isOnNew = number.isPresent() && groups.isAt(group, now, group.at(number.get()));
        if (group.follows() && groups.isAt(group, now, group.source())) {
            long meaning = groups.meaning(group);
            if (meaning != group.version() && !number.equals(Optional.of(meaning))) {
                return stale(group, group.word() + " is " + meaning + " by now, which somebody else has set");
            }
            isOnNew = meaning != group.version();
        } else if (!isOnNew && !groups.isAt(group, now, before)) {
            return stale(group, PlannedGroups.told(now) + ", which somebody else has set");
        }
        if (isOnNew) {
            groups.update(group, before);
        }
        RegionPorts ports = groups.ports(group.region());
        Optional<InstanceRefresh> active = ports.activeRefresh(group.name());
        if (active.isPresent()) {
            wait.add(group, active.get().instanceRefreshId());
        } else if (hasNew(group, now) || hasUnwell(now)) {
            wait.add(group, ports.autoScaling().startInstanceRefresh(back(group, hasUnwell(now))));
        }
        return true;
    }

    private boolean stale(GroupTarget group, String why) {
        results.put(group, Outcome.SKIPPED_STALE, why);
        problems.add(group.name() + " in " + group.region() + ": " + why);
        return false;
    }

    private boolean hasUnwell(AutoScalingGroup now) {
        return GroupStanding.staying(now).stream()
                .anyMatch(one ->
                        GroupStanding.isUnwell(one) && !plan.preferences().ignores(one));
    }

    private boolean hasNew(GroupTarget group, AutoScalingGroup now) {
        Optional<Long> number = groups.versions().find(group);
        if (number.isPresent() && groups.hasAny(group, now, number.get())) {
            return true;
        }
        // An old version whose image is what a parameter says may have launched the new image.
        return groups.pointer(group)
                .filter(pointer -> groups.runs(group, now, pointer.newImage()))
                .isPresent();
    }

    private StartInstanceRefreshRequest back(GroupTarget group, boolean isUnwell) {
        return new StartInstanceRefreshRequest(
                group.name(),
                Optional.empty(),
                plan.preferences()
                        .withSkipMatching(!isUnwell && groups.pointer(group).isEmpty())
                        .withCheckpointDelay(Optional.empty())
                        .withCheckpointPercentages()
                        .withAlarms());
    }

    private void restoreWord(GroupTarget group) {
        if (!group.follows() || unfinished.contains(group)) {
            return;
        }
        Optional<AutoScalingGroup> now = groups.find(group);
        if (now.isEmpty() || !groups.isAt(group, now.get(), group.at(group.version()))) {
            return;
        }
        long meaning = groups.meaning(group);
        if (meaning == group.version()) {
            groups.update(group, group.source());
        } else {
            String why =
                    "held at version " + group.version() + ", since " + group.word() + " is " + meaning + " by now";
            results.put(group, Outcome.DONE, why);
            problems.add(group.name() + " in " + group.region() + ": " + why);
        }
    }
}
