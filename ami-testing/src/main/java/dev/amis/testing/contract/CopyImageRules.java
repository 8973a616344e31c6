package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.BootMode;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.ImdsSupport;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.model.TpmSupport;
import dev.amis.spi.CopyImageRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What {@code CopyImage} makes of an image, and what it leaves behind. */
abstract class CopyImageRules extends Rules {

    @Test
    void copyIsPendingAndBecomesAvailable() {
        Actor abroad = ownerElsewhere();
        ImageId copy = abroad.images().copyImage(copyOf(bakedImage().imageId(), name("copy")));

        abroad.eventually(() -> assertThat(abroad.findImage(copy)).isPresent());
        assertThat(abroad.image(copy).state()).isIn(ImageState.PENDING, ImageState.AVAILABLE);
        assertThat(abroad.awaitAvailable(copy).region()).isEqualTo(world.otherRegion());
    }

    @Test
    void copyRemembersItsSource() {
        Image source = bakedImage();

        Image copy = copied(copyOf(source.imageId(), name("copy")));

        assertThat(copy.sourceImageId()).contains(source.imageId());
        assertThat(copy.sourceImageRegion()).contains(owner.region());
        assertThat(copy.ownerId()).isEqualTo(owner.account());
    }

    @Test
    void copyHasSnapshotsOfItsOwn() {
        Image source = bakedImage();

        Image copy = copied(copyOf(source.imageId(), name("copy")));

        assertThat(copy.snapshotIds())
                .hasSameSizeAs(source.snapshotIds())
                .doesNotContainAnyElementsOf(source.snapshotIds())
                .allSatisfy(id -> assertThat(ownerElsewhere().findSnapshot(id)).isPresent());
    }

    @Test
    void copyWithinTheRegionIsPossible() {
        Image source = bakedImage();

        Image copy = owner.awaitAvailable(owner.images().copyImage(copyOf(source.imageId(), name("copy"))));

        assertThat(copy.imageId()).isNotEqualTo(source.imageId());
        assertThat(copy.snapshotIds()).doesNotContainAnyElementsOf(source.snapshotIds());
    }

    @Test
    void whatTheImageIsGoesAlong() {
        SnapshotId snapshot = completedSnapshot().snapshotId();
        Image source = owner.awaitAvailable(owner.images()
                .registerImage(register(name("source"), snapshot)
                        .withBootMode(BootMode.UEFI)
                        .withTpmSupport(TpmSupport.V2_0)
                        .withImdsSupport(ImdsSupport.V2_0)));

        Image copy = copied(copyOf(source.imageId(), name("copy")));

        assertThat(copy.architecture()).isEqualTo(source.architecture());
        assertThat(copy.bootMode()).contains(BootMode.UEFI);
        assertThat(copy.tpmSupport()).contains(TpmSupport.V2_0);
        assertThat(copy.imdsSupport()).contains(ImdsSupport.V2_0);
        assertThat(copy.enaSupport()).isTrue();
        assertThat(copy.rootDeviceName()).isEqualTo(source.rootDeviceName());
    }

    @Test
    void launchPermissionsStayBehind() {
        ImageId source = bakedImage().imageId();
        owner.share(source, ORGANIZATION);

        Image copy = copied(copyOf(source, name("copy")));

        assertThat(ownerElsewhere().permissions(copy.imageId())).isEmpty();
    }

    @Test
    void deprecationDateStaysBehind() {
        ImageId source = bakedImage().imageId();
        owner.lifecycle().enableImageDeprecation(source, owner.now().plus(Duration.ofDays(30)));

        assertThat(copied(copyOf(source, name("copy"))).deprecationTime()).isEmpty();
    }

    @Test
    void protectionStaysBehind() {
        ImageId source = bakedImage().imageId();
        owner.lifecycle().enableImageDeregistrationProtection(source, false);

        Image copy = copied(copyOf(source, name("copy")));
        owner.lifecycle().disableImageDeregistrationProtection(source);

        assertThat(copy.deregistrationProtection()).isEqualTo(DeregistrationProtection.DISABLED);
    }

    @Test
    void tagsStayBehindUnlessAskedFor() {
        ImageId source = bakedImage().imageId();
        owner.tag(source.value(), Tags.of("Team", "platform"));

        Image bare = copied(copyOf(source, name("bare")));
        Image tagged = copied(copyOf(source, name("tagged")).withCopyImageTags(true));

        assertThat(bare.tags()).isEqualTo(Tags.none());
        assertThat(tagged.tags()).isEqualTo(Tags.of("Team", "platform"));
    }

    @Test
    void tagsOfTheRequestAreSet() {
        CopyImageRequest request = copyOf(bakedImage().imageId(), name("copy"))
                .withImageTags(Tags.of("Team", "platform"))
                .withSnapshotTags(Tags.of("Keep", "yes"));

        Image copy = copied(request);

        assertThat(copy.tags()).isEqualTo(Tags.of("Team", "platform"));
        assertThat(copy.snapshotIds())
                .map(ownerElsewhere()::snapshot)
                .map(Snapshot::tags)
                .containsOnly(Tags.of("Keep", "yes"));
    }

    @Test
    void descriptionOfTheRequestIsSet() {
        Image copy = copied(copyOf(bakedImage().imageId(), name("copy")).withDescription("for Oregon"));

        assertThat(copy.description()).contains("for Oregon");
    }

    @Test
    void copyOutlivesItsSource() {
        Image source = bakedImage();
        Image copy = copied(copyOf(source.imageId(), name("copy")));

        owner.deregisterWithSnapshots(source.imageId());

        assertThat(ownerElsewhere().image(copy.imageId()).state()).isEqualTo(ImageState.AVAILABLE);
        assertThat(copy.snapshotIds())
                .allSatisfy(id -> assertThat(ownerElsewhere().findSnapshot(id)).isPresent());
    }

    private Image copied(CopyImageRequest request) {
        Actor abroad = ownerElsewhere();
        return abroad.awaitAvailable(abroad.images().copyImage(request));
    }
}
