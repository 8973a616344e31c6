package dev.amis.examples;

import dev.amis.plan.Plan;
import dev.amis.report.PlanReport;
import java.io.PrintStream;
import java.time.Duration;

/** A plan as a report: Markdown for a pull request, one HTML file for a browser. Who approves sees what would be lost. */
final class ReviewPlan {

    private static final int HEAD = 20;

    private ReviewPlan() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        Plan plan = stage.family()
                .in(stage.amis().cleanup())
                .keepingLatest(3)
                .keepingNewerThan(Duration.ofDays(30))
                .protectingInUse()
                .deregistering()
                .plan();

        PlanReport report = PlanReport.of(plan);
        String markdown = report.toMarkdown();
        markdown.lines().limit(HEAD).forEach(out::println);
        out.println("and " + Math.max(0, markdown.lines().count() - HEAD) + " lines more");
        out.println();
        out.println("html      " + report.toHtml().length() / 1_000
                + " kB in one file, with a chart; 'plan --report plan.html'" + " writes it");
        out.println("approve   " + plan.fingerprint());
    }
}
