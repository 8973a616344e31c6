package dev.amis.spi;

import dev.amis.model.SnapshotId;
import dev.amis.model.VolumeId;
import java.util.Optional;

/**
 * A volume, as far as snapshots are concerned with it.
 *
 * @param volumeId the volume
 * @param stateText EC2's word for its state, for example {@code in-use}
 * @param snapshotId the snapshot that it was made from; nothing for one that was made empty
 */
public record Volume(VolumeId volumeId, String stateText, Optional<SnapshotId> snapshotId) {}
