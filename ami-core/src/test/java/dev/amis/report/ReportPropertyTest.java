package dev.amis.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.plan.Plan;
import dev.amis.plan.PlanArbitraries;
import dev.amis.plan.Verdict;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** What holds of the reports on all plans, whatever their texts hold. */
class ReportPropertyTest {

    private static final List<String> ELEMENTS = List.of(
            ("html head meta title style body header main footer section p h1 h2 h3 strong b span code pre ul li div dl dt dd"
                            + " details summary table thead tbody tfoot tr th td svg desc defs pattern rect path circle line text")
                    .split(" "));
    private static final List<String> ATTRIBUTES = List.of(
            ("lang charset http-equiv content name class id scope viewBox role aria-labelledby aria-hidden width"
                            + " height x y x1 x2 y1 y2 cx cy r d fill patternUnits text-anchor")
                    .split(" "));

    @Provide
    Arbitrary<Plan> plans() {
        return PlanArbitraries.plans();
    }

    @Property(tries = 150)
    void aPageSaysWhatThePlanSays(@ForAll("plans") Plan plan) {
        Page page = Page.of(PlanReport.of(plan).toHtml());

        assertThat(page.document().getElementsByTagName("h1").item(0).getTextContent())
                .isEqualTo(VisibleText.of(plan.title()));
        assertThat(page.texts("actions", "td", "what"))
                .isEqualTo(visible(
                        plan.actions().stream().map(planned -> planned.action().describe())));
        assertThat(page.texts("actions", "td", "why"))
                .isEqualTo(visible(plan.actions().stream().map(planned -> planned.reason())));
        assertThat(page.texts("actions", "td", "undo"))
                .isEqualTo(visible(plan.actions().stream()
                        .map(planned -> planned.reversibility().toString())));
        if (!plan.notes().isEmpty()) {
            assertThat(page.texts("notes", "li", "")).isEqualTo(visible(plan.notes().stream()));
        }
    }

    @Property(tries = 150)
    void aPageHasEveryDecision(@ForAll("plans") Plan plan) {
        Page page = Page.of(PlanReport.of(plan).toHtml());

        assertThat(page.has("decisions")).isEqualTo(!plan.decisions().isEmpty());
        if (page.has("decisions")) {
            assertThat(page.texts("decisions", "td", "id"))
                    .containsExactlyInAnyOrderElementsOf(plan.decisions().stream()
                            .map(decision -> decision.id().value())
                            .toList());
            assertThat(page.texts("decisions", "td", "name"))
                    .containsExactlyInAnyOrderElementsOf(
                            visible(plan.decisions().stream().map(decision -> decision.name())));
            assertThat(page.texts("decisions", "td", "why"))
                    .containsExactlyInAnyOrderElementsOf(
                            visible(plan.decisions().stream().map(Words::reasons)));
        }
    }

    @Property(tries = 150)
    void noTextOfAPlanBecomesMarkup(@ForAll("plans") Plan plan) {
        Page page = Page.of(PlanReport.of(plan).toHtml());

        assertThat(page.elements()).extracting(Element::getTagName).isSubsetOf(ELEMENTS);
        assertThat(page.elements().stream().flatMap(ReportPropertyTest::attributes))
                .isSubsetOf(ATTRIBUTES);
    }

    @Property(tries = 150)
    void theBarsOfTheChartsAddUpToTheTotals(@ForAll("plans") Plan plan) {
        AgeHistogram ages = AgeHistogram.of(plan);

        for (Verdict verdict : Verdict.values()) {
            Tally total = Tally.of(plan.decisions());
            assertThat(ages.bars().stream()
                            .mapToLong(bar -> bar.tally().images(verdict))
                            .sum())
                    .isEqualTo(total.images(verdict));
            assertThat(ages.bars().stream()
                            .mapToLong(bar -> bar.tally().gib(verdict))
                            .sum())
                    .isEqualTo(total.gib(verdict));
        }
    }

    @Property(tries = 150)
    void markdownHasEveryImageAndAction(@ForAll("plans") Plan plan) {
        String markdown = PlanReport.of(plan).toMarkdown();

        plan.decisions().forEach(decision -> assertThat(markdown).contains("| `" + decision.id() + "` |"));
        plan.actions()
                .forEach(planned -> assertThat(markdown)
                        .contains("| " + MarkdownText.escape(planned.action().describe()) + " |"));
    }

    @Property(tries = 150)
    void rowsOfAMarkdownTableHaveEquallyManyCells(@ForAll("plans") Plan plan) {
        long columns = 0;
        for (String line : PlanReport.of(plan).toMarkdown().lines().toList()) {
            long pipes = pipes(line);
            if (columns > 0 && !line.isEmpty()) {
                assertThat(pipes).as(line).isEqualTo(columns);
            }
            columns = line.isEmpty() ? 0 : pipes;
        }
    }

    @Property(tries = 150)
    void noTextOfAPlanBecomesHtmlInMarkdown(@ForAll("plans") Plan plan) {
        String ours = PlanReport.of(plan).toMarkdown().replaceAll("</?(details|summary)>", "");

        assertThat(ours.replaceAll("(?m)^> ?", "")).doesNotContain("<", ">");
    }

    private static List<String> visible(Stream<String> texts) {
        return texts.map(VisibleText::of).toList();
    }

    private static Stream<String> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return Stream.iterate(0, i -> i + 1)
                .limit(attributes.getLength())
                .map(i -> attributes.item(i).getNodeName());
    }

    /** The pipes of a line that are not escaped; a backslash that is escaped escapes nothing. */
    private static long pipes(String line) {
        return line.replaceAll("\\\\.", "").chars().filter(c -> c == '|').count();
    }
}
