package dev.amis.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BootMode;
import dev.amis.model.DeviceType;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.FeatureSupport;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.InstanceType;
import dev.amis.model.InstanceTypeInfo;
import dev.amis.model.Region;
import dev.amis.model.TpmSupport;
import dev.amis.model.VirtualizationType;
import dev.amis.verify.Finding.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeRulesTest {

    private static final Image IMAGE = Image.builder()
            .imageId(ImageId.of("ami-0123456789abcdef0"))
            .region(Region.US_EAST_1)
            .state(ImageState.AVAILABLE)
            .ownerId(AccountId.of("111122223333"))
            .architecture(Architecture.X86_64)
            .enaSupport(true)
            .rootDeviceName("/dev/xvda")
            .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                    "/dev/xvda", EbsBlockDevice.builder().volumeSize(8).build()))
            .build();

    private static final InstanceTypeInfo TYPE = InstanceTypeInfo.builder()
            .instanceType(InstanceType.of("m5.large"))
            .addSupportedArchitecture(Architecture.X86_64)
            .addSupportedVirtualizationType(VirtualizationType.HVM)
            .addSupportedRootDeviceType(DeviceType.EBS)
            .addSupportedBootModes(BootMode.LEGACY_BIOS, BootMode.UEFI)
            .enaSupport(FeatureSupport.REQUIRED)
            .nitroTpmSupport(FeatureSupport.SUPPORTED)
            .addNitroTpmVersion("2.0")
            .build();

    @Test
    void anImageThatFitsHasNoFinding() {
        assertThat(TypeRules.findings(IMAGE, TYPE)).isEmpty();
    }

    /** EC2 User Guide: what becomes of a boot mode on what a type supports. */
    @ParameterizedTest
    @CsvSource({
        "uefi, legacy-bios+uefi, none",
        "uefi, uefi, none",
        "uefi, legacy-bios, BLOCKING",
        "legacy-bios, legacy-bios+uefi, none",
        "legacy-bios, legacy-bios, none",
        "legacy-bios, uefi, BLOCKING",
        "uefi-preferred, uefi, none",
        "uefi-preferred, legacy-bios+uefi, none",
        "uefi-preferred, legacy-bios, WARNING",
        "absent, legacy-bios, none",
        "absent, uefi, none"
    })
    void bootModes(String image, String type, String expected) {
        Optional<BootMode> mode =
                Optional.of(image).filter(text -> !text.equals("absent")).map(BootMode::of);
        List<BootMode> offered =
                List.of(type.split("\\+")).stream().map(BootMode::of).toList();
        List<Finding> found = TypeRules.findings(IMAGE.withBootMode(mode), TYPE.withSupportedBootModes(offered));
        assertThat(found.stream()
                        .map(finding -> finding.severity().toString())
                        .findFirst()
                        .orElse("none"))
                .isEqualTo(expected);
    }

    @Test
    void anotherArchitectureBlocks() {
        assertThat(only(IMAGE.withArchitecture(Architecture.ARM64), TYPE)).isEqualTo(Severity.BLOCKING);
    }

    @Test
    void paravirtualBlocks() {
        assertThat(only(IMAGE.withVirtualizationType(VirtualizationType.PARAVIRTUAL), TYPE))
                .isEqualTo(Severity.BLOCKING);
    }

    @Test
    void instanceStoreBlocks() {
        assertThat(only(IMAGE.withRootDeviceType(DeviceType.INSTANCE_STORE), TYPE))
                .isEqualTo(Severity.BLOCKING);
    }

    @Test
    void missingEnaBlocksWhereItIsRequiredOnly() {
        Image without = IMAGE.withEnaSupport(false);
        assertThat(only(without, TYPE)).isEqualTo(Severity.BLOCKING);
        assertThat(TypeRules.findings(without, TYPE.withEnaSupport(FeatureSupport.SUPPORTED)))
                .isEmpty();
    }

    @Test
    void nvmeIsNotKnown() {
        assertThat(only(IMAGE, TYPE.withNvmeSupport(FeatureSupport.REQUIRED))).isEqualTo(Severity.UNKNOWN);
    }

    @Test
    void versionsOfTheTpmAreWrittenInTwoWays() {
        Image secure = IMAGE.withTpmSupport(TpmSupport.V2_0).withBootMode(BootMode.UEFI);
        assertThat(TypeRules.findings(secure, TYPE)).isEmpty();
        assertThat(only(secure, TYPE.withNitroTpmSupport(FeatureSupport.UNSUPPORTED)))
                .isEqualTo(Severity.BLOCKING);
        assertThat(only(secure.withBootMode(BootMode.LEGACY_BIOS), TYPE)).isEqualTo(Severity.BLOCKING);
    }

    @Test
    void moreVolumesThanCanBeAttachedBlock() {
        assertThat(only(IMAGE, TYPE.withMaximumEbsAttachments(0))).isEqualTo(Severity.BLOCKING);
    }

    @Test
    void encryptedVolumesBlockWhereTheyCannotBeAttached() {
        Image encrypted = IMAGE.withBlockDeviceMappings(BlockDeviceMapping.ebs(
                "/dev/xvda",
                EbsBlockDevice.builder().volumeSize(8).encrypted(true).build()));
        assertThat(only(encrypted, TYPE.withEbsEncryption(false))).isEqualTo(Severity.BLOCKING);
    }

    private static Severity only(Image image, InstanceTypeInfo type) {
        List<Finding> found = TypeRules.findings(image, type);
        assertThat(found).hasSize(1);
        return found.get(0).severity();
    }
}
