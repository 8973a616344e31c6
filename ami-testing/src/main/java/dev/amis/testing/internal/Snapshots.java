package dev.amis.testing.internal;

import dev.amis.model.SnapshotId;
import java.util.Optional;

/** Finding the snapshot that a call is about, and the refusals around it. */
final class Snapshots {

    private final World world;

    Snapshots(World world) {
        this.world = world;
    }

    Optional<SnapshotRecord> find(Call call, SnapshotId id) {
        return world.in(call.region()).snapshots().find(id.value()).filter(record -> !record.missedAt(world.now()));
    }

    /** A snapshot that the caller may make volumes of. */
    SnapshotRecord requireReadable(Call call, SnapshotId id) {
        return find(call, id)
                .filter(record -> record.isReadableBy(call.account()))
                .orElseThrow(() -> notFound(id));
    }

    /** A snapshot of the caller's own that it may do this to. */
    SnapshotRecord requireOwn(Call call, SnapshotId id) {
        SnapshotRecord record = requireReadable(call, id);
        if (!record.isOwnedBy(call.account())) {
            throw new Ec2Error("AuthFailure", "Not authorized for snapshot:" + id);
        }
        world.permit(call);
        return record;
    }

    static Ec2Error notFound(SnapshotId id) {
        return new Ec2Error("InvalidSnapshot.NotFound", "The snapshot '" + id + "' does not exist.");
    }
}
