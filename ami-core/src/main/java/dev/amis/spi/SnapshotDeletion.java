package dev.amis.spi;

import dev.amis.model.SnapshotId;

/**
 * What became of one snapshot when its image was deregistered.
 *
 * @param snapshotId the snapshot
 * @param code what became of it
 */
public record SnapshotDeletion(SnapshotId snapshotId, SnapshotDeletionCode code) {}
