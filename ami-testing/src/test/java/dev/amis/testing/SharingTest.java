package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.error.QuotaExceededException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageWatermark;
import dev.amis.model.LaunchPermission;
import dev.amis.model.OrganizationArn;
import dev.amis.model.OrganizationalUnitArn;
import dev.amis.model.ProductCode;
import dev.amis.model.ProductCodeType;
import dev.amis.model.Snapshot;
import dev.amis.model.StorageTier;
import dev.amis.spi.BlockPublicAccessPort;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharingTest {

    private static final OrganizationalUnitArn UNIT =
            OrganizationalUnitArn.of("arn:aws:organizations::999988887777:ou/o-exampleorg1/ou-ab12-abcdefgh");
    private static final OrganizationArn ORGANIZATION =
            OrganizationArn.of("arn:aws:organizations::999988887777:organization/o-exampleorg1");

    private final Stage stage = Stage.open();
    private final InMemoryAws aws = stage.aws();
    private final BlockPublicAccessPort block = stage.here().blockPublicAccess().orElseThrow();

    @Test
    void newAccountBlocksPublicImages() {
        assertThat(block.isBlocked()).isTrue();
    }

    @Test
    void blockingTakesAWhileAndUnblockingDoesNot() {
        block.unblock();
        assertThat(block.isBlocked()).isFalse();
        block.block();
        assertThat(block.isBlocked()).isFalse();
        aws.time().advance(Duration.ofMinutes(10));
        assertThat(block.isBlocked()).isTrue();
    }

    @Test
    void membershipIsJudgedWhenTheCallIsMade() {
        ImageId id = stage.baked("web-1").imageId();
        stage.share(id, LaunchPermission.of(UNIT));
        Stage other = stage.other();
        assertThatThrownBy(() -> other.image(id)).isInstanceOf(NotFoundException.class);
        other.aws().access().join(UNIT);
        assertThat(other.image(id).imageId()).isEqualTo(id);
        other.aws().access().leaveOrganization();
        assertThatThrownBy(() -> other.image(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void memberOfAUnitIsAMemberOfItsOrganization() {
        ImageId id = stage.baked("web-1").imageId();
        stage.share(id, LaunchPermission.of(ORGANIZATION));
        stage.other().aws().access().join(UNIT);
        assertThat(stage.other().image(id).imageId()).isEqualTo(id);
    }

    @Test
    void onlySoManyImagesArePublic() {
        block.unblock();
        aws.quotas().publicImages(1);
        stage.share(stage.baked("web-1").imageId(), LaunchPermission.EVERYONE);
        ImageId second = stage.baked("web-2").imageId();
        assertThatThrownBy(() -> stage.share(second, LaunchPermission.EVERYONE))
                .isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void anImageIsSharedWithSoManyOnly() {
        aws.quotas().sharingEntities(1);
        ImageId id = stage.baked("web-1").imageId();
        stage.share(id, LaunchPermission.of(Stage.OTHER));
        stage.share(id, LaunchPermission.of(Stage.OTHER));
        assertThatThrownBy(() -> stage.share(id, LaunchPermission.of(ORGANIZATION)))
                .isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void publicImageThatIsTwoYearsOldIsDeprecatedAtOnce() {
        block.unblock();
        ImageId id = stage.baked("web-1").imageId();
        aws.time().advance(Duration.ofDays(800));
        stage.share(id, LaunchPermission.EVERYONE);
        assertThat(stage.image(id).isDeprecatedAt(aws.time().instant())).isTrue();
    }

    @Test
    void markedImageCannotBePublic() {
        Image marked = seeded(stage.baked("web-1")
                .withImageWatermarks(new ImageWatermark(
                        "111122223333:golden",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Instant.EPOCH))));
        block.unblock();
        assertThatThrownBy(() -> stage.share(marked.imageId(), LaunchPermission.EVERYONE))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void productCannotBePublic() {
        Image product =
                seeded(stage.baked("web-1").withProductCodes(new ProductCode("abc", ProductCodeType.MARKETPLACE)));
        block.unblock();
        assertThatThrownBy(() -> stage.share(product.imageId(), LaunchPermission.EVERYONE))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void archivedSnapshotKeepsAnImageFromBeingSharedAndEnabled() {
        Image image = stage.baked("web-1");
        stage.here().storeSnapshot(image.snapshotIds().get(0), StorageTier.ARCHIVE);
        assertThatThrownBy(() -> stage.share(image.imageId(), LaunchPermission.of(Stage.OTHER)))
                .isInstanceOf(InvalidRequestException.class);
        stage.here().imageLifecycle().disableImage(image.imageId());
        assertThatThrownBy(() -> stage.here().imageLifecycle().enableImage(image.imageId()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("archived");
    }

    @Test
    void encryptedSnapshotWithoutAKeyCountsAsOnTheDefaultKey() {
        Image image = stage.baked("web-1");
        Snapshot snapshot = stage.snapshot(image.snapshotIds().get(0));
        InMemoryAws fresh = InMemoryAws.create();
        fresh.seed().snapshot(snapshot.withEncrypted(true)).image(image);
        assertThatThrownBy(() -> Stage.of(fresh).share(image.imageId(), LaunchPermission.of(Stage.OTHER)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("AWS Managed CMK");
    }

    private Image seeded(Image image) {
        Image another = image.withImageId(ImageId.of("ami-0123456789abcdef0")).withName("another");
        aws.seed().image(another);
        return another;
    }
}
