package dev.amis.cost;

import dev.amis.model.Snapshot;
import java.util.OptionalLong;

/**
 * Measures what snapshots store in the standard tier, for example by the changed blocks that the EBS direct APIs list. What is
 * archived is always a full copy, and not asked for here.
 */
@FunctionalInterface
public interface SnapshotSizes {

    /**
     * Measures a snapshot.
     *
     * @param snapshot the snapshot
     * @return how many bytes it stores; nothing if that is not known, and then nothing that the snapshot belongs to is measured
     */
    OptionalLong storedBytes(Snapshot snapshot);

    /**
     * Takes the size of a full copy, as EC2 tells it: more than is billed where snapshots share blocks with earlier ones.
     *
     * @return the measure
     */
    static SnapshotSizes ofFullCopies() {
        return Snapshot::fullSnapshotSizeInBytes;
    }
}
