package dev.amis.internal.owners;

import dev.amis.internal.OwnResources;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Copies that are being made of a snapshot, by what the copies say, in the snapshot's Region and in all others that are
 * looked at. EC2 tells the source of a copy in no other way.
 */
final class CopiesOfSnapshots implements SnapshotSource {

    @Override
    public List<SnapshotNeed> needs(Where where, Collection<Snapshot> snapshots) {
        Set<SnapshotId> asked = snapshots.stream().map(Snapshot::snapshotId).collect(Collectors.toSet());
        Set<Region> regions = new LinkedHashSet<>();
        regions.add(where.here().region());
        regions.addAll(where.regions());
        List<SnapshotNeed> needs = new ArrayList<>();
        for (Region region : regions) {
            for (Snapshot copy :
                    OwnResources.snapshots(where.account().apply(region), Filter.of("status", "pending"))) {
                SnapshotMentions.in(copy.description().orElse(""))
                        .filter(asked::contains)
                        .forEach(id -> needs.add(new SnapshotNeed(
                                id, SnapshotOwners.COPIES, copy.snapshotId() + " in " + region, true)));
            }
        }
        return needs;
    }
}
