package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.plan.Action;
import dev.amis.plan.Plan;
import dev.amis.testing.CallLog;
import dev.amis.testing.InMemoryAws;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Somebody else changes the account at any moment while a plan is being applied. */
@Domain(RetirementDomain.class)
@Domain(DomainContext.Global.class)
class RetirementRacePropertyTest {

    private static final int NEVER = Integer.MAX_VALUE;

    /**
     * The image is left alone if the change could be seen in the last look before its turn, and retired if the policy does not
     * mind the change; in between, either may happen. The others are retired as if nothing had happened.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatSomebodyHasComeToNeedIsNotRetiredAndAllElseIs(@ForAll RetirementCase one, @ForAll Meanwhile meanwhile) {
        InMemoryAws calm = one.world().open();
        Map<String, String> before = Census.of(calm);
        Plan plan = Retiring.plan(calm, one);
        Assume.that(!plan.isEmpty());
        calm.calls().clear();
        Retiring.apply(calm, plan);
        int calls = calm.calls().count();
        Action.OnImage victim = victim(plan, meanwhile);

        InMemoryAws aws = one.world().open();
        int happened = applyWhile(aws, plan, victim, meanwhile, 1 + meanwhile.index() % calls);
        boolean retired = isRetired(aws, victim);
        if (!meanwhile.matters(one.policy())) {
            assertThat(retired).as(victim + " retired in spite of " + meanwhile).isTrue();
        } else if (happened <= lastLook(aws, meanwhile, victim)) {
            assertThat(retired).as(victim + " retired in spite of " + meanwhile).isFalse();
        }

        Set<String> touched = Retiring.ids(Retiring.sketches(one, Set.of(victim.target())));
        Retiring.meet(calm, aws);
        Map<String, String> now = Census.of(aws);
        now.keySet().retainAll(before.keySet());
        assertThat(Census.differences(Census.of(calm), now, touched)).isEmpty();
        assertThat(Census.broken(aws)).isEmpty();
    }

    private static Action.OnImage victim(Plan plan, Meanwhile meanwhile) {
        int index = meanwhile.target() % plan.actions().size();
        return (Action.OnImage) plan.actions().get(index).action();
    }

    /** How many calls had been made when it happened. */
    private static int applyWhile(InMemoryAws aws, Plan plan, Action.OnImage victim, Meanwhile meanwhile, int nth) {
        AtomicInteger happened = new AtomicInteger(NEVER);
        Runnable change = () -> {
            int made = aws.calls().count();
            if (meanwhile.happensTo(aws, victim)) {
                happened.set(made);
            }
        };
        Retiring.apply(Interposed.before(nth, change, aws), plan);
        return happened.get();
    }

    private static boolean isRetired(InMemoryAws aws, Action victim) {
        return aws.calls().entries().stream()
                .anyMatch(call -> isRetiring(call, victim) && call.outcome().equals("OK"));
    }

    private static boolean isRetiring(CallLog.Entry call, Action victim) {
        return Set.of("DeregisterImage", "DisableImage", "EnableImageDeprecation")
                        .contains(call.action())
                && call.resources().contains(victim.target());
    }

    /** The last look that could show it before the image's turn; if there was none, it must have been seen all the same. */
    private static int lastLook(InMemoryAws aws, Meanwhile meanwhile, Action victim) {
        List<CallLog.Entry> calls = aws.calls().entries();
        int look = NEVER - 1;
        for (int i = 0; i < calls.size() && !isRetiring(calls.get(i), victim); i++) {
            look = meanwhile.kind().isShownBy(calls.get(i), victim) ? i : look;
        }
        return look;
    }
}
