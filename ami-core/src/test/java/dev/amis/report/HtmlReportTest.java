package dev.amis.report;

import static dev.amis.report.Samples.decision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.plan.Plan;
import dev.amis.plan.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class HtmlReportTest {

    private static final Page SMALL = Page.of(PlanReport.of(Samples.small()).toHtml());
    private static final Page EMPTY =
            Page.of(PlanReport.of(Samples.plan().build()).toHtml());

    @Test
    void nothingMayBeLoadedAndNoScriptRun() {
        String policy = SMALL.elements().stream()
                .filter(element -> element.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .map(element -> element.getAttribute("content"))
                .findFirst()
                .orElseThrow();
        assertThat(policy).startsWith("default-src 'none'; style-src 'sha256-").doesNotContain("unsafe", "script", "*");
    }

    @Test
    void theOneStyleThatIsAllowedIsThatOfThePage() throws NoSuchAlgorithmException {
        String style = SMALL.document().getElementsByTagName("style").item(0).getTextContent();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(Stylesheet.POLICY).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        assertThat(style).doesNotContain("url(", "@import");
    }

    @Test
    void everyIdIsThereOnce() {
        assertThat(SMALL.elements())
                .extracting(element -> element.getAttribute("id"))
                .filteredOn(id -> !id.isEmpty())
                .doesNotHaveDuplicates();
    }

    @Test
    void chartsAreToldInWords() {
        List<Element> charts = SMALL.elements().stream()
                .filter(element -> element.getAttribute("role").equals("img"))
                .toList();

        assertThat(charts).hasSize(2);
        for (Element chart : charts) {
            for (String id : List.of(chart.getAttribute("aria-labelledby").split(" ", -1))) {
                assertThat(SMALL.byId(id).getTextContent()).isNotBlank();
            }
        }
    }

    @Test
    void everyPatternOfABarIsDefined() {
        assertThat(SMALL.elements())
                .extracting(element -> element.getAttribute("fill"))
                .filteredOn(fill -> !fill.isEmpty())
                .allSatisfy(fill -> assertThat(SMALL.has(fill.substring(5, fill.length() - 1)))
                        .isTrue());
    }

    @Test
    void whatCouldNotBeReadComesBeforeAllElse() {
        assertThat(SMALL.elements().stream()
                        .filter(element -> element.getTagName().equals("section"))
                        .findFirst()
                        .map(element -> element.getAttribute("id")))
                .contains("unread");
    }

    @Test
    void thePolicyIsThatOfThePlan() {
        assertThat(SMALL.byId("policy")
                        .getElementsByTagName("pre")
                        .item(0)
                        .getTextContent()
                        .strip())
                .isEqualTo(Samples.small().iamPolicy().strip());
    }

    @Test
    void anEmptyPlanSaysSo() {
        assertThat(EMPTY.byId("actions").getTextContent()).contains("Nothing to do.");
        assertThat(List.of("ages", "decisions", "policy", "unread", "notes")).noneMatch(EMPTY::has);
    }

    @Test
    void aPlanWithoutDatesHasAChart() {
        Page page = page(Samples.plan()
                .addDecision(decision(1, "web", Verdict.KEEP, Optional.empty()))
                .build());

        assertThat(page.byId("images-desc").getTextContent()).endsWith(" no date: 1 image keep.");
    }

    @Test
    void imagesOfOneAgeAreOneBar() {
        Page page = page(Samples.plan()
                .addDecisions(decision(1, Verdict.KEEP, 1), decision(2, Verdict.KEEP, 2))
                .build());

        assertThat(page.byId("images-desc").getTextContent()).endsWith(" age 0 weeks: 2 images keep.");
    }

    @Test
    void imagesWithoutVolumesHaveAChart() {
        var image = decision(1, Verdict.KEEP, 1);
        Page page = page(Samples.plan()
                .addDecision(new dev.amis.plan.Decision(
                        image.region(), image.id(), "", image.created(), 0, "web", 1, Verdict.KEEP, image.reasons()))
                .build());

        assertThat(page.byId("storage-desc").getTextContent()).endsWith(" age 0 weeks: 0 GiB keep.");
    }

    private static Page page(Plan plan) {
        return Page.of(PlanReport.of(plan).toHtml());
    }
}
