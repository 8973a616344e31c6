package dev.amis.rollout;

import dev.amis.error.AmiException;
import dev.amis.internal.Session;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.InstanceRefreshStatus;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.Region;
import dev.amis.spi.StartInstanceRefreshRequest;
import dev.amis.time.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A roll-out on its way back to exactly what was recorded, however far it came: groups first, held at their old version,
 * then the default versions, then the versions that were made, and last the words that groups followed.
 */
final class RollbackRun {

    private final Session session;
    private final RolloutPlan plan;
    private final Consumer<Progress> listener;
    private final NewVersions versions;
    private final Map<GroupTarget, GroupResult> results = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    RollbackRun(Session session, RolloutPlan plan, Consumer<Progress> listener) {
        this.session = session;
        this.plan = plan;
        this.listener = listener;
        this.versions = new NewVersions(plan, this::ports);
    }

    private RegionPorts ports(Region region) {
        return new RegionPorts(session.in(region));
    }

    RolloutReport go() {
        Instant started = session.now();
        try {
            stopRefreshes();
            replace();
            if (problems.isEmpty()) {
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
        return RolloutReport.builder()
                .plan(plan)
                .status(
                        problems.isEmpty()
                                ? RolloutReport.Status.ROLLED_BACK
                                : RolloutReport.Status.ROLLBACK_INCOMPLETE)
                .reason(problems.stream().findFirst())
                .addAllGroups(plan.groups().stream()
                        .map(group -> results.getOrDefault(
                                group,
                                new GroupResult(group.region(), group.name(), GroupResult.Outcome.NOT_BEGUN, "")))
                        .toList())
                .startedAt(started)
                .finishedAt(session.now())
                .build();
    }

    /** Ends what still brings the new version; a refresh that goes back already is left alone. */
    private void stopRefreshes() {
        RefreshWait wait = new RefreshWait(session, listener);
        for (GroupTarget group : plan.groups()) {
            Optional<Long> number = versions.find(group);
            if (number.isPresent() && isAt(group, now(group), group.at(number.get()))) {
                RegionPorts ports = ports(group.region());
                ports.activeRefresh(group.name()).ifPresent(refresh -> {
                    if (refresh.status() != InstanceRefreshStatus.CANCELLING) {
                        ports.autoScaling().cancelInstanceRefresh(group.name());
                    }
                    wait.add(group, refresh.instanceRefreshId());
                });
            }
        }
        wait.await(plan.waveDeadline(), refresh -> true);
        if (!wait.open().isEmpty()) {
            problems.add("the refresh of " + wait.open().get(0).name() + " could not be cancelled in time");
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
                put(group, GroupResult.Outcome.FAILED, String.valueOf(failed.getMessage()));
                problems.add(String.valueOf(failed.getMessage()));
            }
        }
        Optional<InstanceRefresh> bad;
        do {
            bad = wait.await(plan.waveDeadline(), refresh -> refresh.status() == InstanceRefreshStatus.SUCCESSFUL);
            bad.ifPresent(refresh -> problems.add(refresh.toString()));
        } while (bad.isPresent());
        wait.open().forEach(group -> problems.add(group.name() + " took longer than " + plan.waveDeadline()));
    }

    private void begin(GroupTarget group, RefreshWait wait) {
        RegionPorts ports = ports(group.region());
        AutoScalingGroup now = ports.group(group.name());
        Optional<Long> number = versions.find(group);
        GroupLaunchSource before = group.at(group.version());
        boolean follows = group.follows() && isAt(group, now, group.source());
        boolean isOnNew = number.isPresent() && isAt(group, now, group.at(number.get()));
        if (!follows && !isOnNew && !isAt(group, now, before)) {
            String why = "it launches from "
                    + now.launchSource().map(Object::toString).orElse("nothing") + ", which somebody else has set";
            put(group, GroupResult.Outcome.SKIPPED_STALE, why);
            problems.add(group.name() + " in " + group.region() + ": " + why);
            return;
        }
        if (isOnNew || (follows && means(group) != group.version())) {
            ports.autoScaling().updateLaunchSource(group.name(), before);
        }
        put(group, GroupResult.Outcome.DONE, "");
        Optional<InstanceRefresh> active = ports.activeRefresh(group.name());
        if (active.isPresent()) {
            wait.add(group, active.get().instanceRefreshId());
        } else if (number.isPresent() && hasAny(now, number.get())) {
            wait.add(
                    group,
                    ports.autoScaling()
                            .startInstanceRefresh(new StartInstanceRefreshRequest(
                                    group.name(),
                                    Optional.empty(),
                                    RefreshPreferences.none()
                                            .withSkipMatching(true)
                                            .withMinHealthyPercentage(
                                                    plan.preferences().minHealthyPercentage())
                                            .withMaxHealthyPercentage(
                                                    plan.preferences().maxHealthyPercentage())
                                            .withInstanceWarmup(
                                                    plan.preferences().instanceWarmup()))));
        }
    }

    private static boolean hasAny(AutoScalingGroup group, long number) {
        return group.instances().stream()
                .anyMatch(one -> one.launchTemplate()
                        .filter(from -> from.effectiveVersion().equals(Long.toString(number)))
                        .isPresent());
    }

    private long means(GroupTarget group) {
        return ports(group.region())
                .version(Sources.specification(group.source()))
                .versionNumber();
    }

    private void restoreDefaults() {
        for (TemplateTarget template : plan.templates()) {
            RegionPorts ports = ports(template.region());
            Optional<Long> number = versions.find(template);
            if (number.isPresent()
                    && ports.template(template.launchTemplateId()).defaultVersionNumber() == number.get()) {
                ports.launchTemplates().setDefaultVersion(template.launchTemplateId(), template.defaultVersion());
            }
        }
    }

    /** Without the versions that were made, the latest version is again what it was. */
    private void deleteVersions() {
        for (TemplateTarget template : plan.templates()) {
            Optional<Long> number = versions.find(template);
            if (number.isPresent()) {
                versions.delete(template, number.get()).stream()
                        .filter(one -> !one.isDeleted())
                        .forEach(one -> problems.add(template + ": " + one));
            }
        }
    }

    private void restoreWords() {
        for (GroupTarget group : plan.groups()) {
            if (group.follows() && isAt(group, now(group), group.at(group.version()))) {
                long means = means(group);
                if (means == group.version()) {
                    ports(group.region()).autoScaling().updateLaunchSource(group.name(), group.source());
                } else {
                    put(
                            group,
                            GroupResult.Outcome.DONE,
                            "held at version " + group.version() + ", since " + group.word() + " is " + means
                                    + " by now");
                }
            }
        }
    }

    private AutoScalingGroup now(GroupTarget group) {
        return ports(group.region()).group(group.name());
    }

    private boolean isAt(GroupTarget group, AutoScalingGroup now, GroupLaunchSource source) {
        return RolloutRun.isAt(versions, group, now, source);
    }

    private void put(GroupTarget group, GroupResult.Outcome outcome, String detail) {
        results.put(group, new GroupResult(group.region(), group.name(), outcome, detail));
    }
}
