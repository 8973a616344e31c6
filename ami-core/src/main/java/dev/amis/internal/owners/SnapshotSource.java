package dev.amis.internal.owners;

import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.spi.RegionalProvider;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A source that tells who needs snapshots; it tells all or fails. */
interface SnapshotSource {

    /**
     * Asks who needs snapshots.
     *
     * @param where the account in the snapshots' Region, and in others
     * @param snapshots the snapshots
     * @return all that needs one of them
     */
    List<SnapshotNeed> needs(Where where, Collection<Snapshot> snapshots);

    /**
     * Where it is asked.
     *
     * @param here the account in the snapshots' Region
     * @param regions the Regions to which copies may be on their way
     * @param account the account in any Region
     * @param tagKeys the keys of tags that name the image that a snapshot was made for
     */
    record Where(
            RegionalProvider here,
            Collection<Region> regions,
            Function<Region, RegionalProvider> account,
            List<String> tagKeys) {}
}
