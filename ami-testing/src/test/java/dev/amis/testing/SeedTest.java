package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.NotFoundException;
import dev.amis.model.Architecture;
import dev.amis.model.AttachedVolume;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.ImageState;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchPermission;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.OwnerAlias;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.VolumeId;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.spi.SnapshotDeletionCode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeedTest {

    private final Image image = Stage.open().baked("web-1");
    private final InMemoryAws aws = InMemoryAws.create();
    private final Stage stage = Stage.of(aws);

    @Test
    void seededImageIsDescribedAsItIs() {
        aws.seed().image(image);
        assertThat(stage.own()).containsExactly(image);
    }

    @Test
    void seededImageIsSharedAsSaid() {
        aws.seed().image(image, LaunchPermission.of(Stage.OTHER));
        assertThat(stage.other().image(image.imageId()).imageId()).isEqualTo(image.imageId());
    }

    @Test
    void seededPublicImageIsPublic() {
        aws.seed().image(image.withIsPublic(true));
        assertThat(stage.here().imageAttributes().describeLaunchPermissions(image.imageId()))
                .containsExactly(LaunchPermission.EVERYONE);
    }

    @Test
    void seededPendingImageBecomesAvailable() {
        aws.seed().image(image.withStateText("pending"));
        aws.time().advance(Duration.ofHours(1));
        assertThat(stage.image(image.imageId()).state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void seededNameIsTaken() {
        aws.seed().image(image);
        assertThatThrownBy(() -> stage.create("web-1")).hasMessageContaining("in use by AMI " + image.imageId());
    }

    @Test
    void sameIdTwiceIsRefused() {
        aws.seed().image(image);
        assertThatThrownBy(() -> aws.seed().image(image))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(image.imageId().value());
    }

    @Test
    void snapshotThatIsNotThereCannotBeDeletedWithItsImage() {
        aws.seed().image(image);
        assertThat(stage.deregister(image.imageId()))
                .containsExactly(new SnapshotDeletion(image.snapshotIds().get(0), SnapshotDeletionCode.CLIENT_ERROR));
    }

    @Test
    void seededInstanceOfAnUnknownImageCanBeImaged() {
        Instance instance = Instance.builder()
                .instanceId(InstanceId.of("i-0123456789abcdef0"))
                .region(aws.region())
                .ownerId(aws.account())
                .imageId(ImageId.of("ami-0fedcba9876543210"))
                .state(InstanceState.RUNNING)
                .instanceType(InstanceType.of("m5.large"))
                .rootDeviceName("/dev/sda1")
                .addVolume(new AttachedVolume("/dev/sda1", VolumeId.of("vol-0123456789abcdef0"), true))
                .build();
        aws.seed().instance(instance);
        ImageId made = stage.here()
                .images()
                .createImage(CreateImageRequest.builder()
                        .instanceId(instance.instanceId())
                        .name(ImageName.of("rescued"))
                        .build());
        aws.time().advance(Duration.ofHours(1));
        assertThat(stage.image(made).state()).isEqualTo(ImageState.AVAILABLE);
        assertThat(stage.image(made).sourceImageId()).contains(instance.imageId());
    }

    @Test
    void seededTemplateVersionsKeepTheirNumbersAndDefault() {
        aws.seed().launchTemplateVersion(version(3, false)).launchTemplateVersion(version(5, true));
        DescribeLaunchTemplateVersionsRequest byDefault = DescribeLaunchTemplateVersionsRequest.builder()
                .addVersion("$Default")
                .build();
        assertThat(stage.here()
                        .launchTemplates()
                        .orElseThrow()
                        .describeLaunchTemplateVersions(byDefault)
                        .items())
                .extracting(LaunchTemplateVersion::versionNumber)
                .containsExactly(5L);
    }

    @Test
    void anotherVersionCanBeMadeTheDefault() {
        LaunchTemplateId id = stage.here()
                .putLaunchTemplateVersion("web", "ami-00000000000000001")
                .launchTemplateId();
        stage.here().putLaunchTemplateVersion("web", "ami-00000000000000002");
        stage.here().defaultLaunchTemplateVersion(id, 2);
        DescribeLaunchTemplateVersionsRequest byDefault = DescribeLaunchTemplateVersionsRequest.builder()
                .launchTemplateId(id)
                .addFilter(Filter.of("is-default-version", "true"))
                .build();
        assertThat(stage.here()
                        .launchTemplates()
                        .orElseThrow()
                        .describeLaunchTemplateVersions(byDefault)
                        .items())
                .extracting(LaunchTemplateVersion::versionNumber)
                .containsExactly(2L);
        assertThatThrownBy(() -> stage.here().defaultLaunchTemplateVersion(id, 3))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void everyRegionHasAmazonsImagesAndNothingElse() {
        Stage abroad = new Stage(aws, aws.in(Region.AP_SOUTH_1));
        assertThat(abroad.own()).isEmpty();
        assertThatThrownBy(() -> abroad.snapshot(SnapshotId.of("snap-00000000000000bad")))
                .isInstanceOf(NotFoundException.class);
        assertThat(abroad.image(abroad.here().baseImage(Architecture.X86_64)).ownerAlias())
                .isEqualTo(Optional.of(OwnerAlias.AMAZON));
    }

    private LaunchTemplateVersion version(long number, boolean isDefault) {
        return LaunchTemplateVersion.builder()
                .launchTemplateId(LaunchTemplateId.of("lt-0123456789abcdef0"))
                .launchTemplateName("web")
                .region(aws.region())
                .versionNumber(number)
                .isDefaultVersion(isDefault)
                .imageReference(image.imageId().value())
                .build();
    }
}
