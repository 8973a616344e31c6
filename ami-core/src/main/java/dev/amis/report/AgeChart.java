package dev.amis.report;

import dev.amis.plan.Plan;
import dev.amis.plan.Verdict;
import java.util.List;
import java.util.Locale;

/** Draws images and storage by age: for each age a bar, stacked by verdict with the gravest at the bottom. */
final class AgeChart {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 260;
    private static final int LEFT = 58;
    private static final int RIGHT = 470;
    private static final int TOP = 20;
    private static final int BOTTOM = 212;
    private static final int WIDEST_BAR = 46;

    /** Less than this between bars leaves no room for the sum above each, and for a label below each. */
    private static final double ROOM_FOR_SUM = 38;

    private static final double ROOM_FOR_LABEL = 19;

    /** Parts of a bar are set apart unless they are so low that nothing would be left of them. */
    private static final double SEAM = 0.8;

    private static final double SEAM_FROM = 3;

    private final Markup html;
    private final AgeHistogram ages;
    private final Quantity quantity;
    private final Scale scale;

    private AgeChart(Markup html, AgeHistogram ages, Quantity quantity) {
        this.html = html;
        this.ages = ages;
        this.quantity = quantity;
        this.scale = Scale.upTo(ages.bars().stream()
                .map(AgeHistogram.Bar::tally)
                .mapToLong(quantity::all)
                .max()
                .orElse(0));
    }

    /** Writes the section of the charts, their legend and their numbers. */
    static void write(Markup html, Plan plan) {
        AgeHistogram ages = AgeHistogram.of(plan);
        boolean priced = PlanCosts.of(plan).isKnown();
        Tally total = ages.total();
        html.open("section", "id", "ages")
                .element(
                        "h2",
                        Words.title(total.noun()) + (priced ? ", storage and cost" : " and storage")
                                + " by age and decision");
        Pattern.legend(html, total.verdicts());
        html.open("div", "class", "charts");
        for (Quantity quantity : Quantity.values()) {
            if (quantity != Quantity.COST || priced) {
                new AgeChart(html, ages, quantity).draw();
            }
        }
        html.close();
        html.element(
                "p",
                "Storage is the sizes of volumes added up, an upper bound of what snapshots hold."
                        + (ages.hasUndated() ? " The bar ? is of images whose date EC2 does not tell." : ""),
                "class",
                "small");
        AgeTable.write(html, ages, total, priced);
        html.close();
    }

    private void draw() {
        String id = quantity.id();
        html.open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc");
        html.element("title", quantity.title() + " by age and decision", "id", id + "-title");
        html.element("desc", description(), "id", id + "-desc");
        text(LEFT, TOP - 6, "start", "name", quantity.title());
        scale.lines().forEach(this::line);
        double room = (double) (RIGHT - LEFT) / Math.max(1, ages.bars().size());
        for (int i = 0; i < ages.bars().size(); i++) {
            bar(ages.bars().get(i), LEFT + room * (i + 0.5), Math.min(WIDEST_BAR, room * 0.74));
        }
        labels(room);
        text((LEFT + RIGHT) / 2.0, HEIGHT - 10, "middle", "axis", ages.unit().axis());
        html.close();
    }

    private String description() {
        StringBuilder all = new StringBuilder("Stacked bars, one for each age.");
        for (AgeHistogram.Bar bar : ages.bars()) {
            if (bar.tally().images() > 0) {
                all.append(' ')
                        .append(bar.age(ages.unit()))
                        .append(": ")
                        .append(parts(bar.tally()))
                        .append('.');
            }
        }
        return all.toString();
    }

    private String parts(Tally tally) {
        List<String> parts = tally.verdicts().stream()
                .map(verdict -> quantity.amount(quantity.part(tally, verdict)) + " " + Words.name(verdict))
                .toList();
        return String.join(", ", parts);
    }

    private void line(long value) {
        double y = y(value);
        html.empty(
                "line",
                "class",
                value == 0 ? "base" : "grid",
                "x1",
                point(LEFT),
                "x2",
                point(RIGHT),
                "y1",
                point(y),
                "y2",
                point(y));
        text(LEFT - 6, y + 4, "end", "tick", quantity.figure(value));
    }

    private void bar(AgeHistogram.Bar bar, double middle, double width) {
        long below = 0;
        for (Verdict verdict : bar.tally().verdicts()) {
            long value = quantity.part(bar.tally(), verdict);
            double top = y(below + value);
            double height = y(below) - top;
            html.open(
                    "rect",
                    "x",
                    point(middle - width / 2),
                    "width",
                    point(width),
                    "y",
                    point(top),
                    "height",
                    point(height > SEAM_FROM ? height - SEAM : height),
                    "fill",
                    Pattern.fill(verdict));
            String what = bar.age(ages.unit()) + ": " + quantity.amount(value) + " " + Words.name(verdict);
            html.element("title", what).close();
            below += value;
        }
    }

    /** As many as there is room for; the first and every n-th after it. */
    private void labels(double room) {
        int every = (int) Math.ceil(ROOM_FOR_LABEL / room);
        for (int i = 0; i < ages.bars().size(); i++) {
            AgeHistogram.Bar bar = ages.bars().get(i);
            double middle = LEFT + room * (i + 0.5);
            if (i % every == 0 || bar.label().equals(AgeHistogram.UNDATED)) {
                text(middle, BOTTOM + 16, "middle", "tick", bar.label());
            }
            long sum = quantity.all(bar.tally());
            if (room >= ROOM_FOR_SUM && sum > 0) {
                text(middle, y(sum) - 4, "middle", "sum", quantity.figure(sum));
            }
        }
    }

    private double y(long value) {
        return BOTTOM - scale.share(value) * (BOTTOM - TOP - 14);
    }

    private void text(double x, double y, String anchor, String style, String text) {
        html.element("text", text, "class", style, "x", point(x), "y", point(y), "text-anchor", anchor);
    }

    private static String point(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
