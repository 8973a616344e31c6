package dev.amis.internal;

import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.spi.RegionalProvider;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tags of some of the account's snapshots. */
public final class SnapshotTags {

    private final Map<SnapshotId, Tags> tags;

    private SnapshotTags(Map<SnapshotId, Tags> tags) {
        this.tags = tags;
    }

    /**
     * Nothing was read, so nothing is known.
     *
     * @return no tags of any snapshot
     */
    public static SnapshotTags unread() {
        return new SnapshotTags(Map.of());
    }

    /**
     * Asks for the tags of snapshots.
     *
     * @param region the account in the Region of the snapshots
     * @param snapshots the snapshots; one that is not there has no tags
     * @return their tags
     */
    public static SnapshotTags read(RegionalProvider region, Collection<SnapshotId> snapshots) {
        return new SnapshotTags(IdFilters.of("snapshot-id", snapshots).stream()
                .flatMap(some -> OwnResources.snapshots(region, some).stream())
                .collect(Collectors.toMap(Snapshot::snapshotId, Snapshot::tags, (one, same) -> one)));
    }

    /**
     * The tags of a snapshot.
     *
     * @param snapshot the snapshot
     * @return its tags, nothing if they are not known
     */
    public Optional<Tags> of(SnapshotId snapshot) {
        return Optional.ofNullable(tags.get(snapshot));
    }
}
