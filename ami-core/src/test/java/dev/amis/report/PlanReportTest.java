package dev.amis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlanReportTest {

    private static final PlanReport SMALL = PlanReport.of(Samples.small());

    @Test
    void markdownIsAsApproved() {
        Golden.of("small.md").compareWith(SMALL.toMarkdown());
    }

    @Test
    void htmlIsAsApproved() {
        Golden.of("small.html").compareWith(SMALL.toHtml().replace(Stylesheet.CSS, "(style)"));
    }

    @Test
    void anEmptyPlanIsAsApproved() {
        Golden.of("empty.md").compareWith(PlanReport.of(Samples.plan().build()).toMarkdown());
    }

    @Test
    void noTagValueIsTold() {
        assertThat(SMALL.toMarkdown() + SMALL.toHtml()).contains("Stage").doesNotContain("secret value");
    }

    @Test
    void aReportNamesItsPlanInALine() {
        assertThat(SMALL).hasToString("report on " + Samples.small());
    }

    @Test
    void noPlanIsRefused() {
        assertThatThrownBy(() -> PlanReport.of(null)).isInstanceOf(NullPointerException.class);
    }
}
