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
import dev.amis.testing.internal.Ec2;
import java.util.Set;

/** The port of snapshots over the world. */
final class InMemorySnapshots implements SnapshotPort {

    private final Ec2 ec2;
    private final Caller caller;

    InMemorySnapshots(Ec2 ec2, Caller caller) {
        this.ec2 = ec2;
        this.caller = caller;
    }

    @Override
    public Page<Snapshot> describeSnapshots(DescribeSnapshotsRequest request) {
        return Answers.of(() -> ec2.describeSnapshots(caller, request));
    }

    @Override
    public SnapshotId createSnapshot(CreateSnapshotRequest request) {
        throw InMemoryRegion.notImitated("snapshots of volumes");
    }

    @Override
    public SnapshotId copySnapshot(CopySnapshotRequest request) {
        throw InMemoryRegion.notImitated("copies");
    }

    @Override
    public void deleteSnapshot(SnapshotId snapshotId) {
        throw InMemoryRegion.notImitated("deletions of snapshots");
    }

    @Override
    public Set<CreateVolumePermission> describeCreateVolumePermissions(SnapshotId snapshotId) {
        throw InMemoryRegion.notImitated("permissions of snapshots");
    }

    @Override
    public void modifyCreateVolumePermissions(ModifyCreateVolumePermissionsRequest request) {
        throw InMemoryRegion.notImitated("permissions of snapshots");
    }
}
