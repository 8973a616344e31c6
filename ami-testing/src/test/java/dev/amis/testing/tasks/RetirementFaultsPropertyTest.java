package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.plan.ActionResult;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Journal;
import dev.amis.plan.Plan;
import dev.amis.testing.InMemoryAws;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** At whichever call something goes wrong, while a plan is applied or taken back: nothing is lost, and all ends as planned. */
@Domain(RetirementDomain.class)
@Domain(DomainContext.Global.class)
class RetirementFaultsPropertyTest {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whateverGoesWrongTheSamePlanEndsInTheSameWorld(
            @ForAll RetirementCase one, @ForAll @Size(min = 1, max = 3) List<Trouble> troubles) {
        InMemoryAws calm = one.world().open();
        Plan plan = Retiring.plan(calm, one);
        Assume.that(!plan.isEmpty());
        calm.calls().clear();
        Retiring.apply(calm, plan);
        int calls = calm.calls().count();

        InMemoryAws aws = one.world().open();
        Journal journal = Journal.inMemory();
        for (Trouble trouble : troubles) {
            trouble.happensTo(aws, calls, () -> apply(aws, plan, journal));
            Retiring.assertNothingLost(one, aws);
        }
        assertThat(apply(aws, plan, journal).isComplete()).isTrue();
        Retiring.meet(calm, aws);
        assertThat(Census.differences(Census.of(calm), Census.of(aws), Set.of()))
                .isEmpty();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whateverGoesWrongUndoBringsBackAllThatWasSaidToBeReversible(
            @ForAll RetirementCase one, @ForAll Trouble applying, @ForAll Trouble undoing) {
        InMemoryAws calm = one.world().open();
        Plan plan = Retiring.plan(calm, one);
        Assume.that(!plan.isEmpty());
        calm.calls().clear();
        ChangeReport calmly = Retiring.apply(calm, plan);
        int calls = calm.calls().count();
        calm.calls().clear();
        Amis.using(calm).undo(calmly);
        int undoCalls = Math.max(1, calm.calls().count());

        InMemoryAws aws = one.world().open();
        Journal journal = Journal.inMemory();
        applying.happensTo(aws, calls, () -> apply(aws, plan, journal));
        ChangeReport report = ChangeReport.fromJson(apply(aws, plan, journal).toJson());
        undoing.happensTo(aws, undoCalls, () -> Amis.using(aws).undo(report));
        Retiring.assertNothingLost(one, aws);
        Amis.using(aws).undo(report).orThrow();
        aws.time().advance(Duration.ofHours(1));
        InMemoryAws untouched = Retiring.untouched(one, aws);
        assertThat(Census.differences(Census.of(untouched), Census.of(aws), Retiring.lost(one, plan)))
                .isEmpty();
    }

    /** What is done looks as it does without trouble, what is not looks as before; a lost answer is looked after. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void whateverGoesWrongTheReportTellsTheTruth(@ForAll RetirementCase one, @ForAll Trouble trouble) {
        InMemoryAws calm = one.world().open();
        Plan plan = Retiring.plan(calm, one);
        Assume.that(!plan.isEmpty());
        calm.calls().clear();
        Retiring.apply(calm, plan);

        InMemoryAws aws = one.world().open();
        Optional<ChangeReport> report = trouble.happensTo(aws, calm.calls().count(), () -> Retiring.apply(aws, plan));
        Retiring.meet(calm, aws);
        InMemoryAws untouched = Retiring.untouched(one, aws);
        for (ActionResult result : report.map(ChangeReport::results).orElse(List.of())) {
            String image = result.planned().action().target();
            String now = Census.of(aws).getOrDefault(image, "gone");
            switch (result.outcome()) {
                case DONE -> assertThat(now).isEqualTo(Census.of(calm).getOrDefault(image, "gone"));
                case UNKNOWN -> assertThat(trouble.kind()).isNotEqualTo(Trouble.Kind.LOST_ANSWER);
                default -> assertThat(now).isEqualTo(Census.of(untouched).get(image));
            }
        }
    }

    private static ChangeReport apply(InMemoryAws aws, Plan plan, Journal journal) {
        return Amis.using(aws).applying(plan).journal(journal).apply();
    }
}
