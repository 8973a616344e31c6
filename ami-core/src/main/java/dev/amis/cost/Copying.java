package dev.amis.cost;

import dev.amis.cost.Uncounted.Kind;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The question what copying an image would cost; starts at {@code Amis.costs().ofCopying(image)}. */
public final class Copying {

    private final Session session;
    private final PriceSource source;
    private final Image image;

    Copying(Session session, PriceSource source, Image image) {
        this.session = session;
        this.source = source;
        this.image = image;
    }

    /**
     * Estimates copies in these Regions: the transfer once, and a full copy of each snapshot per month. Looks by {@code
     * DescribeSnapshots}; nothing is copied.
     *
     * @param first a Region, also the image's own
     * @param more further Regions
     * @return the costs; snapshots that cannot be read, such as another account's, and prices that are not known are named in it
     * @throws IllegalArgumentException if a Region is of another partition, where images cannot be copied to
     * @throws dev.amis.error.AmiException if the source of prices could not be read
     */
    public CopyCosts to(Region first, Region... more) {
        return to(Stream.concat(Stream.of(first), Arrays.stream(more)).toList());
    }

    /**
     * As {@link #to(Region, Region...)}.
     *
     * @param some at least one Region
     * @return the costs
     * @throws IllegalArgumentException if there is none, or one is of another partition
     * @throws dev.amis.error.AmiException if the source of prices could not be read
     */
    public CopyCosts to(List<Region> some) {
        if (some.isEmpty()) {
            throw new IllegalArgumentException("destinations is empty, but must name at least one Region");
        }
        Set<Region> destinations = new LinkedHashSet<>(some);
        destinations.forEach(this::checkPartition);
        Set<Region> asked = new LinkedHashSet<>(destinations);
        asked.add(image.region());
        Prices prices = source.prices(asked);
        SnapshotPricing pricing = new SnapshotPricing(prices, SnapshotSizes.ofFullCopies(), session.now());
        SnapshotReading reading = SnapshotReading.of(session.in(image.region()), image.snapshotIds());
        List<Uncounted> uncounted = new ArrayList<>(reading.uncounted());
        List<CopyCost> copies = new ArrayList<>();
        for (Region to : destinations) {
            Cost transfer = sum(reading, snapshot -> pricing.transfer(snapshot, to));
            Cost storage = sum(reading, snapshot -> pricing.copyPerMonth(snapshot, to));
            copies.add(new CopyCost(to, transfer, storage));
            tellUnpriced(prices, to, uncounted);
        }
        Cost retrieval = sum(reading, pricing::retrieval);
        if (!retrieval.complete() && reading.uncounted().isEmpty()) {
            uncounted.add(new Uncounted(
                    image.region(), Kind.PRICE, "restoring from the archive", "no price known for " + image.region()));
        }
        return new CopyCosts(image.region(), image.imageId(), prices.asOf(), retrieval, copies, uncounted);
    }

    private static Cost sum(SnapshotReading reading, Function<Snapshot, Optional<Cost>> price) {
        return Cost.sum(reading.read().stream()
                        .map(snapshot -> price.apply(snapshot).orElse(Cost.UNKNOWN))
                        .toList())
                .incompleteIf(!reading.uncounted().isEmpty());
    }

    private void tellUnpriced(Prices prices, Region to, List<Uncounted> uncounted) {
        Optional<Money> transfer = prices.in(image.region()).flatMap(from -> from.transferTo(to));
        if (transfer.isEmpty() && !to.equals(image.region())) {
            uncounted.add(new Uncounted(
                    image.region(),
                    Kind.PRICE,
                    "the transfer to " + to,
                    "no price known for sending data from " + image.region()));
        }
        if (prices.in(to).flatMap(RegionPrices::snapshotStandard).isEmpty()) {
            uncounted.add(new Uncounted(to, Kind.PRICE, "the copy", "no price known for " + to));
        }
    }

    private void checkPartition(Region to) {
        if (to.partition() != image.region().partition()) {
            throw new IllegalArgumentException("destination is " + to + ", but must be in the partition of "
                    + image.region() + "; images are not copied across partitions");
        }
    }
}
