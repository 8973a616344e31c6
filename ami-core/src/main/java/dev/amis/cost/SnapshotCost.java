package dev.amis.cost;

import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one snapshot costs.
 *
 * @param region its Region
 * @param snapshotId the snapshot
 * @param images the images that need it, by id; none if a plan deletes it for itself
 * @param volumeGib the size of its volume in GiB
 * @param archived whether it is in the archive tier
 * @param perMonth what it costs per month
 * @param keptWhenDeleted how long the Recycle Bin keeps it, and bills it, if it is deleted: zero if no rule does, nothing if
 *     that is not known
 */
public record SnapshotCost(
        Region region,
        SnapshotId snapshotId,
        List<ImageId> images,
        long volumeGib,
        boolean archived,
        Cost perMonth,
        Optional<Duration> keptWhenDeleted) {

    /** Makes the cost of a copy of the list. */
    public SnapshotCost {
        images = List.copyOf(images);
    }

    /**
     * Tells whether several images need the snapshot.
     *
     * @return whether it is shared
     */
    public boolean isShared() {
        return images.size() > 1;
    }
}
