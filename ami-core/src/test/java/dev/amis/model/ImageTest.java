package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageTest {

    @Test
    void whatEc2DoesNotSayHasItsDefault() {
        Image image = Image.builder()
                .imageId(Samples.IMAGE)
                .region(Region.EU_WEST_1)
                .ownerId(Samples.OWNER)
                .stateText("available")
                .architecture(Architecture.X86_64)
                .build();
        assertThat(image.name()).isEmpty();
        assertThat(image.isPublic()).isFalse();
        assertThat(image.deregistrationProtection()).isEqualTo(DeregistrationProtection.DISABLED);
        assertThat(image.imageType()).isEqualTo(ImageType.MACHINE);
        assertThat(image.virtualizationType()).isEqualTo(VirtualizationType.HVM);
        assertThat(image.hypervisor()).isEqualTo(Hypervisor.XEN);
        assertThat(image.rootDeviceType()).isEqualTo(DeviceType.EBS);
        assertThat(image.enaSupport()).isFalse();
        assertThat(image.freeTierEligible()).isFalse();
        assertThat(image.tags()).isEqualTo(Tags.none());
        assertThat(image.blockDeviceMappings()).isEmpty();
        assertThat(image.imageAllowed()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedAtOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Image.builder().build())
                .withMessageContainingAll("imageId", "region", "stateText", "ownerId", "architecture");
    }

    @Test
    void anAttributeIsSetOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Image.builder().name("a").name("b"))
                .withMessageContaining("name");
        assertThatIllegalStateException()
                .isThrownBy(() -> Image.builder().state(ImageState.PENDING).stateText("pending"));
    }

    @Test
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> Image.builder().imageId(null));
        assertThatNullPointerException().isThrownBy(() -> Samples.image().withRegion(null));
    }

    @Test
    void theStateFollowsItsText() {
        Image image = Samples.image();
        assertThat(image.state()).isEqualTo(ImageState.AVAILABLE);
        assertThat(image.withStateText("disabled").state()).isEqualTo(ImageState.DISABLED);
        assertThat(image.withStateText("archiving").state()).isEqualTo(ImageState.UNKNOWN);
        assertThat(image.withStateText("archiving").stateText()).isEqualTo("archiving");
    }

    @Test
    void aWitherComesToTheSameAsTheBuilder() {
        EbsBlockDevice.Builder root =
                EbsBlockDevice.builder().snapshotId(Samples.ROOT).volumeSize(8).encrypted(false);
        Image built = Image.builder()
                .architecture(Architecture.ARM64)
                .addBlockDeviceMapping(BlockDeviceMapping.ebs("/dev/xvda", root.build()))
                .rootDeviceName("/dev/xvda")
                .description("golden")
                .stateText("available")
                .name("web-1.0.0")
                .ownerId(Samples.OWNER)
                .region(Region.EU_WEST_1)
                .imageId(Samples.IMAGE)
                .build();
        assertThat(Samples.image().withDescription("golden")).isEqualTo(built).hasSameHashCodeAs(built);
    }

    @Test
    void everyAttributeCountsForEquality() {
        Image image = Samples.image();
        assertThat(List.of(
                        image.withImageId(ImageId.of("ami-00000001")),
                        image.withRegion(Region.US_EAST_1),
                        image.withName("web-1.0.1"),
                        image.withStateText("pending"),
                        image.withOwnerId(Samples.OTHER),
                        image.withIsPublic(true),
                        image.withDeprecationTime(Samples.NOON),
                        image.withLastLaunchedTime(Samples.NOON),
                        image.withTags(Tags.of("a", "b")),
                        image.withBlockDeviceMappings(),
                        image.withDeregistrationProtection(DeregistrationProtection.ENABLED_WITH_COOLDOWN),
                        image.withEnaSupport(true)))
                .doesNotContain(image)
                .doesNotHaveDuplicates();
    }

    @Test
    void snapshotsAreListedOnceInTheOrderOfTheMappings() {
        Image image = Samples.image()
                .withBlockDeviceMappings(
                        mapping("/dev/sdg", Samples.DATA),
                        mapping("/dev/xvda", Samples.ROOT),
                        BlockDeviceMapping.instanceStore("/dev/sdb", "ephemeral0"),
                        mapping("/dev/sdh", Samples.DATA),
                        BlockDeviceMapping.ebs(
                                "/dev/sdi", EbsBlockDevice.builder().build()));
        assertThat(image.snapshotIds()).containsExactly(Samples.DATA, Samples.ROOT);
    }

    private static BlockDeviceMapping mapping(String device, SnapshotId snapshot) {
        return BlockDeviceMapping.ebs(
                device, EbsBlockDevice.builder().snapshotId(snapshot).build());
    }

    @Test
    void isDeprecatedFromItsTimeOn() {
        Image image = Samples.image().withDeprecationTime(Samples.NOON);
        assertThat(image.isDeprecatedAt(Samples.NOON.minusNanos(1))).isFalse();
        assertThat(image.isDeprecatedAt(Samples.NOON)).isTrue();
        assertThat(image.isDeprecatedAt(Samples.NOON.plusSeconds(1))).isTrue();
        assertThat(Samples.image().isDeprecatedAt(Samples.NOON)).isFalse();
    }

    @Test
    void printsOnOneLineWithoutTagValues() {
        assertThat(Samples.image().withTags(Tags.of("Owner", "secret")))
                .hasToString("ami-0123456789abcdef0 (web-1.0.0, available, eu-west-1)");
        assertThat(Samples.image().withName(Optional.empty()))
                .hasToString("ami-0123456789abcdef0 (no name, available, eu-west-1)");
    }

    @Test
    void listsCannotBeChanged() {
        assertThat(Samples.image().blockDeviceMappings()).isUnmodifiable();
    }
}
