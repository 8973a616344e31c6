package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.model.Architecture;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.ImageState;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.VolumeType;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.DescribeInstancesRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InstanceTest {

    private final Stage stage = Stage.open();
    private final InMemoryAws aws = stage.aws();

    @Test
    void launchIsToldADayLaterWithItsOwnTime() {
        ImageId id = stage.baked("web-1").imageId();
        Instant launched = aws.time().instant();
        aws.runInstance(id);
        aws.time().advance(Duration.ofHours(23));
        assertThat(stage.image(id).lastLaunchedTime()).isEmpty();
        aws.time().advance(Duration.ofHours(1));
        assertThat(stage.image(id).lastLaunchedTime()).contains(launched);
    }

    @Test
    void terminatedInstanceFailsTheImageThatIsBeingMadeOfIt() {
        InstanceId instance = aws.runInstance();
        ImageId id = stage.here()
                .images()
                .createImage(CreateImageRequest.builder()
                        .instanceId(instance)
                        .name(ImageName.of("web-1"))
                        .build());
        aws.terminateInstance(instance);
        Image failed = stage.image(id);
        assertThat(failed.state()).isEqualTo(ImageState.FAILED);
        assertThat(failed.stateReason().orElseThrow().code()).isEqualTo("Client.InstanceTerminated");
        aws.time().advance(Duration.ofHours(1));
        assertThat(stage.image(id).state()).isEqualTo(ImageState.FAILED);
    }

    @Test
    void terminatedInstanceIsToldOfForAnHour() {
        InstanceId id = aws.runInstance();
        aws.terminateInstance(id);
        assertThat(instance(id).state()).isEqualTo(InstanceState.TERMINATED);
        aws.time().advance(Duration.ofHours(1));
        assertThatThrownBy(() -> instance(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void stoppedInstanceCanBeImagedAndStartedAgain() {
        InstanceId id = aws.runInstance();
        aws.stopInstance(id);
        assertThat(instance(id).state()).isEqualTo(InstanceState.STOPPED);
        assertThat(stage.here()
                        .images()
                        .createImage(CreateImageRequest.builder()
                                .instanceId(id)
                                .name(ImageName.of("web-1"))
                                .build()))
                .isNotNull();
        aws.startInstance(id);
        assertThat(instance(id).state()).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void specSaysWhatItIsLike() {
        EbsBlockDevice data = EbsBlockDevice.builder()
                .volumeSize(100)
                .volumeType(VolumeType.GP3)
                .build();
        InMemoryRegion ireland = aws.in(Region.EU_WEST_1);
        InstanceId id = aws.runInstance(InstanceSpec.of(ireland.baseImage(Architecture.ARM64))
                .type("m7g.large")
                .volume("/dev/sdf", data)
                .tag("Team", "web")
                .in(Region.EU_WEST_1));
        Instance instance = new Stage(aws, ireland)
                .here()
                .instances()
                .describeInstances(
                        DescribeInstancesRequest.builder().addInstanceId(id).build())
                .items()
                .get(0);
        assertThat(instance.instanceType().value()).isEqualTo("m7g.large");
        assertThat(instance.architecture()).contains(Architecture.ARM64);
        assertThat(instance.volumes())
                .extracting(volume -> volume.deviceName())
                .containsExactly("/dev/xvda", "/dev/sdf");
        assertThat(instance.tags().get("Team")).contains("web");
    }

    @Test
    void snapshotsHaveTheSizesOfTheirVolumes() {
        EbsBlockDevice data = EbsBlockDevice.builder()
                .volumeSize(100)
                .volumeType(VolumeType.GP3)
                .build();
        InstanceId id = aws.runInstance(InstanceSpec.ofBaseImage().volume("/dev/sdf", data));
        stage.here()
                .images()
                .createImage(CreateImageRequest.builder()
                        .instanceId(id)
                        .name(ImageName.of("web-1"))
                        .build());
        assertThat(stage.ownSnapshots())
                .extracting(snapshot -> snapshot.volumeSize().orElseThrow())
                .containsExactly(8, 100);
    }

    @Test
    void smallSnapshotIsWholeBeforeALargeOne() {
        EbsBlockDevice data = EbsBlockDevice.builder()
                .volumeSize(800)
                .volumeType(VolumeType.GP3)
                .build();
        InstanceId id = aws.runInstance(InstanceSpec.ofBaseImage().volume("/dev/sdf", data));
        stage.here()
                .images()
                .createImage(CreateImageRequest.builder()
                        .instanceId(id)
                        .name(ImageName.of("web-1"))
                        .build());
        aws.time().advance(Duration.ofMinutes(1));
        assertThat(stage.ownSnapshots()).extracting(Snapshot::stateText).containsExactly("completed", "pending");
    }

    @Test
    void pendingImageCannotBeLaunched() {
        ImageId id = stage.create("web-1");
        assertThatThrownBy(() -> aws.runInstance(id))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("pending");
    }

    @Test
    void imageOfAnotherAccountCannotBeLaunchedUnlessShared() {
        ImageId id = stage.baked("web-1").imageId();
        assertThatThrownBy(() -> stage.other().aws().runInstance(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void imageOfAnInstanceWhoseKeyIsRevokedFails() {
        KmsKeyId key = stage.here().kmsKeys().create();
        stage.here().kmsKeys().encryptByDefault(true).useByDefault(key);
        ImageId id = stage.create("web-1");
        assertThat(stage.image(id).blockDeviceMappings())
                .allMatch(
                        mapping -> mapping.ebsVolume().orElseThrow().encrypted().orElse(false));
        CreateImageRequest later = stage.creation("web-2");
        stage.here().kmsKeys().revoke(key);
        ImageId failing = stage.here().images().createImage(later);
        aws.time().advance(Duration.ofHours(1));
        assertThat(stage.image(id).state()).isEqualTo(ImageState.AVAILABLE);
        assertThat(stage.image(failing).state()).isEqualTo(ImageState.FAILED);
    }

    @Test
    void instanceWhoseKeyCannotBeUsedIsNotLaunched() {
        KmsKeyId key = stage.here().kmsKeys().create();
        stage.here().kmsKeys().encryptByDefault(true).useByDefault(key).revoke(key);
        assertThatThrownBy(aws::runInstance).hasMessageContaining("Given key ID is not accessible");
    }

    @Test
    void rootVolumeOnAHardDiskIsRefused() {
        EbsBlockDevice disk = EbsBlockDevice.builder()
                .volumeSize(500)
                .volumeType(VolumeType.ST1)
                .build();
        assertThatThrownBy(() -> aws.runInstance(InstanceSpec.ofBaseImage().volume("/dev/xvda", disk)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("BootForVolumeTypeUnsupported");
    }

    private Instance instance(InstanceId id) {
        return stage.here()
                .instances()
                .describeInstances(
                        DescribeInstancesRequest.builder().addInstanceId(id).build())
                .items()
                .get(0);
    }
}
