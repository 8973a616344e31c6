package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotState;
import dev.amis.model.Tags;
import dev.amis.model.VolumeType;
import dev.amis.spi.CreateImageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code CreateImage} makes of an instance, and what it refuses. */
abstract class CreateImageRules extends Rules {

    @Test
    void imageIsPendingAndBecomesAvailable() {
        ImageId id = owner.images().createImage(create(world.runInstance(), name("pending")));

        owner.eventually(() -> assertThat(owner.findImage(id)).isPresent());
        assertThat(owner.image(id).state()).isIn(ImageState.PENDING, ImageState.AVAILABLE);
        assertThat(owner.awaitAvailable(id).imageId()).isEqualTo(id);
    }

    @Test
    void imageRemembersWhereItCameFrom() {
        Instance instance = owner.instance(world.runInstance());

        Image image = owner.awaitAvailable(owner.images().createImage(create(instance.instanceId(), name("source"))));

        assertThat(image.sourceInstanceId()).contains(instance.instanceId());
        assertThat(image.sourceImageId()).contains(instance.imageId());
        assertThat(image.sourceImageRegion()).contains(owner.region());
    }

    @Test
    void imageHasASnapshotOfEveryVolume() {
        Instance instance = owner.instance(world.runInstance());

        Image image = owner.awaitAvailable(owner.images().createImage(create(instance.instanceId(), name("volumes"))));

        assertThat(image.rootDeviceName()).isEqualTo(instance.rootDeviceName());
        assertThat(image.snapshotIds()).hasSameSizeAs(instance.volumes());
        assertThat(image.snapshotIds()).map(id -> owner.snapshot(id)).allSatisfy(snapshot -> {
            assertThat(snapshot.state()).isEqualTo(SnapshotState.COMPLETED);
            assertThat(snapshot.ownerId()).isEqualTo(owner.account());
        });
    }

    @Test
    void snapshotsSayWhichImageTheyWereMadeFor() {
        Image image = bakedImage();

        assertThat(image.snapshotIds())
                .map(id -> owner.snapshot(id).description().orElse(""))
                .allMatch(text -> text.contains(image.imageId().value()));
    }

    @Test
    void tagsAreSetOnImageAndSnapshots() {
        Image image = owner.awaitAvailable(owner.images()
                .createImage(create(world.runInstance(), name("tagged"))
                        .withImageTags(Tags.of("Team", "platform"))
                        .withSnapshotTags(Tags.of("Keep", "yes"))));

        assertThat(image.tags()).isEqualTo(Tags.of("Team", "platform"));
        assertThat(image.snapshotIds()).map(owner::snapshot).map(Snapshot::tags).containsOnly(Tags.of("Keep", "yes"));
    }

    @Test
    void tagsOfTheInstanceAreNotTakenOver() {
        InstanceId instance = world.runInstance();
        owner.tag(instance.value(), Tags.of("Team", "platform"));

        Image image = owner.awaitAvailable(owner.images().createImage(create(instance, name("untagged"))));

        assertThat(image.tags()).isEqualTo(Tags.none());
    }

    @Test
    void descriptionIsKept() {
        Image image = owner.awaitAvailable(owner.images()
                .createImage(create(world.runInstance(), name("described")).withDescription("the web server")));

        assertThat(image.description()).contains("the web server");
    }

    @Test
    void stoppedInstanceWillDo() {
        InstanceId instance = world.runInstance();
        world.stopInstance(instance);

        ImageId id = owner.images().createImage(create(instance, name("stopped")));

        assertThat(owner.awaitAvailable(id).sourceInstanceId()).contains(instance);
    }

