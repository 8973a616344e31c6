package dev.amis.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BootMode;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.ImageState;
import dev.amis.model.InstanceId;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.model.TpmSupport;
import dev.amis.model.VirtualizationType;
import dev.amis.model.VolumeId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRequestsTest {

    private static final SnapshotId SNAPSHOT = SnapshotId.of("snap-0123456789abcdef0");
    private static final Tags OF_AWS = Tags.read(Map.of("aws:x", "y"));
    private static final String TOO_LONG = "d".repeat(256);

    private static CreateImageRequest created() {
        return CreateImageRequest.builder()
                .instanceId(InstanceId.of("i-0123456789abcdef0"))
                .name(ImageName.of("web-1.0.0"))
                .build();
    }

    private static RegisterImageRequest registered() {
        return RegisterImageRequest.builder()
                .name(ImageName.of("web-1.0.0"))
                .architecture(Architecture.ARM64)
                .rootDeviceName("/dev/xvda")
                .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                        "/dev/xvda",
                        EbsBlockDevice.builder().snapshotId(SNAPSHOT).build()))
                .build();
    }

    private static CopyImageRequest copied() {
        return CopyImageRequest.builder()
                .name(ImageName.of("web-1.0.0"))
                .sourceImageId(ImageId.of("ami-0123456789abcdef0"))
                .sourceRegion(Region.EU_WEST_1)
                .clientToken("token")
                .build();
    }

    private static CopySnapshotRequest copiedSnapshot() {
        return CopySnapshotRequest.builder()
                .sourceSnapshotId(SNAPSHOT)
                .sourceRegion(Region.EU_WEST_1)
                .build();
    }

    private static void refused(ThrowingCallable attempt, String message) {
        assertThatIllegalArgumentException().isThrownBy(attempt).withMessage(message);
    }

    @Test
    void creatingRebootsUnlessSaidOtherwiseAsEc2Does() {
        assertThat(created().noReboot()).isFalse();
        assertThat(created().imageTags()).isEqualTo(Tags.none());
        assertThat(created().snapshotTags()).isEqualTo(Tags.none());
    }

    @Test
    void registeringHasSafeDefaults() {
        assertThat(registered().virtualizationType()).isEqualTo(VirtualizationType.HVM);
        assertThat(registered().enaSupport()).isTrue();
    }

    @Test
    void copyingLeavesEncryptionAndTagsAsEc2Does() {
        assertThat(copied().encrypted()).isFalse();
        assertThat(copied().copyImageTags()).isFalse();
        assertThat(copiedSnapshot().encrypted()).isFalse();
    }

    @Test
    void descriptionsHaveAtMost255Characters() {
        String message = "description has 256 characters, but at most 255 are allowed";
        refused(() -> created().withDescription(TOO_LONG), message);
        refused(() -> registered().withDescription(TOO_LONG), message);
        refused(() -> copied().withDescription(TOO_LONG), message);
        refused(() -> copiedSnapshot().withDescription(TOO_LONG), message);
        refused(
                () -> new CreateSnapshotRequest(
                        VolumeId.of("vol-0123456789abcdef0"), Optional.of(TOO_LONG), Tags.none()),
                message);
        assertThatCode(() -> created().withDescription("d".repeat(255))).doesNotThrowAnyException();
    }

    @Test
    void tagsOfAwsAreNotSent() {
        String message = "tag key is 'aws:x', but keys beginning with 'aws:' are reserved for AWS";
        refused(() -> created().withImageTags(OF_AWS), message);
        refused(() -> created().withSnapshotTags(OF_AWS), message);
        refused(() -> registered().withTags(OF_AWS), message);
        refused(() -> copied().withImageTags(OF_AWS), message);
        refused(() -> copied().withSnapshotTags(OF_AWS), message);
        refused(() -> copiedSnapshot().withTags(OF_AWS), message);
        refused(
                () -> new CreateSnapshotRequest(VolumeId.of("vol-0123456789abcdef0"), Optional.empty(), OF_AWS),
                message);
    }

    @Test
    void aKeyNeedsEncryption() {
        String message = "kmsKeyId is 'alias/ami', but needs encrypted to be true";
        KmsKeyId key = KmsKeyId.of("alias/ami");
        refused(() -> copied().withKmsKeyId(key), message);
        refused(() -> copiedSnapshot().withKmsKeyId(key), message);
        assertThat(copied().withEncrypted(true).withKmsKeyId(key).kmsKeyId()).contains(key);
        assertThat(copiedSnapshot().withEncrypted(true).withKmsKeyId(key).kmsKeyId())
                .contains(key);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 30, 2_880})
    void copiesTakeStepsOfAQuarterOfAnHour(int minutes) {
        assertThat(copied().withSnapshotCopyCompletionDurationMinutes(minutes).snapshotCopyCompletionDurationMinutes())
                .isEqualTo(OptionalInt.of(minutes));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -15, 14, 16, 2_881, 2_895})
    void copiesTakeNoOtherTimes(int minutes) {
        refused(
                () -> copied().withSnapshotCopyCompletionDurationMinutes(minutes),
                "snapshotCopyCompletionDurationMinutes is " + minutes + ", but must be from 15 to 2880 in steps of 15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "täglich", "tab\t", "\u007f"})
    void tokensAreVisibleAscii(String token) {
        refused(
                () -> copied().withClientToken(token),
                "clientToken is '" + token + "', but must be 1 to 64 visible ASCII characters");
    }

    @Test
    void tokensHaveAtMost64Characters() {
        assertThat(copied().withClientToken("!~".repeat(32)).clientToken()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> copied().withClientToken("t".repeat(65)));
    }

    @Test
    void aTpmNeedsUefi() {
        String rule = ", but must be 'uefi' where tpmSupport is v2.0";
        refused(() -> registered().withTpmSupport(TpmSupport.V2_0), "bootMode is not set" + rule);
        RegisterImageRequest preferring = registered().withBootMode(BootMode.UEFI_PREFERRED);
        refused(() -> preferring.withTpmSupport(TpmSupport.V2_0), "bootMode is uefi-preferred" + rule);
        assertThatCode(() -> registered().withBootMode(BootMode.UEFI).withTpmSupport(TpmSupport.V2_0))
                .doesNotThrowAnyException();
    }

    @Test
    void aParavirtualImageHasNoEna() {
        RegisterImageRequest withoutEna = RegisterImageRequest.builder()
                .name(ImageName.of("old-1.0.0"))
                .architecture(Architecture.X86_64)
                .virtualizationType(VirtualizationType.PARAVIRTUAL)
                .enaSupport(false)
                .rootDeviceName("/dev/sda1")
                .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                        "/dev/sda1",
                        EbsBlockDevice.builder().snapshotId(SNAPSHOT).build()))
                .build();
        refused(
                () -> withoutEna.withEnaSupport(true),
                "enaSupport is true, but must be false where virtualizationType is 'paravirtual'");
    }

    @Test
    void theVariableStoreIsLimitedAndNotPrinted() {
        String longest = "u".repeat(64_000);
        assertThat(registered().withUefiData(longest).toString()).doesNotContain("uuu");
        refused(
                () -> registered().withUefiData(longest + "u"),
                "uefiData has 64001 characters, but at most 64000 are allowed");
    }

    @Test
    void attributesOfAnImageCanBeNamedFromOutsideOfItsPackage() {
        Image image = Image.builder()
                .imageId(ImageId.of("ami-0123456789abcdef0"))
                .region(Region.EU_WEST_1)
                .ownerId(AccountId.of("111122223333"))
                .state(ImageState.AVAILABLE)
                .architecture(Architecture.ARM64)
                .bootMode(BootMode.UEFI)
                .build();
        assertThat(Optional.of(image).map(Image::architecture)).contains(Architecture.ARM64);
        assertThat(Optional.of(image).flatMap(Image::bootMode)).contains(BootMode.UEFI);
        assertThat(Optional.of(image).map(Image::virtualizationType)).contains(VirtualizationType.HVM);
    }
}
