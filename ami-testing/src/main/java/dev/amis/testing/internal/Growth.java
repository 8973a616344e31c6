package dev.amis.testing.internal;

import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.StateReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How pending snapshots and images become what they are to be, when their time comes. */
final class Growth {

    private final World world;

    Growth(World world) {
        this.world = world;
    }

    /** Lets an image become available when the last of its snapshots is whole; the larger a volume, the later its snapshot. */
    void start(ImageRecord image, List<SnapshotRecord> snapshots, Duration takes) {
        Instant now = world.now();
        int largest = snapshots.stream().mapToInt(Growth::size).max().orElse(1);
        for (SnapshotRecord snapshot : snapshots) {
            start(snapshot, takes.multipliedBy(size(snapshot)).dividedBy(largest));
        }
        Region region = image.image().region();
        world.events().plan(now.plus(takes), at -> finish(world.in(region), image));
    }

    void start(SnapshotRecord snapshot, Duration takes) {
        Instant at = world.now().plus(takes);
        snapshot.doneAt(at);
        Region region = snapshot.snapshot().region();
        world.events().plan(at, done -> finish(world.in(region), snapshot, done));
    }

    private void finish(RegionStore store, SnapshotRecord record, Instant at) {
        if (!record.is(SnapshotState.PENDING)) {
            return;
        }
        if (record.doom().isPresent()) {
            breakOff(record, record.doom().get());
        } else {
            record.change(snapshot -> snapshot.withStateText(SnapshotState.COMPLETED.text())
                    .withProgress(OptionalInt.of(100))
                    .withCompletionTime(at));
        }
        if (record.isDeletedWhenDone()) {
            new Removal(world).remove(store, record);
        }
    }

    private static void finish(RegionStore store, ImageRecord record) {
        if (!record.is(ImageState.PENDING)) {
            return;
        }
        Optional<StateReason> failure = record.doom().or(() -> brokenSnapshot(store, record.image()));
        if (failure.isPresent()) {
            fail(store, record, failure.get());
        } else {
            record.change(image -> image.withStateText(ImageState.AVAILABLE.text()));
        }
    }

    /**
     * Ends an image as failed. It keeps its name and must be deregistered; what there is of its snapshots stays behind,
     * and the image names none of them any more.
     */
    static void fail(RegionStore store, ImageRecord record, StateReason reason) {
        for (SnapshotId id : record.image().snapshotIds()) {
            store.snapshots()
                    .find(id.value())
                    .filter(snapshot -> snapshot.is(SnapshotState.PENDING))
                    .ifPresent(snapshot -> breakOff(snapshot, reason.message()));
        }
        store.releaseSnapshots(record);
        record.change(image -> image.withStateText(ImageState.FAILED.text())
                .withStateReason(reason)
                .withBlockDeviceMappings(List.of()));
    }

    private static void breakOff(SnapshotRecord record, String message) {
        record.change(
                snapshot -> snapshot.withStateText(SnapshotState.ERROR.text()).withStateMessage(message));
    }

    /** The code is UNVERIFIED; that the image fails, and why, is not. */
    private static Optional<StateReason> brokenSnapshot(RegionStore store, Image image) {
        return image.snapshotIds().stream()
                .flatMap(id -> store.snapshots().find(id.value()).stream())
                .filter(snapshot -> snapshot.is(SnapshotState.ERROR))
                .findFirst()
                .map(snapshot -> new StateReason(
                        "Client.InternalError",
                        snapshot.snapshot().stateMessage().orElse("A snapshot of the image could not be made")));
    }

    private static int size(SnapshotRecord record) {
        return Math.max(1, record.snapshot().volumeSize().orElse(1));
    }
}
