package dev.amis.plan;

import static java.util.stream.Collectors.joining;

import dev.amis.internal.TextLines;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** A report as people read it afterwards. */
final class ReportText {

    private final ChangeReport report;
    private final StringBuilder out = new StringBuilder();

    private ReportText(ChangeReport report) {
        this.report = report;
    }

    static String of(ChangeReport report) {
        ReportText text = new ReportText(report);
        text.head();
        report.results().forEach(text::row);
        report.notBegun().forEach(planned -> text.row("not begun", planned, "", ""));
        text.totals();
        return text.out.toString();
    }

    private void head() {
        TextLines.append(out, "Report: ", "        ", report.title());
        line("account " + report.account() + ", from " + report.startedAt() + " to " + report.finishedAt());
        line("plan " + report.planFingerprint());
        out.append('\n');
    }

    private void row(ActionResult result) {
        row(PlanText.name(result.outcome()), result.planned(), result.detail(), wayBack(result));
    }

    private void row(String outcome, PlannedAction planned, String detail, String wayBack) {
        String first = String.format(Locale.ROOT, "  %-13s  ", outcome);
        String next = " ".repeat(first.length());
        TextLines.append(
                out,
                first,
                next,
                planned.action().describe() + " in " + planned.action().region());
        if (!detail.isEmpty()) {
            TextLines.append(out, next, next, detail);
        }
        if (!wayBack.isEmpty()) {
            TextLines.append(out, next, next, wayBack);
        }
    }

    private static String wayBack(ActionResult result) {
        if (result.undo().isEmpty()) {
            return "";
        }
        return "undo: "
                + result.undo().stream().map(back -> back.action().describe()).collect(joining(", then "))
                + result.undoUntil().map(until -> ", until " + until).orElse("");
    }

    private void totals() {
        int all = report.results().size() + report.notBegun().size();
        String counts = Arrays.stream(Outcome.values())
                .filter(outcome -> !report.results(outcome).isEmpty())
                .map(outcome -> report.results(outcome).size() + " " + PlanText.name(outcome))
                .collect(joining(", "));
        long back = report.results().stream()
                .filter(result -> !result.undo().isEmpty())
                .count();
        Optional<Instant> earliest = report.results().stream()
                .flatMap(result -> result.undoUntil().stream())
                .min(Comparator.naturalOrder());
        out.append('\n');
        TextLines.append(
                out,
                "",
                "",
                all + " actions" + (counts.isEmpty() ? "" : ": " + counts)
                        + (report.notBegun().isEmpty()
                                ? ""
                                : ", " + report.notBegun().size() + " not begun")
                        + "; " + back + " can be undone"
                        + earliest.map(until -> ", some until " + until + " only")
                                .orElse(""));
    }

    private void line(String text) {
        TextLines.append(out, "  ", "  ", text);
    }
}
