package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.ConflictException;
import dev.amis.error.NotFoundException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When snapshots can be deleted. */
abstract class SnapshotDeletionRules extends Rules {

    private static final SnapshotId UNKNOWN = SnapshotId.of("snap-00000000000000bad");

    @Test
    void deletedSnapshotIsGone() {
        SnapshotId snapshot = completedSnapshot().snapshotId();

        owner.snapshots().deleteSnapshot(snapshot);

        owner.eventually(() -> assertThat(owner.findSnapshot(snapshot)).isEmpty());
    }

    @Test
    void deletingAnUnknownSnapshotIsRefused() {
        refused(
                NotFoundException.class,
                "InvalidSnapshot.NotFound",
                () -> owner.snapshots().deleteSnapshot(UNKNOWN));
    }

    @Test
    void deletingASnapshotInUseIsRefused() {
        SnapshotId snapshot = bakedImage().snapshotIds().get(0);

        assertInUse(snapshot);
    }

    @Test
    void deletingASnapshotOfADisabledImageIsRefused() {
        Image image = bakedImage();
        owner.lifecycle().disableImage(image.imageId());

        assertInUse(image.snapshotIds().get(0));
    }

    @Test
    void deletingASnapshotOfADeprecatedImageIsRefused() {
        Image image = bakedImage();
        owner.lifecycle().enableImageDeprecation(image.imageId(), owner.now().plus(Duration.ofMinutes(2)));
        owner.letPass(Duration.ofMinutes(4));

        assertInUse(image.snapshotIds().get(0));
    }

    @Test
    void snapshotOfADeregisteredImageCanBeDeleted() {
        Image image = bakedImage();
        owner.deregister(image.imageId());
        SnapshotId snapshot = image.snapshotIds().get(0);

        owner.snapshots().deleteSnapshot(snapshot);

        owner.eventually(() -> assertThat(owner.findSnapshot(snapshot)).isEmpty());
    }

    @Test
    void snapshotIsInUseUntilItsLastImageIsGone() {
        SnapshotId snapshot = completedSnapshot().snapshotId();
        ImageId first = registeredImage(snapshot).imageId();
        ImageId last = registeredImage(snapshot).imageId();
        owner.deregister(first);
        assertInUse(snapshot);

        owner.deregister(last);
        owner.snapshots().deleteSnapshot(snapshot);

        owner.eventually(() -> assertThat(owner.findSnapshot(snapshot)).isEmpty());
    }

    @Test
    void terminatingTheInstanceLeavesItsSnapshots() {
        InstanceId instance = world.runInstance();
        SnapshotId snapshot = owner.awaitCompleted(owner.snapshots().createSnapshot(snapshotOf(rootVolume(instance))))
                .snapshotId();

        world.terminateInstance(instance);

        assertThat(owner.findSnapshot(snapshot)).isPresent();
    }

    private void assertInUse(SnapshotId snapshot) {
        refused(
                ConflictException.class,
                "InvalidSnapshot.InUse",
                () -> owner.snapshots().deleteSnapshot(snapshot));
        assertThat(owner.snapshot(snapshot).state()).isEqualTo(SnapshotState.COMPLETED);
    }
}
