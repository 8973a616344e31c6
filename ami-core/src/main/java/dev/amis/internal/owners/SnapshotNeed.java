package dev.amis.internal.owners;

import dev.amis.model.SnapshotId;

/**
 * Something that needs a snapshot, or may.
 *
 * @param snapshotId the snapshot
 * @param source which source tells of it
 * @param by what needs it, in words
 * @param known whether that is so; otherwise it may be
 */
public record SnapshotNeed(SnapshotId snapshotId, String source, String by, boolean known) {

    @Override
    public String toString() {
        return known ? "in use: " + source + " " + by : "possibly in use: " + source + " " + by;
    }
}
