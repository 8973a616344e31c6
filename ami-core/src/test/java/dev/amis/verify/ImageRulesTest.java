package dev.amis.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.DeviceType;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.ImdsSupport;
import dev.amis.model.ProductCode;
import dev.amis.model.ProductCodeType;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.VolumeType;
import dev.amis.verify.Finding.Severity;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRulesTest {

    private static final AccountId OWNER = AccountId.of("111122223333");
    private static final AccountId OTHER = AccountId.of("444455556666");
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final SnapshotId ROOT = SnapshotId.of("snap-0123456789abcdef0");

    private static final Image FINE = Image.builder()
            .imageId(ImageId.of("ami-0123456789abcdef0"))
            .region(Region.EU_WEST_1)
            .ownerId(OWNER)
            .name("web-1.0.0")
            .state(ImageState.AVAILABLE)
            .architecture(Architecture.X86_64)
            .imageAllowed(true)
            .rootDeviceName("/dev/xvda")
            .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                    "/dev/xvda", volume(VolumeType.GP3, 8).build()))
            .build();

    @Test
    void anImageThatIsFineHasNoFinding() {
        assertThat(ImageRules.findings(FINE, OWNER, NOON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pending", "failed", "disabled", "invalid", "transient", "error", "deregistered", "new-state"})
    void everyStateButAvailableBlocks(String state) {
        assertOnly(FINE.withStateText(state), Severity.BLOCKING, "the image is " + state);
    }

    @Test
    void allowedAmisBlockWarnOrAreSilent() {
        assertOnly(FINE.withImageAllowed(false), Severity.BLOCKING, "the account's Allowed AMIs do not let it in");
        assertOnly(FINE.withImageAllowed(Optional.empty()), Severity.UNKNOWN, "Allowed AMIs were not looked at");
    }

    @Test
    void aSubscriptionMayBeMissing() {
        assertOnly(
                FINE.withProductCodes(new ProductCode("abc", ProductCodeType.MARKETPLACE)),
                Severity.WARNING,
                "it carries the product code abc of AWS Marketplace");
        assertOnly(
                FINE.withProductCodes(new ProductCode("abc", ProductCodeType.DEVPAY)),
                Severity.WARNING,
                "it carries the product code abc (devpay)");
    }

    @Test
    void aRootWithoutVolumeBlocks() {
        assertOnly(
                FINE.withRootDeviceName("/dev/sda1"),
                Severity.BLOCKING,
                "no volume is mapped to the root device /dev/sda1");
        assertThat(ImageRules.findings(
                        FINE.withRootDeviceName("/dev/sda1").withRootDeviceType(DeviceType.INSTANCE_STORE),
                        OWNER,
                        NOON))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gp3, 65537, true", "gp3, 65536, false", "gp2, 16385, true", "gp2, 16384, false", "st1, 124, true"})
    void theRootVolumeKeepsItsLimits(String type, int size, boolean blocks) {
        Image image = FINE.withBlockDeviceMappings(BlockDeviceMapping.ebs(
                "/dev/xvda", volume(VolumeType.of(type), size).build()));
        assertThat(ImageRules.findings(image, OWNER, NOON).stream()
                        .anyMatch(finding -> finding.severity() == Severity.BLOCKING
                                && finding.what().contains("breaks a limit")))
                .isEqualTo(blocks);
    }

    @Test
    void moreIopsThanTheVolumeGivesBlock() {
        assertOnly(
                FINE.withBlockDeviceMappings(BlockDeviceMapping.ebs(
                        "/dev/xvda", volume(VolumeType.GP3, 8).iops(100_000).build())),
                Severity.BLOCKING,
                "the volume at /dev/xvda breaks a limit");
    }

    @Test
    void deprecationWarnsOwnersAndOthers() {
        Image deprecated = FINE.withDeprecationTime(NOON.minusSeconds(60));
        assertOnly(deprecated, Severity.WARNING, "the image is deprecated since " + NOON.minusSeconds(60));
        assertThat(ImageRules.findings(deprecated, OTHER, NOON).get(0).why()).contains("its owner does not want it");
        assertThat(ImageRules.findings(FINE.withDeprecationTime(NOON.plusSeconds(60)), OWNER, NOON))
                .isEmpty();
    }

    @Test
    void imdsV2Warns() {
        assertOnly(FINE.withImdsSupport(ImdsSupport.V2_0), Severity.WARNING, "the image asks for IMDSv2");
    }

    private static EbsBlockDevice.Builder volume(VolumeType type, int size) {
        EbsBlockDevice.Builder volume = EbsBlockDevice.builder();
        volume.snapshotId(ROOT).volumeType(type).volumeSize(size);
        return volume;
    }

    private static void assertOnly(Image image, Severity severity, String what) {
        assertThat(ImageRules.findings(image, OWNER, NOON))
                .as(what)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(severity);
                    assertThat(finding.what()).isEqualTo(what);
                });
    }
}
