package dev.amis.spi;

import dev.amis.model.CreateVolumePermission;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import java.util.Set;

/**
 * Snapshots of one Region.
 */
public interface SnapshotPort {

    /**
     * Calls {@code DescribeSnapshots} once.
     *
     * @param request which snapshots, and which page
     * @return one page, in no particular order
     * @throws dev.amis.error.NotFoundException if an id was named that is not there
     */
    Page<Snapshot> describeSnapshots(DescribeSnapshotsRequest request);

    /**
     * Calls {@code CreateSnapshot}. The answer comes at once, the snapshot is pending.
     *
     * @param request what to make
     * @return the id of the snapshot to be
     * @throws dev.amis.error.NotFoundException if there is no such volume
     * @throws dev.amis.error.OutcomeUnknownException if the answer was lost
     */
    SnapshotId createSnapshot(CreateSnapshotRequest request);

    /**
     * Calls {@code CopySnapshot} in this Region, the destination. The answer comes at once, the copy is pending.
     *
     * @param request what to copy
     * @return the id of the copy to be
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     * @throws dev.amis.error.OutcomeUnknownException if the answer was lost
     */
    SnapshotId copySnapshot(CopySnapshotRequest request);

    /**
     * Calls {@code DeleteSnapshot}.
     *
     * @param snapshotId an own snapshot
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     * @throws dev.amis.error.ConflictException if an image needs it
     */
    void deleteSnapshot(SnapshotId snapshotId);

    /**
     * Calls {@code DescribeSnapshotAttribute} for the permissions.
     *
     * @param snapshotId an own snapshot
     * @return who may make volumes of it beside the owner
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     */
    Set<CreateVolumePermission> describeCreateVolumePermissions(SnapshotId snapshotId);

    /**
     * Calls {@code ModifySnapshotAttribute} for the permissions.
     *
     * @param request what to change
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     * @throws dev.amis.error.ConflictException if the snapshot is encrypted with the default key, or to be public and encrypted
     */
    void modifyCreateVolumePermissions(ModifyCreateVolumePermissionsRequest request);
}
