package dev.amis.testing.internal;

import dev.amis.model.ImageState;
import dev.amis.model.SnapshotState;
import dev.amis.spi.RecycleBinResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Takes images and snapshots away: into the Recycle Bin where a rule covers them, for good otherwise. */
final class Removal {

    private final World world;

    Removal(World world) {
        this.world = world;
    }

    /** An image that never became available is not kept. */
    void remove(RegionStore store, ImageRecord record) {
        Instant now = world.now();
        Dials dials = world.dials();
        Departed departed = new Departed(record.asItIs(), now.plus(dials.hiddenFor()), dials.hiddenReads());
        store.remove(record);
        store.gone().put(record.imageId(), departed);
        world.events().plan(now.plus(Images.REMEMBERED), at -> store.gone().remove(record.imageId(), departed));
        Bin bin = store.of(record.owner()).bin();
        Optional<Duration> retention = record.is(ImageState.AVAILABLE) || record.is(ImageState.DISABLED)
                ? bin.retention(RecycleBinResourceType.EC2_IMAGE, record.ownTags())
                : Optional.empty();
        record.change(image -> image.withStateText(ImageState.DEREGISTERED.text()));
        retention.ifPresent(time -> keep(bin.images(), record, now, time));
    }

    /** A snapshot that is pending goes once it is done. */
    void remove(RegionStore store, SnapshotRecord record) {
        if (record.is(SnapshotState.PENDING)) {
            record.deleteWhenDone();
            return;
        }
        store.snapshots().remove(record);
        Bin bin = store.of(record.owner()).bin();
        bin.retention(RecycleBinResourceType.EBS_SNAPSHOT, record.ownTags()).ifPresent(time -> {
            record.change(snapshot -> snapshot.withStateText(SnapshotState.RECOVERABLE.text()));
            keep(bin.snapshots(), record, world.now(), time);
        });
    }

    private <R extends Resource> void keep(Map<String, Bin.Kept<R>> place, R record, Instant now, Duration time) {
        Bin.Kept<R> kept = new Bin.Kept<>(record, now, now.plus(time));
        place.put(record.id(), kept);
        world.events().plan(kept.exitTime(), at -> place.remove(record.id(), kept));
    }
}
