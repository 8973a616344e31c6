package dev.amis.testing.internal;

import dev.amis.model.ImageOperation;
import dev.amis.model.SnapshotId;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.spi.SnapshotDeletionCode;
import java.util.ArrayList;
import java.util.List;

/** {@code DeregisterImage}, and what it makes of the snapshots. */
final class Deregistering {

    private final World world;
    private final Images images;
    private final Removal removal;

    Deregistering(World world, Images images) {
        this.world = world;
        this.removal = new Removal(world);
        this.images = images;
    }

    List<SnapshotDeletion> deregister(Call call, DeregisterImageRequest request) {
        ImageRecord record = images.requireOwn(call, request.imageId(), ImageOperation.DEREGISTER);
        if (record.image().deregistrationProtection().blocksAt(world.now())) {
            throw new Ec2Error(
                    "OperationNotPermitted",
                    "The image ID '" + request.imageId() + "' is protected from deregistration: "
                            + record.image().deregistrationProtection());
        }
        Images.requireNotOfBackup(record);
        RegionStore store = world.in(call.region());
        List<SnapshotId> snapshots = record.image().snapshotIds();
        removal.remove(store, record);
        List<SnapshotDeletion> results = new ArrayList<>();
        if (request.deleteAssociatedSnapshots()) {
            for (SnapshotId id : snapshots) {
                results.add(new SnapshotDeletion(id, delete(call, store, id)));
            }
        }
        return results;
    }

    private SnapshotDeletionCode delete(Call call, RegionStore store, SnapshotId id) {
        if (!store.usersOf(id).isEmpty()) {
            return SnapshotDeletionCode.SKIPPED;
        }
        if (world.permissions().isDenied(call.account(), "DeleteSnapshot")) {
            return SnapshotDeletionCode.MISSING_PERMISSIONS;
        }
        SnapshotRecord snapshot = store.snapshots().find(id.value()).orElse(null);
        if (snapshot == null || !snapshot.isOwnedBy(call.account()) || snapshot.isLocked()) {
            return SnapshotDeletionCode.CLIENT_ERROR;
        }
        removal.remove(store, snapshot);
        return SnapshotDeletionCode.SUCCESS;
    }
}
