package dev.amis.spi;

import dev.amis.model.SnapshotId;
import java.time.Instant;

/**
 * A snapshot in the Recycle Bin; EC2 tells no more of it.
 *
 * @param snapshotId the snapshot
 * @param enterTime when it came in
 * @param exitTime when it will be gone for good
 */
public record RecycledSnapshot(SnapshotId snapshotId, Instant enterTime, Instant exitTime) {}
