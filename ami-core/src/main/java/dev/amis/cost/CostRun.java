package dev.amis.cost;

import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes one report: reads Region by Region, and gives each image its part of its snapshots' costs. */
final class CostRun {

    private final CostReport.Builder report = CostReport.builder();
    private final SnapshotPricing pricing;
    private final Session session;
    private final Grouping grouping;

    CostRun(Session session, Prices prices, SnapshotSizes sizes, Grouping grouping) {
        this.session = session;
        this.grouping = grouping;
        this.pricing = new SnapshotPricing(prices, sizes, session.now());
    }

    CostReport estimate(Collection<Region> regions, Map<Region, Set<SnapshotId>> more) {
        begin(regions);
        for (Region region : regions) {
            add(new RegionReading(session.in(region), pricing).read(more.getOrDefault(region, Set.of())));
        }
        return report.build();
    }

    /** The same of images that were read already. */
    CostReport estimateOfImages(Map<Region, List<Image>> images) {
        begin(images.keySet());
        images.forEach((region, known) -> add(new RegionReading(session.in(region), pricing).readSnapshotsOf(known)));
        return report.build();
    }

    /** What snapshots that were read already cost by themselves. */
    CostReport estimateOfSnapshots(Map<Region, List<Snapshot>> snapshots) {
        begin(snapshots.keySet());
        snapshots.forEach((region, known) -> add(new RegionReading(session.in(region), pricing).price(known)));
        return report.build();
    }

    private void begin(Collection<Region> regions) {
        report.account(session.account())
                .createdAt(pricing.now())
                .pricesAsOf(pricing.prices().asOf())
                .groupedBy(grouping.title())
                .addAllRegions(regions);
    }

    private void add(RegionReading region) {
        report.addAllSnapshots(region.snapshots).addAllUncounted(region.uncounted);
        Map<ImageId, List<Cost>> own = new HashMap<>();
        Map<ImageId, List<Cost>> shared = new HashMap<>();
        Set<SnapshotId> known = new HashSet<>();
        for (SnapshotCost snapshot : region.snapshots) {
            known.add(snapshot.snapshotId());
            if (!snapshot.images().isEmpty()) {
                share(snapshot, snapshot.isShared() ? shared : own);
            }
        }
        region.images.stream()
                .map(image -> cost(
                        image,
                        own.getOrDefault(image.imageId(), List.of()),
                        shared.getOrDefault(image.imageId(), List.of()),
                        known))
                .forEach(report::addImage);
    }

    private static void share(SnapshotCost snapshot, Map<ImageId, List<Cost>> costs) {
        List<Cost> shares = snapshot.perMonth().split(snapshot.images().size());
        for (int i = 0; i < shares.size(); i++) {
            costs.computeIfAbsent(snapshot.images().get(i), none -> new ArrayList<>())
                    .add(shares.get(i));
        }
    }

    private ImageCost cost(Image image, List<Cost> own, List<Cost> shared, Set<SnapshotId> known) {
        boolean missing = !known.containsAll(image.snapshotIds());
        return new ImageCost(
                image.region(),
                image.imageId(),
                image.name().orElse(""),
                grouping.of(image),
                image.snapshotIds().size(),
                shared.size(),
                Cost.sum(own).plus(Cost.sum(shared)).incompleteIf(missing),
                Cost.sum(shared));
    }
}
