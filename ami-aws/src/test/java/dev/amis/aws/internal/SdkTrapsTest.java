package dev.amis.aws.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.DeregistrationProtection;
import dev.amis.model.DeregistrationProtection.Mode;
import dev.amis.model.ImageState;
import dev.amis.model.InstanceState;
import dev.amis.model.Platform;
import dev.amis.model.Region;
import dev.amis.model.SnapshotState;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.PlatformValues;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.Snapshot;

/** Where the SDK's own getters mislead. */
class SdkTrapsTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-05T08:00:00.000Z", "2026-01-05T08:00:00Z", "2026-01-05T09:00:00+01:00"})
    void datesAreTextThatIsReadWithAndWithoutAFraction(String text) {
        dev.amis.model.Image read =
                read(image -> image.creationDate(text).deprecationTime(text).lastLaunchedTime(text));

        Instant expected = Instant.parse("2026-01-05T08:00:00Z");
        assertThat(read.creationDate()).contains(expected);
        assertThat(read.deprecationTime()).contains(expected);
        assertThat(read.lastLaunchedTime()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ReadOnlyAttribute", "2026-13-45"})
    void aDateThatIsNoneIsNotAnswered(String text) {
        assertThat(read(image -> image.lastLaunchedTime(text)).lastLaunchedTime())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows", "Windows"})
    void windowsIsNoUnknownPlatform(String text) {
        Image image = image().platform(text).build();

        assertThat(ImageMapping.read(Region.EU_WEST_1, image).platform()).contains(Platform.WINDOWS);
    }

    /** Should the SDK mend it one day, the detour can go. */
    @Test
    void theTypedPlatformStillKnowsNoWindows() {
        assertThat(image().platform("windows").build().platform()).isEqualTo(PlatformValues.UNKNOWN_TO_SDK_VERSION);
    }

    @ParameterizedTest
    @CsvSource({
        "disabled, DISABLED",
        "enabled-without-cooldown, ENABLED_WITHOUT_COOLDOWN",
        "enabled-with-cooldown, ENABLED_WITH_COOLDOWN",
        "disabled after 2026-01-05T08:00:00.000Z, COOLING_DOWN",
        "enabled-by-somebody-else, UNKNOWN"
    })
    void protectionIsTextThatMayCarryATime(String text, Mode mode) {
        DeregistrationProtection read =
                read(image -> image.deregistrationProtection(text)).deregistrationProtection();

        assertThat(read.mode()).isEqualTo(mode);
        assertThat(read).hasToString(text);
    }

    @Test
    void anImageIsPublicByItsLaunchPermissions() {
        assertThat(read(image -> image.publicLaunchPermissions(true)).isPublic())
                .isTrue();
        assertThat(read(image -> image.publicLaunchPermissions(null)).isPublic())
                .isFalse();
    }

    @Test
    void wordsThatTheSdkDoesNotKnowSurvive() {
        dev.amis.model.Image read = read(image -> image.state("hibernating")
                .architecture("riscv64")
                .bootMode("quantum")
                .hypervisor("hyper-x")
                .virtualizationType("hologram")
                .rootDeviceType("tape")
                .imageType("dream")
                .tpmSupport("v3.0")
                .imdsSupport("v4.0"));

        assertThat(read.state()).isEqualTo(ImageState.UNKNOWN);
        assertThat(read.stateText()).isEqualTo("hibernating");
        assertThat(List.of(
                        read.architecture().value(),
                        read.bootMode().orElseThrow().value(),
                        read.hypervisor().value(),
                        read.virtualizationType().value(),
                        read.rootDeviceType().value(),
                        read.imageType().value(),
                        read.tpmSupport().orElseThrow().value(),
                        read.imdsSupport().orElseThrow().value()))
                .containsExactly("riscv64", "quantum", "hyper-x", "hologram", "tape", "dream", "v3.0", "v4.0");
    }

    @Test
    void statesOfSnapshotsThatTheSdkDoesNotKnowSurvive() {
        Snapshot snapshot = Snapshot.builder()
                .snapshotId("snap-0123456789abcdef0")
                .ownerId("111122223333")
                .state("thawing")
                .storageTier("glacier")
                .build();

        dev.amis.model.Snapshot read = SnapshotMapping.read(Region.EU_WEST_1, snapshot);

        assertThat(read.state()).isEqualTo(SnapshotState.UNKNOWN);
        assertThat(read.stateText()).isEqualTo("thawing");
        assertThat(read.storageTier().orElseThrow().value()).isEqualTo("glacier");
    }

    @Test
    void statesOfInstancesThatTheSdkDoesNotKnowSurvive() {
        Instance instance = Instance.builder()
                .instanceId("i-0123456789abcdef0")
                .imageId("ami-0123456789abcdef0")
                .instanceType("z99.tiny")
                .state(state -> state.name("dreaming"))
                .build();
        Reservation reservation = Reservation.builder()
                .ownerId("111122223333")
                .instances(instance)
                .build();

        dev.amis.model.Instance read =
                InstanceMapping.read(Region.EU_WEST_1, List.of(reservation)).get(0);

        assertThat(read.state()).isEqualTo(InstanceState.UNKNOWN);
        assertThat(read.stateText()).isEqualTo("dreaming");
        assertThat(read.instanceType().value()).isEqualTo("z99.tiny");
    }

    @Test
    void anImageWithoutAnArchitectureCanBeRead() {
        Image image = image().architecture((String) null).build();

        assertThat(ImageMapping.read(Region.EU_WEST_1, image).architecture()).hasToString("unknown");
    }

    private static dev.amis.model.Image read(Consumer<Image.Builder> more) {
        Image.Builder image = image();
        more.accept(image);
        return ImageMapping.read(Region.EU_WEST_1, image.build());
    }

    private static Image.Builder image() {
        return Image.builder()
                .imageId("ami-0123456789abcdef0")
                .ownerId("111122223333")
                .state("available")
                .architecture("arm64");
    }
}
