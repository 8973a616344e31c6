package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.plan.Action;
import dev.amis.plan.Plan;
import dev.amis.testing.InMemoryAws;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Somebody else changes the account at any moment while a plan is being applied. */
@Domain(RetirementDomain.class)
@Domain(DomainContext.Global.class)
class RetirementRacePropertyTest {

    private static final Set<String> RETIRING = Set.of("deregisterImage", "disableImage", "enableImageDeprecation");
    private static final Duration FRESH = Duration.ofSeconds(5);

    /**
     * The image is left alone if the last look at it before its turn could show the change, and retired if the policy does not
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
        int nth = 1 + meanwhile.index() % calm.calls().count();
        Action.OnImage victim = victim(plan, meanwhile);

        InMemoryAws aws = one.world().open();
        AtomicBoolean happened = new AtomicBoolean();
        Interposed watched = new Interposed(nth, () -> happened.set(meanwhile.happensTo(aws, victim)), aws);
        Retiring.apply(watched.provider(), plan);
        if (!meanwhile.matters(one.policy())) {
            assertThat(isRetired(aws, victim))
                    .as(victim + " retired in spite of " + meanwhile)
                    .isTrue();
        } else if (happened.get() && nth - 1 <= lastLook(watched.asked(), meanwhile.kind(), victim.target())) {
            assertThat(isRetired(aws, victim))
                    .as(victim + " retired in spite of " + meanwhile)
                    .isFalse();
        }

        Set<String> touched = Retiring.ids(Retiring.sketches(one, Set.of(victim.target())));
        Retiring.meet(calm, aws);
        Map<String, String> now = Census.of(aws);
        now.keySet().retainAll(before.keySet());
        assertThat(Census.differences(Census.of(calm), now, touched)).isEmpty();
        assertThat(Census.broken(aws)).isEmpty();
    }

    /** However slow EC2 is, what is known of an image when its turn comes is not older than the documented five seconds. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyImageIsLookedAtRightBeforeItsTurn(
            @ForAll RetirementCase one, @ForAll Meanwhile.Kind kind, @ForAll @IntRange(max = 4) int latency) {
        InMemoryAws aws = one.world().open();
        Plan plan = Retiring.plan(aws, one);
        Assume.that(!plan.isEmpty() && new Meanwhile(kind, 0, 0).matters(one.policy()));
        aws.faults().latency(Duration.ofSeconds(latency));
        Interposed watched = new Interposed(0, () -> {}, aws);
        Retiring.apply(watched.provider(), plan);
        List<Interposed.Asked> asked = watched.asked();
        Duration lookingAndTelling = Duration.ofSeconds((2L + longestLook(asked)) * latency);
        for (String image : Retiring.targets(plan)) {
            int turn = turn(asked, image);
            int look = lastLook(asked, kind, image);
            assertThat(look).as("look at " + image).isBetween(0, turn);
            Instant seen = asked.get(look).at();
            assertThat(asked.get(turn).at())
                    .isBefore(seen.plus(FRESH).plus(lookingAndTelling).plusNanos(1));
        }
    }

    /** The most questions in a row, for a look takes as long as all of its pages do. */
    private static int longestLook(List<Interposed.Asked> asked) {
        int longest = 0;
        int inARow = 0;
        for (Interposed.Asked one : asked) {
            inARow = one.is(RETIRING, "") ? 0 : inARow + 1;
            longest = Math.max(longest, inARow);
        }
        return longest;
    }

    private static Action.OnImage victim(Plan plan, Meanwhile meanwhile) {
        int index = meanwhile.target() % plan.actions().size();
        return (Action.OnImage) plan.actions().get(index).action();
    }

    private static boolean isRetired(InMemoryAws aws, Action victim) {
        return aws.calls().entries().stream()
                .filter(call -> call.outcome().equals("OK") && call.resources().contains(victim.target()))
                .anyMatch(call -> Set.of("DeregisterImage", "DisableImage", "EnableImageDeprecation")
                        .contains(call.action()));
    }

    /** The image's turn, or the end if it was left out. */
    private static int turn(List<Interposed.Asked> asked, String image) {
        int turn = 0;
        while (turn < asked.size() && !asked.get(turn).is(RETIRING, image)) {
            turn++;
        }
        return turn;
    }

    /** The last look before an image's turn that could show a change; far away if there is none, which must not be. */
    private static int lastLook(List<Interposed.Asked> asked, Meanwhile.Kind kind, String image) {
        int look = Integer.MAX_VALUE;
        for (int i = 0; i < turn(asked, image); i++) {
            look = kind.isShownBy(asked.get(i), image) ? i : look;
        }
        return look;
    }
}
