package dev.amis.plan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.amis.internal.TextLines;
import dev.amis.usage.UnreadSource;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A plan as people read it before they approve it. */
final class PlanText {

    private static final String ROW = "  %4s  %-21s  %6s  %-10s  %-34s  ";
    private static final int NAME_WIDTH = 34;

    private final Plan plan;
    private final StringBuilder out = new StringBuilder();

    private PlanText(Plan plan) {
        this.plan = plan;
    }

    static String of(Plan plan) {
        PlanText text = new PlanText(plan);
        text.head();
        text.decisions();
        text.actions();
        text.unread();
        text.notes();
        text.totals();
        return text.out.toString();
    }

    private void head() {
        TextLines.append(out, "Plan: ", "      ", plan.title());
        line("account " + plan.account() + ", made " + plan.createdAt() + ", expires " + plan.expiresAt()
                + (plan.calls() == 0 ? "" : ", read by " + plan.calls() + " calls"));
        line("fingerprint " + plan.fingerprint());
    }

    private void decisions() {
        String family = "";
        for (Decision decision : plan.decisions()) {
            String next = group(decision) + " in " + decision.region();
            if (!next.equals(family)) {
                heading(next);
                line(String.format(
                                        Locale.ROOT,
                                        ROW,
                                        "rank",
                                        decision.isOfSnapshot() ? "snapshot" : "image",
                                        "age",
                                        "verdict",
                                        "name")
                                .substring(2)
                        + "why");
                family = next;
            }
            row(decision);
        }
    }

    private static String group(Decision decision) {
        if (decision.isOfSnapshot()) {
            return "Snapshots";
        }
        return decision.family().isEmpty() ? "No family" : "Family " + decision.family();
    }

    private void row(Decision decision) {
        String first = String.format(
                Locale.ROOT,
                ROW,
                decision.rank() == 0 ? "" : String.valueOf(decision.rank()),
                decision.id(),
                decision.created().map(this::age).orElse("?"),
                name(decision.verdict()),
                TextLines.cut(decision.name(), NAME_WIDTH));
        String why = decision.reasons().stream().map(Reason::text).collect(joining("; "));
        TextLines.append(out, first, " ".repeat(first.length()), why);
    }

    private String age(Instant created) {
        Duration age = Duration.between(created, plan.createdAt());
        return age.toDays() > 0 ? age.toDays() + " d" : Math.max(age.toHours(), 0) + " h";
    }

    private void actions() {
        heading(plan.isEmpty() ? "Nothing to do" : "Actions, in this order");
        int number = 0;
        for (PlannedAction planned : plan.actions()) {
            number++;
            String first = String.format(Locale.ROOT, "%6d  ", number);
            TextLines.append(
                    out,
                    first,
                    " ".repeat(first.length()),
                    planned.action().describe() + " in " + planned.action().region());
            TextLines.append(out, "        why: ", "             ", planned.reason());
            TextLines.append(
                    out, "        ", "        ", planned.reversibility().toString());
        }
    }

    private void unread() {
        if (!plan.unreadSources().isEmpty()) {
            heading("Sources that could not be read; what they would tell of counts as in use");
            for (UnreadSource source : plan.unreadSources()) {
                TextLines.append(out, "  ", "    ", source.source() + " in " + source.region() + ": " + source.why());
            }
        }
    }

    private void notes() {
        if (!plan.notes().isEmpty()) {
            heading("To know");
            plan.notes().forEach(note -> TextLines.append(out, "  - ", "    ", note));
        }
    }

    private void totals() {
        out.append('\n');
        if (!plan.decisions().isEmpty()) {
            long gib = plan.decisions().stream()
                    .filter(decision -> decision.verdict().removes())
                    .mapToLong(Decision::volumeGib)
                    .sum();
            TextLines.append(
                    out,
                    "",
                    "",
                    looked() + ": " + counts(plan.decisions(), Decision::verdict, Verdict.class)
                            + (gib == 0 ? "" : "; volumes of " + gib + " GiB to go, an upper bound of what is freed"));
        }
        if (!plan.isEmpty()) {
            TextLines.append(
                    out,
                    "",
                    "",
                    plan.actions().size() + " actions: "
                            + counts(
                                    plan.actions(),
                                    planned -> planned.reversibility().kind(),
                                    Reversibility.Kind.class));
        }
        plan.savings().ifPresent(this::savings);
        if (!plan.unreadSources().isEmpty()) {
            TextLines.append(out, "", "", plan.unreadSources().size() + " sources could not be read");
        }
    }

    private void savings(PlanSavings savings) {
        TextLines.append(out, "", "", "Saves per month: " + savings);
        savings.gaps().forEach(gap -> TextLines.append(out, "  ", "    ", gap));
    }

    private String looked() {
        long snapshots =
                plan.decisions().stream().filter(Decision::isOfSnapshot).count();
        long images = plan.decisions().size() - snapshots;
        return (images == 0 ? "" : images + " images")
                + (images == 0 || snapshots == 0 ? "" : " and ")
                + (snapshots == 0 ? "" : snapshots + " snapshots");
    }

    private static <T, E extends Enum<E>> String counts(List<T> all, Function<T, E> kind, Class<E> type) {
        Map<E, Long> counts = all.stream().collect(groupingBy(kind, () -> new EnumMap<>(type), counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + name(count.getKey()))
                .collect(joining(", "));
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void heading(String text) {
        out.append('\n');
        TextLines.append(out, "", "", text);
    }

    private void line(String text) {
        TextLines.append(out, "  ", "  ", text);
    }
}
