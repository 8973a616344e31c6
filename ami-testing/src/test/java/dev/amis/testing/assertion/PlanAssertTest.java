package dev.amis.testing.assertion;

import static dev.amis.testing.assertion.AmiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.amis.Amis;
import dev.amis.model.Image;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Decision;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import dev.amis.plan.Reason;
import dev.amis.plan.Verdict;
import dev.amis.testing.Images;
import dev.amis.testing.InMemoryAws;
import dev.amis.usage.UnreadSource;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Plans and reports out of the real engine, on the in-memory account. */
class PlanAssertTest {

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);
    private final Image web = Images.available("web-1.0.0");
    private final Image other = Images.available("other-1.0.0");

    @BeforeEach
    void seed() {
        Stream.of(web, other).forEach(image -> {
            aws.seed().image(image);
            Images.snapshotsOf(image).forEach(aws.seed()::snapshot);
        });
    }

    @TestFactory
    Stream<DynamicTest> planAssertionsHoldAndFail() {
        Plan deprecating = amis.deprecate(web).in(Duration.ofDays(30)).plan();
        Plan disabling = amis.disable(web).plan();
        Plan deregistering = amis.deregister(web).plan();
        return Stream.of(
                planCase("hasActions", plan -> plan.hasActions(1), deprecating, deprecating.withActions()),
                planCase("isEmpty", PlanAssert::isEmpty, deprecating.withActions(), deprecating),
                planCase("deprecates", plan -> plan.deprecates(web), deprecating, disabling),
                planCase("disables", plan -> plan.disables(web), disabling, deprecating),
                planCase("deregisters", plan -> plan.deregisters(web), deregistering, disabling),
                planCase("doesNotTouch", plan -> plan.doesNotTouch(web), deprecating.withActions(), deprecating),
                planCase("isReversible", PlanAssert::isReversible, deprecating, deregistering),
                planCase("keeps", plan -> plan.keeps(web), decided(Verdict.KEEP), decided(Verdict.DISABLE)),
                planCase("looks at", plan -> plan.keeps(web), decided(Verdict.KEEP), deprecating),
                planCase(
                        "keeps for a reason",
                        plan -> plan.keeps(web, Reason.Kind.IN_USE),
                        decided(Verdict.KEEP),
                        decided(Verdict.KEEP).withDecisions(decision(Verdict.KEEP, Reason.Kind.TAGGED))),
                planCase("readAllSources", PlanAssert::readAllSources, deprecating, unread(deprecating)));
    }

    @Test
    void appliedReportIsComplete() {
        ChangeReport report = amis.disable(web).apply();

        assertThat(report).isComplete().hasDone(web).has(Outcome.DONE, 1);
    }

    @Test
    void reportOfAnotherImageIsNotOfThisOne() {
        ChangeReport report = amis.disable(web).apply();

        Throwable failure = catchThrowable(() -> assertThat(report).hasDone(other));

        assertThat(failure).isInstanceOf(AssertionError.class).hasMessageContaining("no such result");
    }

    @Test
    void stalePlanIsReportedAsSkipped() {
        Plan plan = amis.disable(web).plan();
        amis.deregister(web).apply();

        ChangeReport report = amis.apply(plan);

        assertThat(report).isNotComplete().hasSkipped(web);
        assertThat(catchThrowable(() -> assertThat(report).isComplete()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("disable " + web.imageId(), "SKIPPED_STALE");
    }

    @Test
    void completeReportIsNotTakenForAnother() {
        ChangeReport report = amis.disable(web).apply();

        assertThat(Stream.<Consumer<ChangeReportAssert>>of(
                                ChangeReportAssert::isNotComplete,
                                one -> one.has(Outcome.FAILED, 1),
                                one -> one.hasSkipped(web))
                        .map(wrong -> catchThrowable(() -> wrong.accept(assertThat(report)))))
                .hasSize(3)
                .allMatch(AssertionError.class::isInstance);
    }

    private static DynamicTest planCase(String name, Consumer<PlanAssert> assertion, Plan holds, Plan fails) {
        return DynamicTest.dynamicTest(name, () -> {
            assertion.accept(assertThat(holds));

            assertThat(catchThrowable(() -> assertion.accept(assertThat(fails))))
                    .isInstanceOf(AssertionError.class);
        });
    }

    private Plan decided(Verdict verdict) {
        return Plan.of("retire", aws.account(), aws.clock().instant())
                .addDecision(decision(verdict, Reason.Kind.IN_USE))
                .build();
    }

    private Decision decision(Verdict verdict, Reason.Kind reason) {
        return new Decision(
                web.region(),
                web.imageId(),
                "web-1.0.0",
                web.creationDate(),
                8,
                "web",
                1,
                verdict,
                List.of(new Reason(reason, "because")));
    }

    private Plan unread(Plan plan) {
        return plan.withUnreadSources(new UnreadSource(aws.region(), "instances", "denied"));
    }
}
