package dev.amis.cleanup;

import dev.amis.plan.Action;
import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import dev.amis.plan.Verdict;
import dev.amis.usage.Samples;
import java.util.List;

/** Looks into plans by the numbers of sample images. */
final class Seen {

    private Seen() {}

    static Decision decision(Plan plan, int number) {
        List<Decision> found = plan.decisions().stream()
                .filter(decision -> decision.id().equals(Samples.imageId(number)))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " decisions about image " + number + " in " + plan.decisions());
        }
        return found.get(0);
    }

    static Verdict verdict(Plan plan, int number) {
        return decision(plan, number).verdict();
    }

    static List<Kind> kinds(Plan plan, int number) {
        return decision(plan, number).reasons().stream().map(Reason::kind).toList();
    }

    static List<String> texts(Plan plan, int number) {
        return decision(plan, number).reasons().stream().map(Reason::text).toList();
    }

    /** The targets of the actions, in order. */
    static List<String> targets(Plan plan) {
        return plan.actions().stream().map(planned -> planned.action().target()).toList();
    }

    static PlannedAction planned(Plan plan, int number) {
        return plan.actions().stream()
                .filter(planned ->
                        planned.action().target().equals(Samples.imageId(number).value()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no action on image " + number));
    }

    static Action action(Plan plan, int number) {
        return planned(plan, number).action();
    }
}