    @Test
    void withoutRebootTheInstanceKeepsRunning() {
        InstanceId instance = world.runInstance();

        owner.awaitAvailable(
                owner.images().createImage(create(instance, name("running")).withNoReboot(true)));

        assertThat(owner.instance(instance).state()).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void volumeCanBeAdded() {
        EbsBlockDevice empty = EbsBlockDevice.builder()
                .volumeSize(10)
                .volumeType(VolumeType.GP3)
                .build();
        CreateImageRequest request = create(world.runInstance(), name("added"))
                .withBlockDeviceMappings(BlockDeviceMapping.ebs("/dev/sdf", empty));

        Image image = owner.awaitAvailable(owner.images().createImage(request));

        EbsBlockDevice added = volume(image, "/dev/sdf");
        assertThat(added.volumeSize()).hasValue(10);
        assertThat(added.volumeType()).contains(VolumeType.GP3);
    }

    @Test
    void volumeCanBeLeftOut() {
        InstanceId id = arranged(world.runInstanceWithDataVolume(), "an instance with a data volume");
        Instance instance = owner.instance(id);
        String root = instance.rootDeviceName().orElseThrow();
        List<BlockDeviceMapping> leftOut = instance.volumes().stream()
                .map(volume -> volume.deviceName())
                .filter(device -> !device.equals(root))
                .map(BlockDeviceMapping::noDevice)
                .toList();

        Image image = owner.awaitAvailable(
                owner.images().createImage(create(id, name("left-out")).withBlockDeviceMappings(leftOut)));

        assertThat(leftOut).isNotEmpty();
        assertThat(image.blockDeviceMappings())
                .map(BlockDeviceMapping::deviceName)
                .containsExactly(root);
    }

    @Test
    void nameIsUniquePerAccountAndRegion() {
        InstanceId instance = world.runInstance();
        String name = name("unique");
        ImageId first = owner.images().createImage(create(instance, name));
        owner.eventually(() -> assertThat(owner.findImage(first)).isPresent());

        refused(
                ConflictException.class,
                "InvalidAMIName.Duplicate",
                () -> owner.images().createImage(create(instance, name)));
        assertThat(named(name)).containsExactly(first);
    }

    @Test
    void nameIsFreeAgainAfterDeregistration() {
        InstanceId instance = world.runInstance();
        String name = name("freed");
        owner.deregister(owner.awaitAvailable(owner.images().createImage(create(instance, name)))
                .imageId());

        owner.eventually(() -> {
            try {
                owner.images().createImage(create(instance, name));
            } catch (ConflictException notFreeYet) {
                throw new AssertionError(notFreeYet);
            }
        });
    }

    @Test
    void unknownInstanceIsRefused() {
        String name = name("nothing");

        refused(
                NotFoundException.class,
                "InvalidInstanceID.NotFound",
                () -> owner.images().createImage(create(InstanceId.of("i-00000000000000bad"), name)));
        assertThat(named(name)).isEmpty();
    }

    @Test
    void terminatedInstanceIsRefused() {
        InstanceId instance = world.runInstance();
        world.terminateInstance(instance);
        String name = name("terminated");

        assertThat(refused(AmiException.class, () -> owner.images().createImage(create(instance, name))))
                .isInstanceOfAny(InvalidRequestException.class, NotFoundException.class);
        assertThat(named(name)).isEmpty();
    }

    @Test
    void instanceOfAnotherAccountIsUnknown() {
        Actor stranger = stranger();
        InstanceId instance = world.runInstance();

        refused(NotFoundException.class, () -> stranger.images().createImage(create(instance, name("foreign"))));
    }

    @Test
    void imageThatCouldNotBeMadeSaysWhy() {
        ImageId id = arranged(world.imageThatWillFail(name("failed")), "an image that fails");

        Image image = owner.awaitState(id, ImageState.FAILED);

        assertThat(image.stateReason().orElseThrow().code()).isNotEmpty();
    }

    private static EbsBlockDevice volume(Image image, String device) {
        return image.blockDeviceMappings().stream()
                .filter(mapping -> mapping.deviceName().equals(device))
                .findFirst()
                .orElseThrow()
                .ebsVolume()
                .orElseThrow();
    }
}
