package dev.amis.cost;

import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.StorageTier;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Prices snapshots where they are: each tier at its own price, one that is restored for a while at both. */
record SnapshotPricing(Prices prices, SnapshotSizes sizes, Instant now) {

    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    /** What a snapshot costs per month in its Region, nothing if a price is not known. */
    Optional<Cost> perMonth(Snapshot snapshot) {
        Optional<RegionPrices> known = prices.in(snapshot.region());
        if (!isArchived(snapshot)) {
            boolean standard =
                    snapshot.storageTier().orElse(StorageTier.STANDARD).equals(StorageTier.STANDARD);
            return known.filter(any -> standard)
                    .flatMap(RegionPrices::snapshotStandard)
                    .map(price -> times(price, snapshot, measured(snapshot)));
        }
        Optional<Cost> archive = known.flatMap(RegionPrices::snapshotArchive)
                .map(price -> times(price, snapshot, snapshot.fullSnapshotSizeInBytes()));
        if (!isRestored(snapshot)) {
            return archive;
        }
        return archive.flatMap(cost -> known.flatMap(RegionPrices::snapshotStandard)
                .map(price -> cost.plus(times(price, snapshot, snapshot.fullSnapshotSizeInBytes()))));
    }

    /** What a full copy of the snapshot costs per month in another Region. */
    Optional<Cost> copyPerMonth(Snapshot snapshot, Region to) {
        return prices.in(to)
                .flatMap(RegionPrices::snapshotStandard)
                .map(price -> times(price, snapshot, snapshot.fullSnapshotSizeInBytes()));
    }

    /** What sending a full copy of the snapshot costs, once; nothing is charged within a Region. */
    Optional<Cost> transfer(Snapshot snapshot, Region to) {
        if (to.equals(snapshot.region())) {
            return Optional.of(Cost.ZERO);
        }
        return prices.in(snapshot.region())
                .flatMap(from -> from.transferTo(to))
                .map(price -> times(price, snapshot, snapshot.fullSnapshotSizeInBytes()));
    }

    /** What restoring the snapshot costs, once; nothing for one that is not archived, or restored already. */
    Optional<Cost> retrieval(Snapshot snapshot) {
        if (!isArchived(snapshot) || isRestored(snapshot)) {
            return Optional.of(Cost.ZERO);
        }
        return prices.in(snapshot.region())
                .flatMap(RegionPrices::archiveRetrieval)
                .map(price -> times(price, snapshot, snapshot.fullSnapshotSizeInBytes()));
    }

    private boolean isRestored(Snapshot snapshot) {
        return snapshot.restoreExpiryTime().filter(now::isBefore).isPresent();
    }

    static boolean isArchived(Snapshot snapshot) {
        return snapshot.storageTier().equals(Optional.of(StorageTier.ARCHIVE));
    }

    private OptionalLong measured(Snapshot snapshot) {
        OptionalLong bytes = sizes.storedBytes(snapshot);
        if (bytes.isPresent() && bytes.getAsLong() < 0) {
            throw new IllegalArgumentException("storedBytes of " + snapshot.snapshotId() + " is " + bytes.getAsLong()
                    + ", but must be zero or more");
        }
        return bytes;
    }

    private static Cost times(Money perGib, Snapshot snapshot, OptionalLong bytes) {
        Money bound = perGib.times(BigDecimal.valueOf(snapshot.volumeSize().orElseThrow()));
        Optional<Money> measured = bytes.isPresent()
                ? Optional.of(perGib.times(BigDecimal.valueOf(bytes.getAsLong()).divide(GIB)))
                : Optional.empty();
        return new Cost(bound, measured, true);
    }
}
