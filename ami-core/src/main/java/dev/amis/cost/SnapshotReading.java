package dev.amis.cost;

import dev.amis.cost.Uncounted.Kind;
import dev.amis.error.AmiException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.IdFilters;
import dev.amis.internal.OwnResources;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.Filter;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some of the account's snapshots in one Region: those that could be read and have a size, and of all others why not.
 *
 * @param read the snapshots
 * @param uncounted the others, each by its id
 */
record SnapshotReading(List<Snapshot> read, List<Uncounted> uncounted) {

    private static final String NOT_OURS =
            "not among the account's own snapshots: it is gone, or another account's, which then pays for it";

    static SnapshotReading of(RegionalProvider region, Collection<SnapshotId> wanted) {
        SnapshotReading reading = new SnapshotReading(new ArrayList<>(), new ArrayList<>());
        IdFilters.of("snapshot-id", wanted).forEach(some -> reading.add(region, some));
        return reading;
    }

    private void add(RegionalProvider region, Filter some) {
        List<Snapshot> found;
        try {
            found = OwnResources.snapshots(region, some);
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException unread) {
            some.values().forEach(id -> miss(region, id, unread.failure().message()));
            return;
        }
        Set<String> seen =
                found.stream().map(snapshot -> snapshot.snapshotId().value()).collect(Collectors.toSet());
        some.values().stream().filter(id -> !seen.contains(id)).forEach(id -> miss(region, id, NOT_OURS));
        for (Snapshot snapshot : found) {
            if (snapshot.volumeSize().isPresent()) {
                read.add(snapshot);
            } else {
                miss(region, snapshot.snapshotId().value(), "EC2 tells no size of it");
            }
        }
    }

    private void miss(RegionalProvider region, String id, String why) {
        uncounted.add(new Uncounted(region.region(), Kind.SNAPSHOT, id, why));
    }
}
