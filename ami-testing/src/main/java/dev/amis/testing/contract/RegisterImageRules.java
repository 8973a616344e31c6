package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BootMode;
import dev.amis.model.DeviceType;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImdsSupport;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.Tags;
import dev.amis.model.TpmSupport;
import dev.amis.model.VirtualizationType;
import dev.amis.model.VolumeType;
import dev.amis.spi.RegisterImageRequest;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What {@code RegisterImage} makes of snapshots, and what it refuses. */
abstract class RegisterImageRules extends Rules {

    @Test
    void imageIsWhatWasAskedFor() {
        SnapshotId snapshot = completedSnapshot().snapshotId();
        RegisterImageRequest request = register(name("asked"), snapshot)
                .withBootMode(BootMode.UEFI)
                .withTpmSupport(TpmSupport.V2_0)
                .withImdsSupport(ImdsSupport.V2_0)
                .withDescription("registered");

        Image image = owner.awaitAvailable(owner.images().registerImage(request));

        assertThat(image.architecture()).isEqualTo(Architecture.X86_64);
        assertThat(image.virtualizationType()).isEqualTo(VirtualizationType.HVM);
        assertThat(image.rootDeviceType()).isEqualTo(DeviceType.EBS);
        assertThat(image.rootDeviceName()).contains("/dev/xvda");
        assertThat(image.enaSupport()).isTrue();
        assertThat(image.bootMode()).contains(BootMode.UEFI);
        assertThat(image.tpmSupport()).contains(TpmSupport.V2_0);
        assertThat(image.imdsSupport()).contains(ImdsSupport.V2_0);
        assertThat(image.description()).contains("registered");
    }

    @Test
    void architectureIsNotLookedForInTheSnapshot() {
        SnapshotId snapshot = completedSnapshot().snapshotId();

        ImageId image =
                owner.images().registerImage(register(name("arm"), snapshot).withArchitecture(Architecture.ARM64));

        assertThat(owner.awaitAvailable(image).architecture()).isEqualTo(Architecture.ARM64);
    }

    @Test
    void imageStandsOnItsSnapshot() {
        Snapshot snapshot = completedSnapshot();

        Image image = registeredImage(snapshot.snapshotId());

        EbsBlockDevice root = image.blockDeviceMappings().get(0).ebsVolume().orElseThrow();
        assertThat(root.snapshotId()).contains(snapshot.snapshotId());
        assertThat(root.volumeSize()).isEqualTo(snapshot.volumeSize());
        assertThat(root.encrypted()).contains(snapshot.encrypted());
    }

    @Test
    void imageHasNoSourceImage() {
        Image image = registeredImage(completedSnapshot().snapshotId());

        assertThat(image.sourceImageId()).isEmpty();
        assertThat(image.sourceInstanceId()).isEmpty();
    }

    @Test
    void volumeMayBeLargerThanItsSnapshot() {
        Snapshot snapshot = completedSnapshot();
        int larger = snapshot.volumeSize().orElseThrow() + 12;
        EbsBlockDevice volume = EbsBlockDevice.builder()
                .snapshotId(snapshot.snapshotId())
                .volumeSize(larger)
                .build();
        RegisterImageRequest request = register(name("larger"))
                .addBlockDeviceMapping(BlockDeviceMapping.ebs("/dev/xvda", volume))
                .build();

        Image image = owner.awaitAvailable(owner.images().registerImage(request));

        assertThat(image.blockDeviceMappings().get(0).ebsVolume().orElseThrow().volumeSize())
                .hasValue(larger);
    }

    @Test
    void severalImagesMayStandOnOneSnapshot() {
        SnapshotId snapshot = completedSnapshot().snapshotId();

        Image first = registeredImage(snapshot);
        Image second = registeredImage(snapshot);

        assertThat(first.imageId()).isNotEqualTo(second.imageId());
        assertThat(second.snapshotIds()).isEqualTo(first.snapshotIds()).containsExactly(snapshot);
    }

    @Test
    void tagsAreSetOnTheImageOnly() {
        SnapshotId snapshot = completedSnapshot().snapshotId();

        Image image = owner.awaitAvailable(
                owner.images().registerImage(register(name("tagged"), snapshot).withTags(Tags.of("Team", "platform"))));

        assertThat(image.tags()).isEqualTo(Tags.of("Team", "platform"));
        assertThat(owner.snapshot(snapshot).tags()).isEqualTo(Tags.none());
    }

