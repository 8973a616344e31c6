package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.create.ImageRegistration;
import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BootMode;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.ImdsSupport;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.StorageTier;
import dev.amis.model.TpmSupport;
import dev.amis.model.VirtualizationType;
import dev.amis.model.VolumeType;
import dev.amis.testing.InMemoryAws;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RegisteringTest {

    private static final SnapshotId ROOT = SnapshotId.of("snap-0123456789abcdef0");

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);
    private final ImageRegistration web =
            amis.register("web-1.0.0").fromSnapshot(ROOT).architecture(Architecture.ARM64);

    RegisteringTest() {
        aws.seed().snapshot(snapshot(aws, ROOT));
    }

    @Test
    void anImageIsRegisteredWithSafeDefaults() {
        Image image = web.start().await();
        assertThat(image.architecture()).isEqualTo(Architecture.ARM64);
        assertThat(image.virtualizationType()).isEqualTo(VirtualizationType.HVM);
        assertThat(image.enaSupport()).isTrue();
        assertThat(image.rootDeviceName()).contains("/dev/xvda");
        assertThat(image.snapshotIds()).containsExactly(ROOT);
    }

    @Test
    void optionsReachTheImage() {
        Image image = web.nitroTpm()
                .imdsV2()
                .rootDevice("/dev/sda1")
                .rootVolume(EbsBlockDevice.builder()
                        .volumeType(VolumeType.GP3)
                        .volumeSize(30)
                        .build())
                .with(BlockDeviceMapping.ebs(
                        "/dev/sdf", EbsBlockDevice.builder().volumeSize(5).build()))
                .description("hello")
                .tag("A", "1")
                .start()
                .await();
        assertThat(image.bootMode()).contains(BootMode.UEFI);
        assertThat(image.tpmSupport()).contains(TpmSupport.V2_0);
        assertThat(image.imdsSupport()).contains(ImdsSupport.V2_0);
        assertThat(image.description()).contains("hello");
        assertThat(image.tags().get("A")).contains("1");
        assertThat(image.blockDeviceMappings())
                .extracting(BlockDeviceMapping::deviceName)
                .containsExactly("/dev/sda1", "/dev/sdf");
        assertThat(image.blockDeviceMappings().get(0).ebsVolume().orElseThrow().volumeSize())
                .hasValue(30);
    }

    @Test
    void enaCanBeLeftOff() {
        assertThat(web.withoutEna().start().await().enaSupport()).isFalse();
    }

    @Test
    void aTpmDoesNotGoWithAnotherBootMode() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> web.bootMode(BootMode.LEGACY_BIOS).nitroTpm())
                .withMessageContaining("uefi");
    }

    @Test
    void theRootVolumeStandsOnTheRootSnapshot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> web.rootVolume(EbsBlockDevice.builder()
                        .snapshotId(SnapshotId.of("snap-00000000000000bad"))
                        .build()))
                .withMessageContaining(ROOT.value());
    }

    @Test
    void aRootVolumeSmallerThanItsSnapshotIsRefused() {
        assertThatThrownBy(() -> web.rootVolume(
                                EbsBlockDevice.builder().volumeSize(4).build())
                        .start())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("volumeSize");
        assertThat(aws.calls().count("RegisterImage")).isZero();
    }

    @Test
    void anUnknownSnapshotIsNotFound() {
        assertThatThrownBy(() -> amis.register("web-2")
                        .fromSnapshot(SnapshotId.of("snap-00000000000000bad"))
                        .architecture(Architecture.ARM64)
                        .start())
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aPendingSnapshotIsAConflictThatSaysHowFarItIs() {
        Snapshot pending = snapshot(aws, SnapshotId.of("snap-00000000000000001"))
                .withStateText("pending")
                .withProgress(OptionalInt.of(40));
        aws.seed().snapshot(pending);
        assertThatThrownBy(() -> amis.register("web-2")
                        .fromSnapshot(pending)
                        .architecture(Architecture.ARM64)
                        .start())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("the snapshot is pending")
                .hasMessageContaining("once the snapshot is completed");
        assertThat(aws.calls().count("RegisterImage")).isZero();
    }

    @Test
    void anArchivedSnapshotIsRefused() {
        aws.in(aws.region()).storeSnapshot(ROOT, StorageTier.ARCHIVE);
        assertThatThrownBy(web::start)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("archive");
    }

    @Test
    void startingAgainGivesTheSameImage() {
        Image first = web.start().await();
        assertThat(web.start().await()).isEqualTo(first);
        assertThat(aws.calls().count("RegisterImage")).isEqualTo(1);
    }

    @Test
    void aLostAnswerIsFoundByTheName() {
        aws.faults().loseAnswer("RegisterImage", 1).hidingNewFor(Duration.ofSeconds(30));
        Image image = web.start().await();
        assertThat(amis.find().ownedBySelf().list()).containsExactly(image);
    }

    @Test
    void aNameThatAnotherRequestHasIsAConflict() {
        web.start().await();
        assertThatThrownBy(() -> web.imdsV2().start())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("which another request made");
    }

    @Test
    void aDescriptionTellsWhatWouldHappen() {
        assertThat(web.imdsV2().describe())
                .isEqualTo(
                        "register image web-1.0.0 in us-east-1 as arm64 hvm with ENA, with IMDS v2.0, with a volume from"
                                + " snap-0123456789abcdef0 at /dev/xvda; tags [amis:request]");
    }

    @Test
    void aCrashAtAnyCallLeavesOneImage() {
        int calls = Crashes.atEveryCall(OneSnapshot::new, RegisteringTest::register, RegisteringTest::hasOneImage);
        assertThat(calls).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aCrashAtAnyCallLeavesOneImageThoughItBecomesVisibleLate() {
        int calls = Crashes.atEveryCall(
                () -> {
                    OneSnapshot scene = new OneSnapshot();
                    scene.aws.faults().hidingNewFor(Duration.ofMinutes(2));
                    return scene;
                },
                RegisteringTest::register,
                RegisteringTest::hasOneImage);
        assertThat(calls).isGreaterThanOrEqualTo(4);
    }

    private static void register(Amis amis, OneSnapshot scene) {
        amis.register("web-1.0.0")
                .fromSnapshot(ROOT)
                .architecture(Architecture.ARM64)
                .start()
                .await();
    }

    private static void hasOneImage(OneSnapshot scene) {
        assertThat(Amis.using(scene.aws).find().ownedBySelf().list())
                .extracting(Image::state)
                .containsExactly(ImageState.AVAILABLE);
    }

    private static final class OneSnapshot implements Crashes.Scene {
        private final InMemoryAws aws = InMemoryAws.create();

        private OneSnapshot() {
            aws.seed().snapshot(snapshot(aws, ROOT));
        }

        @Override
        public InMemoryAws aws() {
            return aws;
        }
    }

    private static Snapshot snapshot(InMemoryAws aws, SnapshotId id) {
        return Snapshot.builder()
                .snapshotId(id)
                .region(aws.region())
                .ownerId(aws.account())
                .state(SnapshotState.COMPLETED)
                .volumeSize(8)
                .storageTier(Optional.of(StorageTier.STANDARD))
                .build();
    }
}
