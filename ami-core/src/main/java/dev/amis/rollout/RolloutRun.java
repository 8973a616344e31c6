package dev.amis.rollout;

import dev.amis.error.AmiException;
import dev.amis.internal.Pointers;
import dev.amis.internal.Session;
import dev.amis.rollout.GroupResult.Outcome;
import dev.amis.spi.RegionalProvider;
import dev.amis.time.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A roll-out on its way forward. Each step looks at the account first and does only what is missing, so that going on after
 * a crash is the same as beginning.
 *
 * <p>Groups that follow the default or the latest version are held at the recorded number first: a new version must reach
 * no group before its wave. They follow again at the end. So do those whose template takes its image from a parameter.
 */
final class RolloutRun {

    private final Session session;
    private final RolloutPlan plan;
    private final Consumer<Progress> listener;
    private final PlannedGroups groups;
    private final Results results;
    private final List<String> stale = new ArrayList<>();

    RolloutRun(Session session, RolloutPlan plan, Consumer<Progress> listener) {
        this.session = session;
        this.plan = plan;
        this.listener = listener;
        this.groups = new PlannedGroups(session, plan);
        this.results = new Results(plan);
    }

    RolloutReport go() {
        Instant started = session.now();
        Optional<String> problem = Optional.empty();
        try {
            RolloutTag tag = RolloutTag.of(plan);
            tag.regions().forEach(region -> tag.set(session.in(region)));
            hold();
            groups.versions().make();
            for (int wave = 1; wave <= plan.waves() && problem.isEmpty(); wave++) {
                problem = wave(wave);
            }
            if (problem.isEmpty()) {
                finish();
                problem = stale.stream().findFirst();
            }
        } catch (AmiException failed) {
            problem = Optional.of(String.valueOf(failed.getMessage()));
        }
        return results.report(
                session,
                started,
                problem.isEmpty() ? RolloutReport.Status.COMPLETED : RolloutReport.Status.STOPPED,
                problem);
    }

    private Optional<String> wave(int number) {
        WaveRun wave = new WaveRun(session, plan, groups, results, listener);
        Optional<String> problem = wave.go(number);
        stale.addAll(wave.stale());
        return problem;
    }

    private void hold() {
        for (GroupTarget group : plan.groups()) {
            if (group.follows() && groups.isAt(group, groups.now(group), group.source()) && !isFinished(group)) {
                groups.update(group, group.at(group.version()));
            }
        }
    }

    /** Whether a group that follows a word was let follow again, since the word means the new version. */
    private boolean isFinished(GroupTarget group) {
        return groups.versions().find(group).isPresent()
                && groups.meaning(group) == groups.versions().number(group)
                && !PlannedGroups.hasAny(groups.now(group), group.version());
    }

    /** All waves are through: the defaults and the pointers move, and who followed follows again. */
    private void finish() {
        plan.templates().forEach(this::switchDefault);
        plan.pointers().forEach(this::point);
        plan.groups().forEach(this::follow);
    }

    private void switchDefault(TemplateTarget template) {
        long number = groups.versions().number(template);
        RegionPorts ports = groups.ports(template.region());
        if (template.switchesDefault()
                && ports.template(template.launchTemplateId()).defaultVersionNumber() != number) {
            ports.launchTemplates().setDefaultVersion(template.launchTemplateId(), number);
        }
    }

    private void point(PointerTarget pointer) {
        RegionalProvider region = session.in(pointer.region());
        String says = Pointers.says(region, pointer.parameter());
        if (says.equals(pointer.image().value())) {
            Pointers.point(region, pointer.parameter(), pointer.newImage());
        } else if (!says.equals(pointer.newImage().value())) {
            stale.add(pointer.parameter() + " in " + pointer.region() + ": it says '" + says
                    + "', which somebody else has set");
        }
    }

    private void follow(GroupTarget group) {
        long number = groups.versions().number(group);
        Optional<PointerTarget> pointer = groups.pointer(group);
        if ((!group.follows() && pointer.isEmpty()) || !groups.isAt(group, groups.now(group), group.at(number))) {
            return;
        }
        long meaning = groups.meaning(group);
        if (meaning == (pointer.isPresent() ? group.version() : number)
                && pointer.map(this::isMoved).orElse(true)) {
            groups.update(group, group.source());
        } else {
            results.put(
                    group,
                    Outcome.DONE,
                    "held at version " + number + ", since " + group.word() + " is " + meaning + " by now"
                            + pointer.map(one -> ", and its image what " + one.parameter() + " says")
                                    .orElse(""));
        }
    }

    private boolean isMoved(PointerTarget pointer) {
        return Pointers.says(session.in(pointer.region()), pointer.parameter())
                .equals(pointer.newImage().value());
    }
}
