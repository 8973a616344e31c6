package dev.amis.plan;

import dev.amis.model.Region;
import dev.amis.model.ResourceId;
import dev.amis.model.SnapshotId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a plan decided about one image or snapshot, and why.
 *
 * @param region its Region
 * @param id an image's or snapshot's id
 * @param name the name of an image or the description of a snapshot, empty if it has none
 * @param created when it was made, nothing if EC2 did not tell
 * @param volumeGib the sizes of its EBS volumes added up in GiB, an upper bound of what its snapshots store
 * @param family the family it belongs to, empty if to none; snapshots belong to none
 * @param rank its place in the family, 1 for the newest; 0 if it belongs to none
 * @param verdict what is to be done with it
 * @param reasons why, at least one
 */
public record Decision(
        Region region,
        ResourceId id,
        String name,
        Optional<Instant> created,
        long volumeGib,
        String family,
        int rank,
        Verdict verdict,
        List<Reason> reasons) {

    /** Makes a decision of a copy of the reasons. */
    public Decision {
        reasons = List.copyOf(reasons);
    }

    /**
     * Tells whether it is about a snapshot.
     *
     * @return whether it is; otherwise it is about an image
     */
    public boolean isOfSnapshot() {
        return id instanceof SnapshotId;
    }
}
