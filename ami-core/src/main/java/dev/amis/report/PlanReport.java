package dev.amis.report;

import dev.amis.plan.Plan;
import java.util.Objects;

/** A plan as a document for the one who has to approve it. Nothing in it depends on the clock, so it can be made again. */
public final class PlanReport {

    private final Plan plan;

    private PlanReport(Plan plan) {
        this.plan = plan;
    }

    /**
     * Reports on a plan.
     *
     * @param plan the plan
     * @return the report, to be taken in the form that is wanted
     */
    public static PlanReport of(Plan plan) {
        return new PlanReport(Objects.requireNonNull(plan, "plan is null"));
    }

    /**
     * The plan as Markdown with tables, as GitHub and GitLab show it: first what could not be read, then the facts and totals,
     * every action, and the decisions by family and Region. All that a plan changes is in it; of the images of a family that
     * are kept, the first 50 are listed and the others counted.
     *
     * @return lines, without tag values; texts of others are escaped
     */
    public String toMarkdown() {
        return MarkdownReport.of(plan);
    }

    /**
     * The plan as a single HTML file: what {@link #toMarkdown()} has, and besides a chart of images and storage by age and
     * decision, what can be undone until when, and the IAM policy that applying it takes. It holds its own style, needs no
     * script, and forbids the browser to load anything; it can be read in light and dark, and printed.
     *
     * @return a document to be stored as UTF-8, well-formed as XML, without tag values; texts of others are escaped
     */
    public String toHtml() {
        return HtmlReport.of(plan);
    }

    /** One line: what the plan is for. */
    @Override
    public String toString() {
        return "report on " + plan;
    }
}
