package dev.amis.cost;

import dev.amis.cost.Uncounted.Kind;
import dev.amis.error.AmiException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.OwnResources;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.plan.RecycleBinCover;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the images of one Region and what their snapshots cost, each snapshot once. */
final class RegionReading {

    private final Region region;
    private final RegionalProvider ec2;
    private final SnapshotPricing pricing;

    final List<Image> images = new ArrayList<>();
    final List<SnapshotCost> snapshots = new ArrayList<>();
    final List<Uncounted> uncounted = new ArrayList<>();

    RegionReading(RegionalProvider ec2, SnapshotPricing pricing) {
        this.region = ec2.region();
        this.ec2 = ec2;
        this.pricing = pricing;
    }

    /**
     * Reads everything.
     *
     * @param more snapshots to be counted although no image may need them
     */
    RegionReading read(Collection<SnapshotId> more) {
        readImages();
        priceSnapshots(more);
        uncounted.addAll(BinReading.of(ec2));
        return this;
    }

    /** Reads the snapshots of images that are known already, and nothing else. */
    RegionReading readSnapshotsOf(Collection<Image> known) {
        known.stream().filter(image -> image.state() != ImageState.DEREGISTERED).forEach(images::add);
        priceSnapshots(List.of());
        return this;
    }

    /** Prices snapshots that are known already as if no image needed them. */
    RegionReading price(Collection<Snapshot> known) {
        RecycleBinCover bin = RecycleBinCover.read(ec2);
        for (Snapshot snapshot : known) {
            if (snapshot.volumeSize().isPresent()) {
                price(snapshot, List.of(), bin);
            } else {
                uncounted.add(new Uncounted(
                        region, Kind.SNAPSHOT, snapshot.snapshotId().value(), "EC2 tells no size of it"));
            }
        }
        countUnpriced();
        return this;
    }

    private void priceSnapshots(Collection<SnapshotId> more) {
        Map<SnapshotId, TreeSet<ImageId>> users = new TreeMap<>();
        more.forEach(id -> users.put(id, new TreeSet<>()));
        for (Image image : images) {
            image.snapshotIds()
                    .forEach(id ->
                            users.computeIfAbsent(id, none -> new TreeSet<>()).add(image.imageId()));
        }
        SnapshotReading reading = SnapshotReading.of(ec2, users.keySet());
        uncounted.addAll(reading.uncounted());
        RecycleBinCover bin = RecycleBinCover.read(ec2);
        reading.read()
                .forEach(snapshot -> price(snapshot, users.getOrDefault(snapshot.snapshotId(), new TreeSet<>()), bin));
        countUnpriced();
    }

    private void readImages() {
        try {
            OwnResources.images(ec2).stream()
                    .filter(image -> image.state() != ImageState.DEREGISTERED)
                    .forEach(images::add);
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException unread) {
            uncounted.add(new Uncounted(
                    region, Kind.IMAGES, "all images", unread.failure().message()));
        }
    }

    private void price(Snapshot snapshot, Collection<ImageId> users, RecycleBinCover bin) {
        snapshots.add(new SnapshotCost(
                region,
                snapshot.snapshotId(),
                List.copyOf(users),
                snapshot.volumeSize().orElseThrow(),
                SnapshotPricing.isArchived(snapshot),
                pricing.perMonth(snapshot).orElse(Cost.UNKNOWN),
                bin.retentionOfSnapshot(snapshot.tags())));
    }

    private void countUnpriced() {
        long unpriced = snapshots.stream()
                .filter(snapshot -> !snapshot.perMonth().complete())
                .count();
        if (unpriced > 0) {
            uncounted.add(
                    new Uncounted(region, Kind.PRICE, unpriced + " snapshots", noPrice(pricing.prices(), region)));
        }
    }

    static String noPrice(Prices prices, Region region) {
        return prices.in(region).isEmpty()
                ? "no price known for " + region
                : "no price known for " + region + " in their storage tier";
    }
}
