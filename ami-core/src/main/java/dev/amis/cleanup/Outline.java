package dev.amis.cleanup;

import dev.amis.model.Region;
import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts decisions and actions into a plan, and counts them. */
final class Outline {

    private static final List<Reason> NOTHING_KEEPS_IT =
            List.of(new Reason(Reason.Kind.NOTHING_KEEPS_IT, Actions.REASON));

    private final Limits limits;
    private final Plan.Builder plan;
    private final ReasonLists reasons = new ReasonLists();

    Outline(RetentionPolicy policy, Plan.Builder plan) {
        this.plan = plan;
        this.limits = new Limits(policy);
    }

    void add(Region region, Stream<Family> families) {
        families.forEach(family -> {
            limits.count(region, family);
            add(region, family);
        });
    }

    /** Decisions from newest to oldest; actions the other way, so that what is left if they stop is the newest. */
    private void add(Region region, Family family) {
        List<Member> members = family.members();
        for (int i = 0; i < members.size(); i++) {
            plan.addDecision(decision(region, family, i, members.get(i)));
        }
        for (int i = members.size() - 1; i >= 0; i--) {
            add(members.get(i));
        }
    }

    private void add(Member member) {
        PlannedAction action = member.action();
        if (action != null && member.isRetired()) {
            plan.addAction(action);
            PlannedAction next = member.nextAction();
            if (next != null) {
                plan.addAction(next);
            }
        }
    }

    private Decision decision(Region region, Family family, int index, Member member) {
        return new Decision(
                region,
                member.imageId(),
                member.name(),
                member.created(),
                member.volumeGib(),
                family.name(),
                family.isNone() ? 0 : index + 1,
                member.verdict(),
                member.isRetired() ? why(member.action()) : member.reasons());
    }

    private List<Reason> why(@Nullable PlannedAction action) {
        return action == null || action.reason().equals(Actions.REASON)
                ? NOTHING_KEEPS_IT
                : reasons.of(new Reason(Reason.Kind.NOTHING_KEEPS_IT, action.reason()));
    }

    /**
     * Refuses a plan that changes too much.
     *
     * @throws dev.amis.error.ConflictException with the numbers, and how to raise the limit
     */
    void checkLimits() {
        limits.check();
    }
}
