package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Snapshot;
import dev.amis.spi.CopyImageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How {@code CopyImage} encrypts. */
abstract class CopyImageEncryptionRules extends Rules {

    @Test
    void copyOfAnUnencryptedImageCanBeEncrypted() {
        CopyImageRequest request = copyOf(bakedImage().imageId(), name("copy")).withEncrypted(true);

        Image copy = copied(request);

        assertThat(volumes(copy)).allMatch(volume -> volume.encrypted().orElse(false));
        assertThat(snapshots(copy)).allMatch(Snapshot::encrypted);
    }

    @Test
    void snapshotTellsTheKey() {
        KmsKeyId key = arranged(world.customerManagedKey(world.otherRegion()), "a customer managed key");
        CopyImageRequest request =
                copyOf(bakedImage().imageId(), name("copy")).withEncrypted(true).withKmsKeyId(key);

        Image copy = copied(request);

        assertThat(snapshots(copy))
                .allSatisfy(snapshot -> assertThat(snapshot.kmsKeyId()).contains(key));
    }

    @Test
    void mappingNeverTellsTheKey() {
        Image copy = copied(copyOf(bakedImage().imageId(), name("copy")).withEncrypted(true));

        assertThat(volumes(copy)).allMatch(volume -> volume.kmsKeyId().isEmpty());
    }

    @Test
    void encryptedStaysEncrypted() {
        Image source = owner.awaitAvailable(owner.images()
                .copyImage(copyOf(bakedImage().imageId(), name("source")).withEncrypted(true)));

        Image copy = owner.awaitAvailable(owner.images().copyImage(copyOf(source.imageId(), name("copy"))));

        assertThat(copy.snapshotIds()).map(owner::snapshot).allMatch(Snapshot::encrypted);
    }

    @Test
    void ownCopyInTheRegionKeepsItsKey() {
        KmsKeyId key = arranged(world.customerManagedKey(owner.region()), "a customer managed key");
        CopyImageRequest encrypted = copyOf(bakedImage().imageId(), name("source"))
                .withEncrypted(true)
                .withKmsKeyId(key);
        Image source = owner.awaitAvailable(owner.images().copyImage(encrypted));

        Image copy = owner.awaitAvailable(owner.images().copyImage(copyOf(source.imageId(), name("copy"))));

        assertThat(copy.snapshotIds())
                .map(owner::snapshot)
                .allSatisfy(snapshot -> assertThat(snapshot.kmsKeyId()).contains(key));
    }

    @Test
    void keyThatCannotBeUsedFailsTheCopyLater() {
        KmsKeyId missing = KmsKeyId.of("arn:aws:kms:" + world.otherRegion() + ":" + owner.account()
                + ":key/00000000-0000-0000-0000-000000000bad");
        CopyImageRequest request =
                copyOf(bakedImage().imageId(), name("copy")).withEncrypted(true).withKmsKeyId(missing);

        ImageId copy = ownerElsewhere().images().copyImage(request);

        Image failed = ownerElsewhere().awaitState(copy, ImageState.FAILED);
        assertThat(failed.stateReason()).isPresent();
    }

    private Image copied(CopyImageRequest request) {
        Actor abroad = ownerElsewhere();
        return abroad.awaitAvailable(abroad.images().copyImage(request));
    }

    private List<Snapshot> snapshots(Image copy) {
        return copy.snapshotIds().stream().map(ownerElsewhere()::snapshot).toList();
    }

    private static List<EbsBlockDevice> volumes(Image image) {
        return image.blockDeviceMappings().stream()
                .flatMap((BlockDeviceMapping mapping) -> mapping.ebsVolume().stream())
                .toList();
    }
}
