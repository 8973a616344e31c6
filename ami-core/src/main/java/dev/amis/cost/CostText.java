package dev.amis.cost;

import dev.amis.internal.TextLines;
import dev.amis.model.Region;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report as people read it. */
final class CostText {

    private static final int MOST_IMAGES = 20;
    private static final int MOST_GAPS = 20;
    private static final int NAME = 40;
    private static final String ROW = "  %-40s  %7s  %16s  %16s";
    private static final String IMAGE_ROW = "  %-21s  %-14s  %-34s  %15s  %15s";

    private final CostReport report;
    private final StringBuilder out = new StringBuilder();

    private CostText(CostReport report) {
        this.report = report;
    }

    static String of(CostReport report) {
        CostText text = new CostText(report);
        text.head();
        text.regions();
        text.groups();
        text.images();
        gaps(text.out, report.uncounted());
        return text.out.toString();
    }

    private void head() {
        long shared = report.snapshots().stream().filter(SnapshotCost::isShared).count();
        TextLines.append(out, "", "", "What images cost per month: " + report.total());
        TextLines.append(
                out,
                "  ",
                "  ",
                "account " + report.account() + ", looked at " + report.createdAt() + ", list prices of "
                        + report.pricesAsOf());
        TextLines.append(
                out,
                "  ",
                "  ",
                report.images().size() + " images with " + report.snapshots().size() + " snapshots, " + shared
                        + " of them shared; each snapshot counts once");
    }

    private void regions() {
        heading("Regions", ROW, "Region", "images", "at most", "measured");
        for (Map.Entry<Region, Cost> region : report.byRegion().entrySet()) {
            long images = report.images().stream()
                    .filter(image -> image.region().equals(region.getKey()))
                    .count();
            row(region.getKey().value(), images, region.getValue());
        }
    }

    private void groups() {
        if (!report.groupedBy().isEmpty()) {
            heading("Groups by " + report.groupedBy(), ROW, "group", "images", "at most", "measured");
            report.groups()
                    .forEach(group ->
                            row(group.name().isEmpty() ? "(none)" : group.name(), group.images(), group.perMonth()));
        }
    }

    private void images() {
        if (report.images().isEmpty()) {
            return;
        }
        heading("Images, the most expensive first", IMAGE_ROW, "image", "Region", "name", "at most", "measured");
        report.images().stream()
                .sorted(Comparator.comparing(
                                (ImageCost image) -> image.perMonth().upperBound())
                        .reversed())
                .limit(MOST_IMAGES)
                .forEach(image -> line(
                        IMAGE_ROW,
                        image.imageId(),
                        image.region(),
                        TextLines.cut(image.name(), 34),
                        image.perMonth().upperBoundText(),
                        image.perMonth().measuredText()));
        if (report.images().size() > MOST_IMAGES) {
            TextLines.append(out, "  ", "  ", "and " + (report.images().size() - MOST_IMAGES) + " more");
        }
    }

    /** Appends what could not be counted, if anything. */
    static void gaps(StringBuilder out, List<Uncounted> uncounted) {
        if (uncounted.isEmpty()) {
            return;
        }
        out.append('\n');
        TextLines.append(out, "", "", "Not counted, so that it is more");
        uncounted.stream().limit(MOST_GAPS).forEach(gap -> TextLines.append(out, "  - ", "    ", gap.toString()));
        if (uncounted.size() > MOST_GAPS) {
            TextLines.append(out, "  ", "  ", "and " + (uncounted.size() - MOST_GAPS) + " more");
        }
    }

    private void heading(String title, String row, Object... columns) {
        out.append('\n');
        TextLines.append(out, "", "", title);
        line(row, columns);
    }

    private void row(String name, long images, Cost cost) {
        line(ROW, TextLines.cut(name, NAME), images, cost.upperBoundText(), cost.measuredText());
    }

    private void line(String row, Object... cells) {
        out.append(String.format(Locale.ROOT, row, cells).stripTrailing()).append('\n');
    }
}
