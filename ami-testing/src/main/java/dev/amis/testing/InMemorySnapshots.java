package dev.amis.testing;

import dev.amis.model.CreateVolumePermission;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.CopySnapshotRequest;
import dev.amis.spi.CreateSnapshotRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.ModifyCreateVolumePermissionsRequest;
import dev.amis.spi.Page;
import dev.amis.spi.SnapshotPort;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Ec2Storage;
import java.util.Set;

/** The port of snapshots over the world. */
record InMemorySnapshots(Ec2Storage ec2, Caller caller) implements SnapshotPort {

    @Override
    public Page<Snapshot> describeSnapshots(DescribeSnapshotsRequest request) {
        return Answers.of(() -> ec2.describeSnapshots(caller.reading(), request));
    }

    @Override
    public SnapshotId createSnapshot(CreateSnapshotRequest request) {
        return Answers.of(() -> ec2.createSnapshot(caller, request));
    }

    @Override
    public SnapshotId copySnapshot(CopySnapshotRequest request) {
        return Answers.of(() -> ec2.copySnapshot(caller, request));
    }

    @Override
    public void deleteSnapshot(SnapshotId snapshotId) {
        Answers.run(() -> ec2.deleteSnapshot(caller, snapshotId));
    }

    @Override
    public Set<CreateVolumePermission> describeCreateVolumePermissions(SnapshotId snapshotId) {
        return Answers.of(() -> ec2.describeCreateVolumePermissions(caller.reading(), snapshotId));
    }

    @Override
    public void modifyCreateVolumePermissions(ModifyCreateVolumePermissionsRequest request) {
        Answers.run(() -> ec2.modifyCreateVolumePermissions(caller, request));
    }
}
