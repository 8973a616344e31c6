package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.AccessDeniedException;
import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.NotFoundException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.SnapshotId;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.spi.SnapshotDeletionCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What {@code DeregisterImage} removes, and what it refuses to. */
abstract class DeregisterImageRules extends Rules {

    @Test
    void imageIsGone() {
        ImageId image = bakedImage().imageId();

        owner.deregister(image);

        owner.eventually(() -> assertThat(ownAvailable()).doesNotContain(image));
    }

    @Test
    void snapshotsStayUnlessAskedFor() {
        Image image = bakedImage();

        List<SnapshotDeletion> deletions = owner.deregister(image.imageId());

        assertThat(deletions).isEmpty();
        assertThat(image.snapshotIds())
                .allSatisfy(id -> assertThat(owner.findSnapshot(id)).isPresent());
    }

    @Test
    void snapshotsGoWhenAskedFor() {
        Image image = bakedImage();

        List<SnapshotDeletion> deletions = owner.deregisterWithSnapshots(image.imageId());

        assertThat(deletions)
                .map(SnapshotDeletion::snapshotId)
                .containsExactlyInAnyOrderElementsOf(image.snapshotIds());
        assertThat(deletions).map(SnapshotDeletion::code).containsOnly(SnapshotDeletionCode.SUCCESS);
        owner.eventually(() -> assertThat(image.snapshotIds())
                .allSatisfy(id -> assertThat(owner.findSnapshot(id)).isEmpty()));
    }

    @Test
    void snapshotThatAnotherImageNeedsIsSkipped() {
        SnapshotId shared = completedSnapshot().snapshotId();
        ImageId first = registeredImage(shared).imageId();
        ImageId second = registeredImage(shared).imageId();

        List<SnapshotDeletion> deletions = owner.deregisterWithSnapshots(first);

        assertThat(deletions).containsExactly(new SnapshotDeletion(shared, SnapshotDeletionCode.SKIPPED));
        assertThat(owner.findSnapshot(shared)).isPresent();
        assertThat(owner.image(second).state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void snapshotThatADisabledImageNeedsIsSkipped() {
        SnapshotId shared = completedSnapshot().snapshotId();
        ImageId first = registeredImage(shared).imageId();
        ImageId disabled = registeredImage(shared).imageId();
        owner.lifecycle().disableImage(disabled);

        List<SnapshotDeletion> deletions = owner.deregisterWithSnapshots(first);

        assertThat(deletions).map(SnapshotDeletion::code).containsExactly(SnapshotDeletionCode.SKIPPED);
        assertThat(owner.findSnapshot(shared)).isPresent();
    }

    @Test
    void protectedImageIsRefused() {
        Image image = bakedImage();
        owner.lifecycle().enableImageDeregistrationProtection(image.imageId(), false);

        refused(ConflictException.class, () -> owner.deregisterWithSnapshots(image.imageId()));

        assertThat(owner.image(image.imageId()).state()).isEqualTo(ImageState.AVAILABLE);
        assertThat(image.snapshotIds())
                .allSatisfy(id -> assertThat(owner.findSnapshot(id)).isPresent());
        owner.lifecycle().disableImageDeregistrationProtection(image.imageId());
    }

    @Test
    void imageThatIsCoolingDownIsRefused() {
        ImageId image = bakedImage().imageId();
        Assumptions.assumeTrue(world.daysPassQuickly(), "a cool-down takes a day in this world");
        owner.lifecycle().enableImageDeregistrationProtection(image, true);
        owner.lifecycle().disableImageDeregistrationProtection(image);

        refused(ConflictException.class, () -> owner.deregister(image));
        owner.letPass(Duration.ofHours(25));
        owner.deregister(image);

        assertThat(ownAvailable()).doesNotContain(image);
    }

    @Test
    void imageOfAnotherAccountIsRefused() {
        Actor stranger = stranger();
        ImageId image = bakedImage().imageId();
        owner.lend(image, stranger);

        refused(AccessDeniedException.class, "AuthFailure", () -> stranger.deregister(image));
        assertThat(owner.image(image).state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void secondTimeIsRefused() {
        ImageId image = bakedImage().imageId();
        owner.deregister(image);

        AmiException refusal = refused(AmiException.class, () -> owner.deregister(image));

        assertThat(refusal.failure().code().orElseThrow()).isIn("InvalidAMIID.Unavailable", "InvalidAMIID.NotFound");
    }

    @Test
    void unknownImageIsRefused() {
        refused(NotFoundException.class, "InvalidAMIID.NotFound", () -> owner.deregister(UNKNOWN_IMAGE));
    }

    @Test
    void pendingImageIsCancelled() {
        ImageId image = pendingImage();

        owner.deregister(image);
        owner.letPass(Duration.ofHours(1));

        assertThat(ownAvailable()).doesNotContain(image);
    }

    @Test
    void failedImageCanBeRemoved() {
        String name = name("failed");
        ImageId image = arranged(world.imageThatWillFail(name), "an image that fails");
        owner.awaitState(image, ImageState.FAILED);

        owner.deregister(image);

        owner.eventually(() -> assertThat(named(name)).isEmpty());
    }

    @Test
    void disabledImageCanBeRemoved() {
        Image image = bakedImage();
        owner.lifecycle().disableImage(image.imageId());

        owner.deregister(image.imageId());

        owner.eventually(() -> assertThat(named(image.name().orElseThrow())).isEmpty());
    }

    @Test
    void launchTemplateDoesNotHoldAnImage() {
        ImageId image = bakedImage().imageId();
        arranged(world.launchTemplate(name("holds"), List.of(image.value())), "launch templates");

        owner.deregister(image);

        owner.eventually(() -> assertThat(ownAvailable()).doesNotContain(image));
    }

    @Test
    void sourceInstanceKeepsRunning() {
        InstanceId instance = world.runInstance();
        ImageId image = owner.awaitAvailable(owner.images()
                        .createImage(create(instance, name("source")).withNoReboot(true)))
                .imageId();

        owner.deregisterWithSnapshots(image);

        assertThat(owner.instance(instance).state()).isEqualTo(InstanceState.RUNNING);
    }

    private List<ImageId> ownAvailable() {
        return owner
                .list(DescribeImagesRequest.builder().addOwner(ImageOwner.SELF).build())
                .stream()
                .filter(image -> image.state() == ImageState.AVAILABLE)
                .map(Image::imageId)
                .toList();
    }
}
