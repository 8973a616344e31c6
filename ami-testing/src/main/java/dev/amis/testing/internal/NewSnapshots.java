package dev.amis.testing.internal;

import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.StorageTier;
import dev.amis.model.Tags;
import dev.amis.model.VolumeId;
import java.util.Optional;

/** Makes snapshots that are pending; they are put on the shelf once all of a request has been found right. */
final class NewSnapshots {

    /** Copies carry a made-up volume id. */
    private static final VolumeId COPIED = VolumeId.of("vol-ffffffff");

    private static final long GIB = 1L << 30;

    private final World world;

    NewSnapshots(World world) {
        this.world = world;
    }

    /** A snapshot of a volume is encrypted as the volume is. */
    SnapshotRecord ofVolume(Call call, VolumeRecord volume, Optional<String> description, Tags tags) {
        SnapshotRecord record = new SnapshotRecord(pending(call, description, tags)
                .volumeId(volume.volumeId())
                .volumeSize(volume.size())
                .fullSnapshotSizeInBytes(volume.size() * GIB / 4)
                .encrypted(volume.encrypted())
                .kmsKeyId(volume.key())
                .build());
        record.productCodes(volume.productCodes());
        if (!world.keys().canDecrypt(call.account(), record.snapshot())) {
            record.doom(Encryption.NO_ACCESS);
        }
        return record;
    }

    SnapshotRecord ofSnapshot(Call call, SnapshotRecord source, Encryption encryption, Parts parts) {
        Snapshot original = source.snapshot();
        SnapshotRecord record = new SnapshotRecord(pending(call, parts.description(), parts.tags())
                .volumeId(COPIED)
                .volumeSize(original.volumeSize())
                .fullSnapshotSizeInBytes(original.fullSnapshotSizeInBytes())
                .encrypted(encryption.isEncrypted())
                .kmsKeyId(encryption.key())
                .build());
        record.productCodes(source.productCodes());
        encryption.failure().ifPresent(record::doom);
        return record;
    }

    /** What a request says of a copy. */
    record Parts(Optional<String> description, Tags tags) {}

    /** Puts a snapshot on the shelf and lets fate have its way. */
    void add(Call call, SnapshotRecord record) {
        world.in(call.region()).snapshots().add(record);
        world.hideIfNew(record);
        world.dials().nextSnapshotDoom().ifPresent(record::doom);
    }

    private Snapshot.Builder pending(Call call, Optional<String> description, Tags tags) {
        Snapshot.Builder builder = Snapshot.builder();
        builder.snapshotId(SnapshotId.of(world.ids().next("snap")))
                .region(call.region())
                .ownerId(call.account())
                .state(SnapshotState.PENDING)
                .progress(0)
                .startTime(world.now())
                .storageTier(StorageTier.STANDARD)
                .description(description)
                .tags(tags);
        return builder;
    }
}
