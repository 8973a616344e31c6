package dev.amis.testing.internal;

import dev.amis.model.CreateVolumePermission;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.StorageTier;
import dev.amis.spi.ModifyCreateVolumePermissionsRequest;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Who may make volumes of a snapshot beside its owner. */
final class VolumePermissions {

    private final World world;
    private final Snapshots snapshots;

    VolumePermissions(World world) {
        this.world = world;
        this.snapshots = new Snapshots(world);
    }

    Set<CreateVolumePermission> describe(Call call, SnapshotId id) {
        return Collections.unmodifiableSet(
                new LinkedHashSet<>(snapshots.requireOwn(call, id).permissions()));
    }

    void modify(Call call, ModifyCreateVolumePermissionsRequest request) {
        SnapshotRecord record = snapshots.requireOwn(call, request.snapshotId());
        if (!request.add().isEmpty()) {
            checkSharing(record.snapshot(), request.add());
        }
        record.permissions().addAll(request.add());
        record.permissions().removeAll(request.remove());
        record.permissions().remove(CreateVolumePermission.of(record.owner()));
    }

    private void checkSharing(Snapshot snapshot, Set<CreateVolumePermission> add) {
        if (world.keys().isAwsManaged(snapshot)) {
            throw new Ec2Error("OperationNotPermitted", "Encrypted snapshots with EBS default key cannot be shared");
        }
        if (snapshot.encrypted() && add.contains(CreateVolumePermission.EVERYONE)) {
            throw new Ec2Error("OperationNotPermitted", "Encrypted snapshots cannot be shared publicly");
        }
        if (snapshot.storageTier().equals(Optional.of(StorageTier.ARCHIVE))) {
            throw new Ec2Error("OperationNotPermitted", "Archived snapshots cannot be shared");
        }
    }
}
