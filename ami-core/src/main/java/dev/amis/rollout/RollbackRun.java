package dev.amis.rollout;

import dev.amis.error.AmiException;
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
import dev.amis.usage.TemplateLaunches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A roll-out on its way back to exactly what was recorded, however far it came: pointers first, so that nothing more is
 * launched from the new image, then groups, held at their old version, then the default versions, then the versions that
 * were made, and last the words that groups followed.
 */
final class RollbackRun {

    private final Session session;
    private final RolloutPlan plan;
    private final Consumer<Progress> listener;
    private final PlannedGroups groups;
    private final Results results;
    private final List<String> problems = new ArrayList<>();

    /** Whether some instances may still be of the new version, which is then kept to be known again. */
    private boolean isReplaced = true;

    RollbackRun(Session session, RolloutPlan plan, Consumer<Progress> listener) {
        this.session = session;
        this.plan = plan;
        this.listener = listener;
        this.groups = new PlannedGroups(session, plan);
        this.results = new Results(plan);
    }

    RolloutReport go() {
        Instant started = session.now();
        try {
            stopRefreshes();
            plan.pointers().forEach(this::point);
            replace();
            if (isReplaced) {
                restoreDefaults();
                deleteVersions();
                restoreWords();
            }
            if (problems.isEmpty()) {
                RolloutTag tag = RolloutTag.of(plan);
                tag.regions().forEach(region -> tag.remove(session.in(region)));
            }
        } catch (AmiException failed) {
            problems.add(String.valueOf(failed.getMessage()));
        }
        return results.report(
                session,
                started,
                problems.isEmpty() ? RolloutReport.Status.ROLLED_BACK : RolloutReport.Status.ROLLBACK_INCOMPLETE,
                problems.stream().findFirst());
    }

    private void unfinished(String why) {
        problems.add(why);
        isReplaced = false;
    }

    /** Ends what still brings the new version; a refresh that goes back already is left alone. */
    private void stopRefreshes() {
        RefreshWait wait = new RefreshWait(session, listener);
        for (GroupTarget group : plan.groups()) {
            Optional<Long> number = groups.versions().find(group);
            if (number.isPresent() && groups.isAt(group, groups.now(group), group.at(number.get()))) {
                RegionPorts ports = groups.ports(group.region());
                ports.activeRefresh(group.name()).ifPresent(refresh -> {
                    if (refresh.status() != InstanceRefreshStatus.CANCELLING) {
                        ports.autoScaling().cancelInstanceRefresh(group.name());
                    }
                    wait.add(group, refresh.instanceRefreshId());
                });
            }
        }
        wait.await(plan.patience(), refresh -> true);
        wait.open().forEach(group -> unfinished("the refresh of " + group.name() + " could not be cancelled in time"));
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
        for (GroupTarget group : backwards) {
            try {
                begin(group, wait);
            } catch (AmiException failed) {
                String why = String.valueOf(failed.getMessage());
                results.put(group, Outcome.FAILED, why);
                unfinished(why);
            }
        }
        List<RefreshWait.Ended> bad;
        do {
            bad = wait.await(plan.patience(), refresh -> refresh.status() == InstanceRefreshStatus.SUCCESSFUL);
            bad.forEach(one -> failed(one.group(), one.refresh().toString()));
        } while (!bad.isEmpty());
        wait.open().forEach(group -> failed(group, group.name() + " took longer than " + plan.patience()));
    }

    private void failed(GroupTarget group, String why) {
        results.put(group, Outcome.FAILED, why);
        unfinished(why);
    }

    private void begin(GroupTarget group, RefreshWait wait) {
        RegionPorts ports = groups.ports(group.region());
        AutoScalingGroup now = ports.group(group.name());
        Optional<Long> number = groups.versions().find(group);
        GroupLaunchSource before = group.at(group.version());
        boolean follows = group.follows() && groups.isAt(group, now, group.source());
        boolean isOnNew = number.isPresent() && groups.isAt(group, now, group.at(number.get()));
        if (!follows && !isOnNew && !groups.isAt(group, now, before)) {
            String why = PlannedGroups.told(now) + ", which somebody else has set";
            results.put(group, Outcome.SKIPPED_STALE, why);
            problems.add(group.name() + " in " + group.region() + ": " + why);
            return;
        }
        if (isOnNew || (follows && groups.meaning(group) != group.version())) {
            groups.update(group, before);
        }
        results.put(group, Outcome.DONE, "");
        Optional<InstanceRefresh> active = ports.activeRefresh(group.name());
        if (active.isPresent()) {
            wait.add(group, active.get().instanceRefreshId());
        } else if (hasNew(group, now, number)) {
            wait.add(group, ports.autoScaling().startInstanceRefresh(back(group)));
        }
    }

    private boolean hasNew(GroupTarget group, AutoScalingGroup now, Optional<Long> number) {
        boolean byVersion = number.isPresent() && PlannedGroups.hasAny(now, number.get());
        // An old version whose image is what a parameter says may have launched the new image.
        boolean byImage = groups.pointer(group)
                .filter(pointer ->
                        now.instances().stream().anyMatch(one -> !one.imageId().equals(Optional.of(pointer.image()))))
                .isPresent();
        return byVersion || byImage;
    }

    private StartInstanceRefreshRequest back(GroupTarget group) {
        return new StartInstanceRefreshRequest(
                group.name(),
                Optional.empty(),
                plan.preferences()
                        .withSkipMatching(groups.pointer(group).isEmpty())
                        .withCheckpointDelay(Optional.empty())
                        .withCheckpointPercentages()
                        .withAlarms());
    }

    private void restoreDefaults() {
        for (TemplateTarget template : plan.templates()) {
            RegionPorts ports = groups.ports(template.region());
            Optional<Long> number = groups.versions().find(template);
            if (number.isPresent()
                    && ports.template(template.launchTemplateId()).defaultVersionNumber() == number.get()) {
                ports.launchTemplates().setDefaultVersion(template.launchTemplateId(), template.defaultVersion());
            }
        }
    }

    /** Without the versions that were made, the latest version is again what it was; what others launch from stays. */
    private void deleteVersions() {
        for (TemplateTarget template : plan.templates()) {
            groups.versions().findVersion(template).ifPresent(version -> {
                List<String> uses = TemplateLaunches.read(
                                session.in(template.region()), version, List.of(TemplateLaunches.NAME))
                        .of(version);
                if (uses.isEmpty()) {
                    groups.versions().delete(template, version.versionNumber()).stream()
                            .filter(one -> !one.isDeleted())
                            .forEach(one -> problems.add(template + ": " + one));
                } else {
                    problems.add(version + " in " + template.region() + " stays: " + String.join(", ", uses));
                }
            });
        }
    }

    private void restoreWords() {
        for (GroupTarget group : plan.groups()) {
            if (group.follows() && groups.isAt(group, groups.now(group), group.at(group.version()))) {
                long meaning = groups.meaning(group);
                if (meaning == group.version()) {
                    groups.update(group, group.source());
                } else {
                    results.put(
                            group,
                            Outcome.DONE,
                            "held at version " + group.version() + ", since " + group.word() + " is " + meaning
                                    + " by now");
                }
            }
        }
    }
}
