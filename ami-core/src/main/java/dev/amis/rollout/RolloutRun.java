package dev.amis.rollout;

import dev.amis.error.AmiException;
import dev.amis.error.Failure;
import dev.amis.error.StalePlanException;
import dev.amis.internal.Session;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.InstanceRefreshStatus;
import dev.amis.model.LaunchTemplate;
import dev.amis.model.Region;
import dev.amis.spi.StartInstanceRefreshRequest;
import dev.amis.time.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A roll-out on its way forward. Each step looks at the account first and does only what is missing, so that going on after
 * a crash is the same as beginning.
 *
 * <p>Groups that follow the default or the latest version are held at the recorded number first: a new version must reach
 * no group before its wave. They follow again at the end.
 */
final class RolloutRun {

    private final Session session;
    private final RolloutPlan plan;
    private final Consumer<Progress> listener;
    private final NewVersions versions;
    private final Map<GroupTarget, GroupResult> results = new LinkedHashMap<>();
    private final Map<GroupTarget, String> stale = new LinkedHashMap<>();

    RolloutRun(Session session, RolloutPlan plan, Consumer<Progress> listener) {
        this.session = session;
        this.plan = plan;
        this.listener = listener;
        this.versions = new NewVersions(plan, this::ports);
    }

    private RegionPorts ports(Region region) {
        return new RegionPorts(session.in(region));
    }

    /** Refuses a plan whose facts have changed, before anything is changed. */
    void requireAsRecorded() {
        for (GroupTarget group : plan.groups()) {
            RegionPorts ports = ports(group.region());
            AutoScalingGroup now = ports.group(group.name());
            if (!isAt(group, now, group.source())) {
                throw stale(
                        group.name(),
                        group.region(),
                        "it launches from "
                                + now.launchSource().map(Object::toString).orElse("nothing") + " now, not from "
                                + group.source());
            }
            ports.activeRefresh(group.name()).ifPresent(refresh -> {
                throw stale(group.name(), group.region(), "it is being refreshed already: " + refresh);
            });
        }
        for (TemplateTarget template : plan.templates()) {
            LaunchTemplate now = ports(template.region()).template(template.launchTemplateId());
            if (now.defaultVersionNumber() != template.defaultVersion()
                    || now.latestVersionNumber() != template.latestVersion()) {
                throw stale(
                        template.launchTemplateName(),
                        template.region(),
                        "its default and latest versions are "
                                + now.defaultVersionNumber() + " and " + now.latestVersionNumber() + " now, not "
                                + template.defaultVersion() + " and " + template.latestVersion());
            }
        }
    }

    private static StalePlanException stale(String resource, Region region, String why) {
        return new StalePlanException(Failure.of("roll-out", why)
                .resource(resource)
                .region(region)
                .advice("Make a new plan")
                .build());
    }

    RolloutReport go() {
        Instant started = session.now();
        Optional<String> problem = Optional.empty();
        try {
            RolloutTag tag = RolloutTag.of(plan);
            tag.regions().forEach(region -> tag.set(session.in(region), "not confirmed"));
            hold();
            versions.make();
            for (int wave = 1; wave <= plan.waves() && problem.isEmpty(); wave++) {
                problem = wave(wave);
            }
            if (problem.isEmpty()) {
                finish();
                problem = stale.values().stream().findFirst();
            }
        } catch (AmiException failed) {
            problem = Optional.of(String.valueOf(failed.getMessage()));
        }
        return RolloutReport.builder()
                .plan(plan)
                .status(problem.isEmpty() ? RolloutReport.Status.COMPLETED : RolloutReport.Status.STOPPED)
                .reason(problem)
                .addAllGroups(plan.groups().stream().map(this::result).toList())
                .startedAt(started)
                .finishedAt(session.now())
                .build();
    }

    private GroupResult result(GroupTarget group) {
        return results.getOrDefault(
                group, new GroupResult(group.region(), group.name(), GroupResult.Outcome.NOT_BEGUN, ""));
    }

    private void hold() {
        for (GroupTarget group : plan.groups()) {
            if (group.follows() && isAt(group, now(group), group.source()) && !isFinished(group)) {
                update(group, group.at(group.version()));
            }
        }
    }

    /** Whether a group that follows a word was let follow again, since the word means the new version. */
    private boolean isFinished(GroupTarget group) {
        return versions.find(group).isPresent()
                && ports(group.region())
                                .version(Sources.specification(group.source()))
                                .versionNumber()
                        == versions.number(versions.target(group))
                && now(group).instances().stream()
                        .noneMatch(one -> one.launchTemplate()
                                .filter(from -> from.effectiveVersion().equals(Long.toString(group.version())))
                                .isPresent());
    }

