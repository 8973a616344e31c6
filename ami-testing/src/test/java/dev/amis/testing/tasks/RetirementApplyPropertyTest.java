package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Plan;
import dev.amis.testing.InMemoryAws;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(RetirementDomain.class)
@Domain(DomainContext.Global.class)
class RetirementApplyPropertyTest {

    @Provide
    Arbitrary<Duration> spans() {
        return Arbitraries.of(
                Duration.ofSeconds(1),
                Duration.ofHours(1),
                Duration.ofDays(2),
                Duration.ofDays(7),
                Duration.ofDays(40));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void onceAppliedThePolicyPlansNothingAnyMore(@ForAll RetirementCase one) {
        InMemoryAws aws = one.world().open();
        assertThat(Retiring.apply(aws, Retiring.plan(aws, one)).isComplete()).isTrue();
        assertThat(Retiring.plan(aws, one).actions()).isEmpty();
    }

    /**
     * Images grow too old, copies end, cool-downs pass; nothing but that makes the policy plan more. It may plan less than
     * for an account in which nothing was done: the last available image of a family may be another one.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void laterThePolicyPlansOnlyWhatTimeHasChanged(@ForAll RetirementCase one, @ForAll("spans") Duration later) {
        InMemoryAws aws = one.world().open();
        Plan plan = Retiring.plan(aws, one);
        Retiring.apply(aws, plan);
        aws.time().advance(later);
        InMemoryAws untouched = Retiring.untouched(one, aws);
        Set<String> more = new TreeSet<>(Retiring.targets(Retiring.plan(untouched, one)));
        more.removeAll(Retiring.targets(plan));
        assertThat(more).containsAll(Retiring.targets(Retiring.plan(aws, one)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void onlyWhatWasPlannedIsChanged(@ForAll RetirementCase one) {
        InMemoryAws aws = one.world().open();
        Map<String, String> before = Census.of(aws);
        Plan plan = Retiring.plan(aws, one);
        Retiring.apply(aws, plan);
        Set<String> planned = Retiring.ids(Retiring.sketches(one, Retiring.targets(plan)));
        assertThat(Census.differences(before, Census.of(aws), planned)).isEmpty();
        Retiring.assertNothingLost(one, aws);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void undoBringsBackAllThatWasSaidToBeReversible(@ForAll RetirementCase one) {
        InMemoryAws aws = one.world().open();
        Plan plan = Retiring.plan(aws, one);
        ChangeReport report = Retiring.apply(aws, plan);
        Amis.using(aws).undo(ChangeReport.fromJson(report.toJson())).orThrow();
        aws.time().advance(Duration.ofHours(1));
        InMemoryAws untouched = Retiring.untouched(one, aws);
        assertThat(Census.differences(Census.of(untouched), Census.of(aws), Retiring.lost(one, plan)))
                .isEmpty();
    }
}
