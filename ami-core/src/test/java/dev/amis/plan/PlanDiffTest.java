package dev.amis.plan;

import static dev.amis.plan.Worlds.IMAGE;
import static dev.amis.plan.Worlds.OTHER;
import static dev.amis.plan.Worlds.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.ImageId;
import dev.amis.model.Region;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlanDiffTest {

    private static final PlannedAction DISABLE = Worlds.planned(new Action.Disable(REGION, IMAGE));
    private static final Reason FREE = new Reason(Reason.Kind.NOTHING_KEEPS_IT, "no rule keeps it");
    private static final Reason USED = new Reason(Reason.Kind.IN_USE, "in use: i-0123456789abcdef0");

    @Test
    void aVerdictThatChangedIsTold() {
        Plan before = plan(decision(REGION, IMAGE, Verdict.DISABLE, FREE)).withActions(DISABLE);
        Plan after = plan(decision(REGION, IMAGE, Verdict.KEEP, USED));
        PlanDiff diff = before.diff(after);
        assertThat(diff.changed()).hasSize(1);
        assertThat(diff.droppedActions()).containsExactly(DISABLE);
        assertThat(diff.addedActions()).isEmpty();
        assertThat(diff.describe()).isEqualTo("""
                ~ ami-0123456789abcdef0 in eu-west-1 web: disable became keep, because in use: i-0123456789abcdef0
                - to do: disable ami-0123456789abcdef0
                """);
    }

    @Test
    void anotherReasonForTheSameVerdictIsTold() {
        PlanDiff diff = plan(decision(REGION, IMAGE, Verdict.KEEP, FREE))
                .diff(plan(decision(REGION, IMAGE, Verdict.KEEP, USED)));
        assertThat(diff.changed().toString()).contains("keep as before, because in use");
    }

    @Test
    void imagesComeAndGo() {
        PlanDiff diff = plan(decision(REGION, IMAGE, Verdict.KEEP, FREE))
                .diff(plan(decision(REGION, OTHER, Verdict.KEEP, USED)));
        assertThat(diff.appeared()).extracting(Decision::id).containsExactly(OTHER);
        assertThat(diff.vanished()).extracting(Decision::id).containsExactly(IMAGE);
        assertThat(diff.describe()).startsWith("+ " + OTHER).contains("\n- " + IMAGE);
    }

    @Test
    void theSameIdInAnotherRegionIsAnotherImage() {
        PlanDiff diff = plan(decision(REGION, IMAGE, Verdict.KEEP, FREE))
                .diff(plan(decision(Region.US_EAST_1, IMAGE, Verdict.KEEP, FREE)));
        assertThat(diff.appeared()).hasSize(1);
        assertThat(diff.vanished()).hasSize(1);
        assertThat(diff).hasToString("0 decisions changed, 1 appeared, 1 vanished, 0 actions added, 0 dropped");
    }

    @Test
    void plansOfDifferentTimesMaySayTheSame() {
        Plan before = plan(decision(REGION, IMAGE, Verdict.KEEP, FREE));
        PlanDiff diff = before.diff(before.withCreatedAt(Worlds.NEXT_MONTH).withExpiresAt(Worlds.NEXT_YEAR));
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.describe()).isEqualTo("The plans do the same.\n");
    }

    @Test
    void ofTwoDecisionsAboutAnImageTheLastCountsOnBothSides() {
        Plan once = plan(decision(REGION, IMAGE, Verdict.KEEP, FREE));
        Plan twice =
                plan(decision(REGION, IMAGE, Verdict.DEREGISTER, FREE), decision(REGION, IMAGE, Verdict.KEEP, FREE));
        assertThat(once.diff(twice).isEmpty()).isTrue();
        assertThat(twice.diff(once).isEmpty()).isTrue();
    }

    @Property(tries = 100)
    void aPlanDoesNotDifferFromItself(@ForAll("plans") Plan plan) {
        assertThat(plan.diff(plan).addedActions()).isEmpty();
        assertThat(plan.diff(plan).droppedActions()).isEmpty();
    }

    @Property(tries = 100)
    void whatOneDirectionAddsTheOtherDrops(@ForAll("plans") Plan one, @ForAll("plans") Plan other) {
        assertThat(one.diff(other).addedActions()).isEqualTo(other.diff(one).droppedActions());
        assertThat(one.diff(other).isEmpty()).isEqualTo(other.diff(one).isEmpty());
    }

    @Provide
    Arbitrary<Plan> plans() {
        return PlanArbitraries.plans();
    }

    private static Plan plan(Decision... decisions) {
        return Worlds.plan().withDecisions(decisions);
    }

    private static Decision decision(Region region, ImageId imageId, Verdict verdict, Reason reason) {
        return new Decision(region, imageId, "web", Optional.of(TinyEc2.START), 8, "web", 1, verdict, List.of(reason));
    }
}