    /** Answers why the roll-out stops, if it does. */
    private Optional<String> wave(int number) {
        RefreshWait wait = new RefreshWait(session, listener);
        List<GroupTarget> begun = new ArrayList<>();
        Optional<String> problem = Optional.empty();
        try {
            for (GroupTarget group : plan.groups()) {
                if (group.wave() == number && begin(group, wait)) {
                    begun.add(group);
                }
            }
            Optional<InstanceRefresh> bad =
                    wait.await(plan.waveDeadline(), refresh -> refresh.status() == InstanceRefreshStatus.SUCCESSFUL);
            problem = bad.map(refresh -> "wave " + number + " stopped: " + refresh);
            bad.ifPresent(refresh -> begun.stream()
                    .filter(one -> one.name().equals(refresh.groupName()))
                    .forEach(one -> put(one, GroupResult.Outcome.FAILED, refresh.toString())));
            if (problem.isEmpty() && !wait.open().isEmpty()) {
                problem = Optional.of("wave " + number + " took longer than " + plan.waveDeadline() + ": "
                        + wait.open().get(0));
            }
        } catch (AmiException failed) {
            problem = Optional.of(String.valueOf(failed.getMessage()));
        }
        boolean stopped = problem.isPresent();
        List<GroupTarget> open = wait.open();
        for (GroupTarget group : begun) {
            if (open.contains(group)) {
                put(group, GroupResult.Outcome.FAILED, stop(group));
            } else if (!results.containsKey(group)) {
                put(group, GroupResult.Outcome.DONE, "");
            }
        }
        return stopped ? problem : Optional.empty();
    }

    /** Begins with a group, unless somebody else has changed it. */
    private boolean begin(GroupTarget group, RefreshWait wait) {
        RegionPorts ports = ports(group.region());
        AutoScalingGroup now = ports.group(group.name());
        long number = versions.number(versions.target(group));
        GroupLaunchSource target = group.at(number);
        boolean following = group.follows() && isAt(group, now, group.source());
        if (isAt(group, now, group.at(group.version()))) {
            update(group, target);
        } else if (!isAt(group, now, target) && !following) {
            String why = "it launches from "
                    + now.launchSource().map(Object::toString).orElse("nothing") + ", which somebody else has set";
            stale.put(group, group.name() + " in " + group.region() + ": " + why);
            put(group, GroupResult.Outcome.SKIPPED_STALE, why);
            return false;
        }
        Optional<InstanceRefresh> active = ports.activeRefresh(group.name()).filter(one -> !isCancelled(group, one));
        if (active.isPresent()) {
            wait.add(group, active.get().instanceRefreshId());
        } else if (!isOn(now, number)) {
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

    /** Whether all instances were launched from a version, and are well. */
    static boolean isOn(AutoScalingGroup group, long number) {
        return group.instances().stream()
                .allMatch(one -> !one.healthStatus().equals("Unhealthy")
                        && one.launchTemplate()
                                .filter(from -> from.effectiveVersion().equals(Long.toString(number)))
                                .isPresent());
    }

    private String stop(GroupTarget group) {
        try {
            ports(group.region()).autoScaling().cancelInstanceRefresh(group.name());
            return "cancelled, since the roll-out stopped";
        } catch (AmiException failed) {
            return "still being refreshed, as it could not be cancelled: " + failed.getMessage();
        }
    }

    /** All waves are through: the default moves, and who followed follows again. */
    private void finish() {
        for (TemplateTarget template : plan.templates()) {
            long number = versions.number(template);
            RegionPorts ports = ports(template.region());
            if (template.switchesDefault()
                    && ports.template(template.launchTemplateId()).defaultVersionNumber() != number) {
                ports.launchTemplates().setDefaultVersion(template.launchTemplateId(), number);
            }
        }
        for (GroupTarget group : plan.groups()) {
            long number = versions.number(versions.target(group));
            if (group.follows() && isAt(group, now(group), group.at(number))) {
                long means = ports(group.region())
                        .version(Sources.specification(group.source()))
                        .versionNumber();
                if (means == number) {
                    update(group, group.source());
                } else {
                    put(
                            group,
                            GroupResult.Outcome.DONE,
                            "held at version " + number + ", since " + group.word() + " is " + means + " by now");
                }
            }
        }
    }

    private AutoScalingGroup now(GroupTarget group) {
        return ports(group.region()).group(group.name());
    }

    private void update(GroupTarget group, GroupLaunchSource source) {
        ports(group.region()).autoScaling().updateLaunchSource(group.name(), source);
    }

    private boolean isAt(GroupTarget group, AutoScalingGroup now, GroupLaunchSource source) {
        return isAt(versions, group, now, source);
    }

    static boolean isAt(NewVersions versions, GroupTarget group, AutoScalingGroup now, GroupLaunchSource source) {
        String name = versions.target(group).launchTemplateName();
        return now.launchSource()
                .filter(one -> Sources.same(one, source, group.launchTemplateId(), name))
                .isPresent();
    }

    private void put(GroupTarget group, GroupResult.Outcome outcome, String detail) {
        results.put(group, new GroupResult(group.region(), group.name(), outcome, detail));
    }
}
