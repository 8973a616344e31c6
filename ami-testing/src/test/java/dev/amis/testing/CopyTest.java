package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.InvalidRequestException;
import dev.amis.error.QuotaExceededException;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.KmsKeyId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.ProductCode;
import dev.amis.model.ProductCodeType;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotState;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.CopySnapshotRequest;
import dev.amis.spi.ModifyCreateVolumePermissionsRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopyTest {

    private final Stage stage = Stage.open();
    private final InMemoryAws aws = stage.aws();

    @Test
    void encryptionByDefaultEncryptsWithTheDefaultKey() {
        ImageId source = stage.baked("web-1").imageId();
        KmsKeyId key = stage.here().kmsKeys().create();
        stage.here().kmsKeys().encryptByDefault(true).useByDefault(key);
        assertThat(rootOf(copied(stage.copyOf(source, "copy"))).kmsKeyId()).contains(key);
    }

    @Test
    void encryptedWithoutAKeyTakesTheKeyThatAwsManages() {
        ImageId source = stage.baked("web-1").imageId();
        Snapshot root = rootOf(copied(stage.copyOf(source, "copy").withEncrypted(true)));
        assertThat(root.encrypted()).isTrue();
        assertThat(root.kmsKeyId().orElseThrow().value()).startsWith("arn:aws:kms:us-east-1:111122223333:key/");
    }

    @Test
    void keyMayBeNamedByItsAlias() {
        ImageId source = stage.baked("web-1").imageId();
        KmsKeyId key = stage.here().kmsKeys().create("alias/ami");
        Image copy = copied(stage.copyOf(source, "copy").withEncrypted(true).withKmsKeyId(KmsKeyId.of("alias/ami")));
        assertThat(rootOf(copy).kmsKeyId()).contains(key);
    }

    @Test
    void keyThatIsOnlyKnownFromARecordingIsKept() {
        KmsKeyId recorded = KmsKeyId.of("arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555");
        Image source = stage.baked("web-1");
        Snapshot encrypted = rootOf(source).withEncrypted(true).withKmsKeyId(recorded);
        Stage loaded = Stage.open();
        loaded.aws().seed().snapshot(encrypted).image(source);
        ImageId copy = loaded.here().images().copyImage(loaded.copyOf(source.imageId(), "copy"));
        loaded.aws().time().advance(Duration.ofHours(1));
        assertThat(loaded.snapshot(loaded.image(copy).snapshotIds().get(0)).kmsKeyId())
                .contains(recorded);
    }

    @Test
    void keyOfAnotherRegionFailsTheCopyLater() {
        ImageId source = stage.baked("web-1").imageId();
        KmsKeyId foreign = aws.in(Region.EU_WEST_1).kmsKeys().create();
        Image copy = copied(stage.copyOf(source, "copy").withEncrypted(true).withKmsKeyId(foreign));
        assertThat(copy.state()).isEqualTo(ImageState.FAILED);
        assertThat(copy.stateReason().orElseThrow().message()).isEqualTo("Given key ID is not accessible");
    }

    @Test
    void revokedKeyOfTheSourceFailsTheCopyLater() {
        KmsKeyId key = stage.here().kmsKeys().create();
        ImageId encrypted = encrypted("encrypted", key).imageId();
        stage.here().kmsKeys().revoke(key);
        assertThat(copied(stage.copyOf(encrypted, "copy")).state()).isEqualTo(ImageState.FAILED);
        stage.here().kmsKeys().restore(key);
        assertThat(copied(stage.copyOf(encrypted, "again")).state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void copyIntoAnotherRegionTakesTheDefaultKeyThere() {
        ImageId source = encrypted("encrypted", stage.here().kmsKeys().create()).imageId();
        Stage abroad = new Stage(aws, aws.in(Region.EU_WEST_1));
        ImageId copy = abroad.here().images().copyImage(stage.copyOf(source, "copy"));
        aws.time().advance(Duration.ofHours(1));
        KmsKeyId key = abroad.snapshot(abroad.image(copy).snapshotIds().get(0))
                .kmsKeyId()
                .orElseThrow();
        assertThat(key.value()).startsWith("arn:aws:kms:eu-west-1:");
    }

    @Test
    void sharedEncryptedImageNeedsItsKeySharedToo() {
        KmsKeyId key = stage.here().kmsKeys().create();
        Image source = encrypted("encrypted", key);
        lend(source);
        Stage other = stage.other();
        CopyImageRequest request = other.copyOf(source.imageId(), "copy");
        assertThatThrownBy(() -> other.here().images().copyImage(request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("You do not have permission to access the storage of this ami");
        stage.here().kmsKeys().allow(key, Stage.OTHER);
        ImageId copy = other.here().images().copyImage(request);
        aws.time().advance(Duration.ofHours(1));
        Image made = other.image(copy);
        assertThat(made.state()).isEqualTo(ImageState.AVAILABLE);
        assertThat(other.snapshot(made.snapshotIds().get(0)).kmsKeyId().orElseThrow())
                .isNotEqualTo(key);
    }

    @Test
    void marketplaceImageOfAnotherAccountIsRefused() {
        Image source = stage.baked("web-1");
        Image product = source.withImageId(ImageId.of("ami-0123456789abcdef0"))
                .withName("product")
                .withProductCodes(new ProductCode("abc", ProductCodeType.MARKETPLACE));
        aws.seed().image(product, LaunchPermission.of(Stage.OTHER));
        assertThatThrownBy(() -> stage.other().here().images().copyImage(stage.copyOf(product.imageId(), "copy")))
                .hasMessageContaining("Images from AWS Marketplace cannot be copied to another AWS account");
        assertThat(stage.here().images().copyImage(stage.copyOf(product.imageId(), "copy")))
                .isNotNull();
    }

    @Test
    void licensedImageOfAnotherAccountIsRefused() {
        Image windows = stage.baked("web-1")
                .withImageId(ImageId.of("ami-0123456789abcdef0"))
                .withName("windows")
                .withUsageOperation("RunInstances:0002");
        aws.seed().image(windows, LaunchPermission.of(Stage.OTHER));
        assertThatThrownBy(() -> stage.other().here().images().copyImage(stage.copyOf(windows.imageId(), "copy")))
                .hasMessageContaining("BillingProduct");
    }

    @Test
    void imagesDoNotLeaveTheirPartition() {
        ImageId source = stage.baked("web-1").imageId();
        assertThatThrownBy(() -> aws.in(Region.CN_NORTH_1).images().copyImage(stage.copyOf(source, "copy")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("partition");
    }

    @Test
    void onlySoManyCopiesAreOnTheirWay() {
        ImageId source = stage.baked("web-1").imageId();
        aws.quotas().concurrentImageCopies(2);
        stage.here().images().copyImage(stage.copyOf(source, "copy-1"));
        stage.here().images().copyImage(stage.copyOf(source, "copy-2"));
        assertThatThrownBy(() -> stage.here().images().copyImage(stage.copyOf(source, "copy-3")))
                .isInstanceOf(QuotaExceededException.class);
        aws.time().advance(Duration.ofHours(1));
        assertThat(stage.here().images().copyImage(stage.copyOf(source, "copy-3")))
                .isNotNull();
    }

    @Test
    void snapshotsOfACopySayWhereTheyComeFrom() {
        Image source = stage.baked("web-1");
        Image copy = copied(stage.copyOf(source.imageId(), "copy"));
        assertThat(rootOf(copy).description())
                .contains("Copied for DestinationAmi " + copy.imageId() + " from SourceAmi " + source.imageId()
                        + " for SourceSnapshot " + source.snapshotIds().get(0));
        assertThat(rootOf(copy).volumeId().orElseThrow().value()).isEqualTo("vol-ffffffff");
    }

    @Test
    void copyOfAnEncryptedSnapshotDoesNotKeepItsKey() {
        KmsKeyId key = stage.here().kmsKeys().create();
        Snapshot source = rootOf(encrypted("encrypted", key));
        CopySnapshotRequest request = CopySnapshotRequest.builder()
                .sourceSnapshotId(source.snapshotId())
                .sourceRegion(stage.here().region())
                .build();
        Snapshot copy = stage.snapshot(stage.here().snapshots().copySnapshot(request));
        assertThat(copy.encrypted()).isTrue();
        assertThat(copy.kmsKeyId()).isNotEqualTo(Optional.of(key));
    }

    @Test
    void snapshotWhoseKeyCannotBeUsedEndsInErrorSilently() {
        KmsKeyId key = stage.here().kmsKeys().create();
        Snapshot source = rootOf(encrypted("encrypted", key));
        stage.here().kmsKeys().revoke(key);
        CopySnapshotRequest request = CopySnapshotRequest.builder()
                .sourceSnapshotId(source.snapshotId())
                .sourceRegion(stage.here().region())
                .build();
        Snapshot copy = stage.snapshot(stage.here().snapshots().copySnapshot(request));
        assertThat(copy.state()).isEqualTo(SnapshotState.PENDING);
        aws.time().advance(Duration.ofHours(1));
        Snapshot failed = stage.snapshot(copy.snapshotId());
        assertThat(failed.state()).isEqualTo(SnapshotState.ERROR);
        assertThat(failed.stateMessage()).contains("Given key ID is not accessible");
    }

    private Image encrypted(String name, KmsKeyId key) {
        ImageId plain = stage.baked(name + "-plain").imageId();
        return copied(stage.copyOf(plain, name).withEncrypted(true).withKmsKeyId(key));
    }

    private Image copied(CopyImageRequest request) {
        ImageId copy = stage.here().images().copyImage(request);
        Image pending = stage.image(copy);
        assertThat(pending.state()).isEqualTo(ImageState.PENDING);
        aws.time().advance(Duration.ofHours(1));
        return stage.image(copy);
    }

    private Snapshot rootOf(Image image) {
        return stage.snapshot(image.snapshotIds().get(0));
    }

    private void lend(Image image) {
        stage.share(image.imageId(), LaunchPermission.of(Stage.OTHER));
        image.snapshotIds()
                .forEach(id -> stage.here()
                        .snapshots()
                        .modifyCreateVolumePermissions(new ModifyCreateVolumePermissionsRequest(
                                id, Set.of(CreateVolumePermission.of(Stage.OTHER)), Set.of())));
    }
}