    @Test
    void nameIsUniquePerAccountAndRegion() {
        SnapshotId snapshot = completedSnapshot().snapshotId();
        String name = name("unique");
        ImageId first = owner.awaitAvailable(owner.images().registerImage(register(name, snapshot)))
                .imageId();

        refused(
                ConflictException.class,
                "InvalidAMIName.Duplicate",
                () -> owner.images().registerImage(register(name, snapshot)));
        assertThat(named(name)).containsExactly(first);
    }

    @Test
    void unknownSnapshotIsRefused() {
        String name = name("nothing");

        refused(
                NotFoundException.class,
                "InvalidSnapshot.NotFound",
                () -> owner.images().registerImage(register(name, SnapshotId.of("snap-00000000000000bad"))));
        assertThat(named(name)).isEmpty();
    }

    @Test
    void snapshotThatIsNotWholeYetIsRefused() {
        SnapshotId pending = owner.snapshots().createSnapshot(snapshotOf(rootVolume(world.runInstance())));
        boolean whole = owner.findSnapshot(pending)
                .filter(snapshot -> snapshot.state() == SnapshotState.COMPLETED)
                .isPresent();
        Assumptions.assumeFalse(whole, "snapshots are whole at once in this world");
        String name = name("early");

        refused(AmiException.class, () -> owner.images().registerImage(register(name, pending)));
        assertThat(named(name)).isEmpty();
    }

    @Test
    void volumeSmallerThanItsSnapshotIsRefused() {
        SnapshotId large = largeSnapshot();
        EbsBlockDevice volume =
                EbsBlockDevice.builder().snapshotId(large).volumeSize(1).build();
        String name = name("small");

        refused(
                InvalidRequestException.class,
                () -> owner.images()
                        .registerImage(register(name)
                                .addBlockDeviceMapping(BlockDeviceMapping.ebs("/dev/xvda", volume))
                                .build()));
        assertThat(named(name)).isEmpty();
    }

    @Test
    void snapshotOfAnotherAccountNeedsToBeShared() {
        Actor stranger = stranger();
        SnapshotId snapshot = completedSnapshot().snapshotId();
        refused(AmiException.class, () -> stranger.images().registerImage(register(name("stolen"), snapshot)));

        owner.lend(snapshot, stranger);

        ImageId image = stranger.images().registerImage(register(name("shared"), snapshot));
        assertThat(stranger.awaitAvailable(image).ownerId()).isEqualTo(stranger.account());
    }

    @Test
    void rootOnAHardDiskIsRefused() {
        SnapshotId snapshot = completedSnapshot().snapshotId();
        EbsBlockDevice volume = EbsBlockDevice.builder()
                .snapshotId(snapshot)
                .volumeType(VolumeType.ST1)
                .volumeSize(500)
                .build();

        assertNothingIsRegistered(() -> List.of(BlockDeviceMapping.ebs("/dev/xvda", volume)));
    }

    @Test
    void moreIopsThanTheTypeHasAreRefused() {
        SnapshotId snapshot = completedSnapshot().snapshotId();
        EbsBlockDevice volume = EbsBlockDevice.builder()
                .snapshotId(snapshot)
                .volumeType(VolumeType.GP3)
                .volumeSize(1_000)
                .iops(100_000)
                .build();

        assertNothingIsRegistered(() -> List.of(BlockDeviceMapping.ebs("/dev/xvda", volume)));
    }

    @Test
    void twoMappingsForOneDeviceAreRefused() {
        SnapshotId snapshot = completedSnapshot().snapshotId();

        assertNothingIsRegistered(() -> List.of(root(snapshot), root(snapshot)));
    }

    /** Whether the request itself or the provider refuses it: nothing may come of it. */
    private void assertNothingIsRegistered(Supplier<List<BlockDeviceMapping>> mappings) {
        String name = name("refused");

        refusedBeforeOrByEc2(() -> owner.images()
                .registerImage(
                        register(name).addAllBlockDeviceMappings(mappings.get()).build()));
        assertThat(named(name)).isEmpty();
    }

    /** A snapshot of more than 1 GiB. */
    private SnapshotId largeSnapshot() {
        Snapshot snapshot = completedSnapshot();
        assertThat(snapshot.volumeSize().orElseThrow()).isGreaterThan(1);
        return snapshot.snapshotId();
    }
}
