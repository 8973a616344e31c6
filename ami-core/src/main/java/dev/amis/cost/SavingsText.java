package dev.amis.cost;

import dev.amis.internal.TextLines;
import java.time.Duration;

/** Savings as people read them. */
final class SavingsText {

    private SavingsText() {}

    static String of(Savings savings) {
        StringBuilder out = new StringBuilder();
        TextLines.append(out, "", "", "Saves per month: " + savings.perMonth());
        line(out, "the images cost before: " + savings.before());
        savings.byStart().forEach((after, cost) -> line(out, start(after) + ": " + cost));
        savings.startingUnknown()
                .ifPresent(cost ->
                        line(out, "at once, or when the Recycle Bin lets go, whose rules could not be read: " + cost));
        if (!savings.stillNeeded().isEmpty()) {
            line(out, savings.stillNeeded().size() + " snapshots save nothing: images that stay need them as well");
        }
        if (!savings.leftBehind().isEmpty()) {
            line(out, savings.leftBehind().size() + " snapshots save nothing: the plan leaves them behind");
        }
        long archived = savings.savings().stream().filter(Saving::archived).count();
        if (archived > 0) {
            line(
                    out,
                    archived + " snapshots are archived: what is missing to " + Prices.ARCHIVE_MINIMUM.toDays()
                            + " days in the archive is billed once when they are deleted");
        }
        CostText.gaps(out, savings.uncounted());
        return out.toString();
    }

    private static String start(Duration after) {
        return after.isZero()
                ? "at once"
                : "from " + after.toDays() + " days after the removal, when the Recycle Bin lets go";
    }

    private static void line(StringBuilder out, String text) {
        TextLines.append(out, "  ", "    ", text);
    }
}
