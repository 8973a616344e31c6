package dev.amis.report;

import static dev.amis.report.MarkdownText.code;
import static dev.amis.report.MarkdownText.escape;
import static dev.amis.report.MarkdownText.head;
import static dev.amis.report.MarkdownText.row;

import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanSavings;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan as Markdown, in the dialect of GitHub and GitLab. */
final class MarkdownReport {

    /** More kept images than this are folded away. */
    private static final int LONG = 10;

    private final Plan plan;
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport(Plan plan) {
        this.plan = plan;
    }

    static String of(Plan plan) {
        MarkdownReport report = new MarkdownReport(plan);
        report.out.append("# Plan: ").append(escape(plan.title())).append('\n');
        report.unread();
        report.facts();
        report.notes();
        report.actions();
        report.decisions();
        return report.out.toString();
    }

    private void unread() {
        if (!plan.unreadSources().isEmpty()) {
            out.append("\n> [!CAUTION]\n> **")
                    .append(Words.count(plan.unreadSources().size(), "source"))
                    .append(
                            " could not be read.** Whether anything there refers to an image or needs a snapshot is not known,"
                                    + " so all in the Region count as in use.\n>\n");
            plan.unreadSources()
                    .forEach(source -> out.append("> - ")
                            .append(escape(source.source() + " in " + source.region() + ": " + source.why()))
                            .append('\n'));
        }
    }

    private void facts() {
        out.append('\n').append(head("Fact", "Value"));
        out.append(row("Account", code(plan.account())));
        out.append(row("Made", Words.made(plan)));
        out.append(row("Expires", Words.time(plan.expiresAt())));
        out.append(row("Fingerprint", code(plan.fingerprint())));
        if (!plan.decisions().isEmpty()) {
            Tally total = Tally.of(plan.decisions());
            out.append(row(Words.title(total.noun()), total.describe()));
            out.append(row("Kept because", Kept.describe(plan)));
            out.append(row(
                    "Volumes",
                    Words.gib(total.gib()) + ", of which " + Words.gib(total.removedGib())
                            + " would go, an upper bound of what is freed"));
        }
        plan.savings().ifPresent(this::savings);
        out.append(row("Actions", plan.isEmpty() ? "none, there is nothing to do" : actionCounts()));
    }

    private void savings(PlanSavings savings) {
        String gaps = savings.gaps().isEmpty() ? "" : "; " + String.join("; ", savings.gaps());
        out.append(row("Saves per month", escape(savings + gaps)));
    }

    private String actionCounts() {
        return Words.count(plan.actions().size(), "action") + ": "
                + WayBack.of(plan).stream()
                        .map(way -> Words.number(way.actions()) + " " + Words.undo(way.kind())
                                + way.retention()
                                        .map(time -> " (" + Words.count(time.toDays(), "day") + ")")
                                        .orElse(""))
                        .collect(Collectors.joining(", "));
    }

    private void notes() {
        if (!plan.notes().isEmpty()) {
            out.append("\n## To know\n\n");
            plan.notes().forEach(note -> out.append("- ").append(escape(note)).append('\n'));
        }
    }

    private void actions() {
        if (plan.isEmpty()) {
            return;
        }
        Map<ImageKey, String> names = ImageKey.names(plan);
        out.append("\n## Actions, in this order\n\n").append(head("#:", "What", "Region", "Image", "Why", "Undo"));
        int number = 0;
        for (PlannedAction planned : plan.actions()) {
            number++;
            out.append(row(
                    String.valueOf(number),
                    escape(planned.action().describe()),
                    escape(planned.action().region().toString()),
                    escape(names.getOrDefault(ImageKey.of(planned), "")),
                    escape(planned.reason()),
                    escape(planned.reversibility().toString())));
        }
    }

    private void decisions() {
        if (!plan.decisions().isEmpty()) {
            out.append("\n## Decisions by family and Region\n");
            FamilyDecisions.of(plan).forEach(this::family);
        }
    }

    private void family(FamilyDecisions family) {
        out.append("\n### ").append(escape(family.title() + " in " + family.region()));
        out.append("\n\n").append(family.tally().describe()).append("; volumes of ");
        out.append(Words.gib(family.tally().gib())).append("\n");
        if (family.changes()) {
            table(family, family.changed());
        }
        if (!family.kept().isEmpty()) {
            kept(family);
        }
    }

    private void kept(FamilyDecisions family) {
        boolean folded = family.kept().size() > LONG;
        if (folded) {
            out.append("\n<details><summary>")
                    .append(Words.count(family.kept().size(), family.noun()))
                    .append(" kept</summary>\n");
        }
        table(family, family.shown());
        if (family.more() > 0) {
            out.append("\nand ").append(Words.number(family.more())).append(" more, all kept\n");
        }
        if (folded) {
            out.append("\n</details>\n");
        }
    }

    private void table(FamilyDecisions family, List<Decision> decisions) {
        out.append('\n').append(head("Rank:", family.column(), family.nameColumn(), "Age:", "GiB:", "Decision", "Why"));
        for (Decision decision : decisions) {
            String verdict = Words.name(decision.verdict());
            out.append(row(
                    Words.rank(decision),
                    code(decision.id()),
                    escape(decision.name()),
                    Words.age(decision, plan.createdAt()),
                    Words.number(decision.volumeGib()),
                    decision.verdict() == Verdict.KEEP ? verdict : "**" + verdict + "**",
                    escape(Words.reasons(decision))));
        }
    }
}
