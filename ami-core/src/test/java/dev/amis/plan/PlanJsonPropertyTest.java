package dev.amis.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlanJsonPropertyTest {

    @Property(tries = 150)
    void aPlanThatIsReadIsThePlanThatWasWritten(@ForAll("plans") Plan plan) {
        Plan read = Plan.fromJson(plan.toJson());
        assertThat(read).isEqualTo(plan);
        assertThat(read.fingerprint()).isEqualTo(plan.fingerprint());
        assertThat(read.toJson()).isEqualTo(plan.toJson());
    }

    @Property(tries = 150)
    void aReportThatIsReadIsTheReportThatWasWritten(@ForAll("reports") ChangeReport report) {
        assertThat(ChangeReport.fromJson(report.toJson())).isEqualTo(report);
    }

    @Property(tries = 50)
    void equalPlansHaveEqualFingerprints(@ForAll("plans") Plan plan) {
        Plan same = plan.withActions(plan.actions().stream()
                .map(PlanJsonPropertyTest::withSetsReversed)
                .toList());
        assertThat(same).isEqualTo(plan);
        assertThat(same.fingerprint()).isEqualTo(plan.fingerprint());
    }

    @Property(tries = 100)
    void noLineOfADescriptionIsTooLong(@ForAll("plans") Plan plan) {
        assertThat(plan.describe().lines()).allMatch(line -> line.length() <= 120);
    }

    @Property(tries = 100)
    void noLineOfADescribedReportIsTooLong(@ForAll("reports") ChangeReport report) {
        assertThat(report.describe().lines()).allMatch(line -> line.length() <= 120);
    }

    private static PlannedAction withSetsReversed(PlannedAction planned) {
        Facts facts = planned.facts();
        Facts reversed = facts.withMissingTags(reversed(facts.missingTags()))
                .withLaunchPermissions(facts.launchPermissions().map(PlanJsonPropertyTest::reversed))
                .withSnapshotPermissions(facts.snapshotPermissions().map(PlanJsonPropertyTest::reversed));
        return new PlannedAction(planned.action(), planned.reason(), reversed, planned.reversibility());
    }

    private static <T> Set<T> reversed(Set<T> set) {
        List<T> list = new ArrayList<>(set);
        Collections.reverse(list);
        return new LinkedHashSet<>(list);
    }

    @Provide
    Arbitrary<Plan> plans() {
        return PlanArbitraries.plans();
    }

    @Provide
    Arbitrary<ChangeReport> reports() {
        return PlanArbitraries.reports();
    }
}
