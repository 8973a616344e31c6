package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Snapshot;
import dev.amis.model.Tags;
import dev.amis.spi.CopyImageRequest;
import org.junit.jupiter.api.Test;

/** Which requests {@code CopyImage} takes for the same, which it refuses, and whose images it copies. */
abstract class CopyImageRequestRules extends Rules {

    @Test
    void repeatedClientTokenAnswersTheSameImage() {
        Actor abroad = ownerElsewhere();
        CopyImageRequest request = copyOf(bakedImage().imageId(), name("copy"));
        ImageId first = abroad.images().copyImage(request);
        abroad.awaitAvailable(first);

        assertThat(abroad.images().copyImage(request)).isEqualTo(first);
    }

    @Test
    void clientTokenOfAnotherRequestIsRefused() {
        Actor abroad = ownerElsewhere();
        CopyImageRequest request = copyOf(bakedImage().imageId(), name("copy"));
        abroad.images().copyImage(request);

        refused(
                ConflictException.class,
                "IdempotentParameterMismatch",
                () -> abroad.images().copyImage(request.withDescription("something else")));
    }

    @Test
    void clientTokenCountsPerRegion() {
        CopyImageRequest request = copyOf(bakedImage().imageId(), name("copy"));
        ImageId abroad = ownerElsewhere().images().copyImage(request);

        ImageId here = owner.images().copyImage(request);

        assertThat(here).isNotEqualTo(abroad);
    }

    @Test
    void nameIsUniqueInTheDestination() {
        Image source = bakedImage();
        String name = name("unique");
        copied(copyOf(source.imageId(), name));
        CopyImageRequest second = copyOf(source.imageId(), name).withClientToken(name("another"));

        refused(
                ConflictException.class,
                "InvalidAMIName.Duplicate",
                () -> ownerElsewhere().images().copyImage(second));
    }

    @Test
    void nameOfTheSourceIsFreeInAnotherRegion() {
        Image source = bakedImage();
        String name = source.name().orElseThrow();

        assertThat(copied(copyOf(source.imageId(), name)).name()).contains(name);
    }

    @Test
    void pendingSourceIsRefused() {
        ImageId source = pendingImage();

        refused(
                ConflictException.class,
                "InvalidAMIID.Unavailable",
                () -> ownerElsewhere().images().copyImage(copyOf(source, name("early"))));
    }

    @Test
    void unknownSourceIsRefused() {
        refused(
                NotFoundException.class,
                "InvalidAMIID.NotFound",
                () -> ownerElsewhere().images().copyImage(copyOf(UNKNOWN_IMAGE, name("nothing"))));
    }

    @Test
    void imageThatIsNotSharedIsUnknown() {
        Actor stranger = stranger();
        ImageId source = bakedImage().imageId();

        refused(
                NotFoundException.class,
                "InvalidAMIID.NotFound",
                () -> stranger.images().copyImage(copyOf(source, name("stolen"))));
    }

    @Test
    void sharedImageNeedsItsSnapshotsSharedToo() {
        Actor stranger = stranger();
        Image source = bakedImage();
        owner.lend(source.imageId(), stranger);
        refused(
                InvalidRequestException.class,
                "InvalidRequest",
                () -> stranger.images().copyImage(copyOf(source.imageId(), name("early"))));

        source.snapshotIds().forEach(snapshot -> owner.lend(snapshot, stranger));

        Image copy = stranger.awaitAvailable(stranger.images().copyImage(copyOf(source.imageId(), name("copy"))));
        assertThat(copy.ownerId()).isEqualTo(stranger.account());
        assertThat(copy.snapshotIds())
                .map(stranger::snapshot)
                .map(Snapshot::ownerId)
                .containsOnly(stranger.account());
    }

    @Test
    void tagsOfAnotherAccountAreNotCopied() {
        Actor stranger = stranger();
        Image source = bakedImage();
        owner.lend(source.imageId(), stranger);
        source.snapshotIds().forEach(snapshot -> owner.lend(snapshot, stranger));
        owner.tag(source.imageId().value(), Tags.of("Team", "platform"));

        ImageId copy = stranger.images()
                .copyImage(copyOf(source.imageId(), name("copy")).withCopyImageTags(true));

        assertThat(stranger.awaitAvailable(copy).tags()).isEqualTo(Tags.none());
    }

    private Image copied(CopyImageRequest request) {
        Actor abroad = ownerElsewhere();
        return abroad.awaitAvailable(abroad.images().copyImage(request));
    }
}
