package dev.amis.report;

import static dev.amis.report.Samples.decision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.Region;
import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import dev.amis.plan.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FamilyDecisionsTest {

    private static final Optional<Duration> DAY = Optional.of(Duration.ofDays(1));

    @Test
    void familiesInWhichNothingChangesComeLast() {
        Plan plan = Samples.plan()
                .addDecision(decision(1, "a", Verdict.KEEP, DAY))
                .addDecision(decision(2, "b", Verdict.DISABLE, DAY))
                .addDecision(decision(3, "", Verdict.KEEP, DAY))
                .addDecision(decision(4, "c", Verdict.DEREGISTER, DAY))
                .addDecision(decision(5, "b", Verdict.KEEP, DAY))
                .build();

        assertThat(FamilyDecisions.of(plan))
                .extracting(FamilyDecisions::title)
                .containsExactly("Family b", "Family c", "Family a", "No family");
    }

    @Test
    void aFamilyOfTwoRegionsIsTwo() {
        Decision ireland = decision(1, "a", Verdict.KEEP, DAY);
        Decision virginia = new Decision(
                Region.US_EAST_1,
                ireland.id(),
                ireland.name(),
                ireland.created(),
                8,
                "a",
                1,
                Verdict.KEEP,
                ireland.reasons());
        Plan plan = Samples.plan().addDecisions(ireland, virginia).build();

        assertThat(FamilyDecisions.of(plan))
                .extracting(FamilyDecisions::region)
                .containsExactly(Region.EU_WEST_1, Region.US_EAST_1);
    }

    @Test
    void keptImagesAreShownUpToALimit() {
        FamilyDecisions family = FamilyDecisions.of(many(Verdict.KEEP, 60)).get(0);

        assertThat(family.shown()).hasSize(50);
        assertThat(family.more()).isEqualTo(10);
    }

    @Test
    void whatChangesIsAlwaysShown() {
        Plan plan = many(Verdict.DEREGISTER, 10_000);
        Page page = Page.of(PlanReport.of(plan).toHtml());

        assertThat(page.texts("decisions", "td", "id")).hasSize(10_000);
        assertThat(PlanReport.of(plan).toMarkdown().lines().filter(line -> line.contains("**deregister**")))
                .hasSize(10_000);
    }

    @Test
    void bothFormsSayHowManyMoreAreKept() {
        PlanReport report = PlanReport.of(many(Verdict.KEEP, 10_000));

        assertThat(report.toHtml()).contains("<p class=\"small\">and 9,950 more, all kept</p>");
        assertThat(report.toMarkdown()).contains("\nand 9,950 more, all kept\n\n</details>\n");
    }

    private static Plan many(Verdict verdict, int images) {
        return Samples.plan()
                .addAllDecisions(IntStream.rangeClosed(1, images)
                        .mapToObj(number -> decision(number, verdict, number / 10))
                        .toList())
                .build();
    }
}
