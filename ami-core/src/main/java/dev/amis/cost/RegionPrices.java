package dev.amis.cost;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.Region;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a Region charges for snapshots and for sending them to other Regions. What is not set is not known. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class RegionPrices implements WithRegionPrices {

    RegionPrices() {}

    /**
     * A snapshot in the standard tier, for each GiB it stores and month. The Recycle Bin charges the same.
     *
     * @return the price
     */
    public abstract Optional<Money> snapshotStandard();

    /**
     * A snapshot in the archive tier, for each GiB of a full copy and month.
     *
     * @return the price
     */
    public abstract Optional<Money> snapshotArchive();

    /**
     * Restoring a snapshot from the archive tier, for each GiB.
     *
     * @return the price
     */
    public abstract Optional<Money> archiveRetrieval();

    /**
     * Sending data to another Region, for each GiB; the Region that it comes from charges it.
     *
     * @return the price for Regions that have none of their own
     */
    public abstract Optional<Money> transfer();

    /**
     * Sending data to certain Regions, for each GiB, where that differs.
     *
     * @return the prices by destination
     */
    public abstract Map<Region, Money> transferTo();

    /**
     * Where each figure is from.
     *
     * @return the sources by item, in the words of the table: {@code snapshot-standard}, {@code transfer:us-east-2}
     */
    public abstract Map<String, String> sources();

    /**
     * Sending data to a Region, for each GiB.
     *
     * @param destination another Region
     * @return the price, if it is known
     */
    public Optional<Money> transferTo(Region destination) {
        return Optional.ofNullable(transferTo().get(destination)).or(this::transfer);
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link RegionPrices} values; each attribute can be set once. */
    public static final class Builder extends ImmutableRegionPrices.Builder {
        Builder() {}
    }
}
