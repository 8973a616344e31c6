package dev.amis.rollout;

import dev.amis.error.AmiException;
import dev.amis.internal.Pointers;
import dev.amis.internal.Session;
import dev.amis.model.AutoScalingGroup;
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
            new RolloutTag(session, plan).set();
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

    /** Whether nothing is left to do, as after a roll-out that came to its end. */
    boolean isComplete() {
        return plan.templates().stream().allMatch(this::isComplete)
                && plan.pointers().stream().allMatch(this::isMoved)
                && groups.now(plan.groups()).entrySet().stream()
                        .allMatch(one -> isComplete(one.getKey(), one.getValue()));
    }

    private boolean isComplete(TemplateTarget template) {
        Optional<Long> number = groups.versions().find(template);
        return number.isPresent()
                && (!template.switchesDefault()
                        || groups.ports(template.region())
                                        .template(template.launchTemplateId())
                                        .defaultVersionNumber()
                                == number.get());
    }

    private boolean isComplete(GroupTarget group, AutoScalingGroup now) {
        long number = groups.versions().number(group);
        boolean stays = !group.follows() && groups.pointer(group).isEmpty();
        boolean isThere = groups.isAt(group, now, stays ? group.at(number) : group.source());
        results.ignored(group, groups.ignored(group, now, number));
        return isThere && groups.standing(group, now, number) == GroupStanding.ON;
    }

    RolloutReport completed() {
        plan.groups().forEach(group -> results.put(group, Outcome.DONE, "it was so already"));
        return results.report(session, session.now(), RolloutReport.Status.COMPLETED, Optional.empty());
    }

    private Optional<String> wave(int number) {
        WaveRun wave = new WaveRun(session, plan, groups, results, listener);
        Optional<String> problem = wave.go(number);
        stale.addAll(wave.stale());
        return problem;
    }

    private void hold() {
        groups.now(plan.groups()).forEach((group, now) -> {
            if (!group.follows() || !groups.isAt(group, now, group.source())) {
                return;
            }
            long meaning = groups.meaning(group);
            boolean isNew = groups.versions().find(group).equals(Optional.of(meaning));
            if (!isNew && meaning != group.version()) {
                String why = group.word() + " is " + meaning + " by now, which somebody else has set";
                stale.add(group.name() + " in " + group.region() + ": " + why);
                results.put(group, Outcome.SKIPPED_STALE, why);
            } else if (!isNew || groups.replacesAny(group, now, group.version())) {
                groups.update(group, group.at(group.version()));
            }
        });
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
        long now = ports.template(template.launchTemplateId()).defaultVersionNumber();
        if (template.switchesDefault() && now == template.defaultVersion()) {
            ports.launchTemplates().setDefaultVersion(template.launchTemplateId(), number);
        } else if (template.switchesDefault() && now != number) {
            stale.add(template.launchTemplateName() + " in " + template.region() + ": its default version is " + now
                    + ", which somebody else has set");
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
