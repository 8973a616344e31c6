package dev.amis.cost;

import java.util.List;
import java.util.Optional;

/** A report as comma-separated values. */
final class CostCsv {

    private static final List<String> HEADER = List.of(
            "region",
            "image_id",
            "name",
            "group",
            "snapshots",
            "shared_snapshots",
            "upper_bound_usd",
            "measured_usd",
            "shared_upper_bound_usd",
            "complete");

    private CostCsv() {}

    static String of(CostReport report) {
        StringBuilder out = new StringBuilder(Csv.record(HEADER));
        report.images().forEach(image -> out.append(Csv.record(row(image))));
        return out.toString();
    }

    private static List<String> row(ImageCost image) {
        Cost cost = image.perMonth();
        return List.of(
                image.region().value(),
                image.imageId().value(),
                image.name(),
                image.group(),
                String.valueOf(image.snapshots()),
                String.valueOf(image.sharedSnapshots()),
                cost.upperBound().toPlainString(),
                text(cost.measured()),
                image.ofShared().upperBound().toPlainString(),
                String.valueOf(cost.complete()));
    }

    private static String text(Optional<Money> amount) {
        return amount.map(Money::toPlainString).orElse("");
    }
}
