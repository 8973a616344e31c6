package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BootMode;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.ImdsSupport;
import dev.amis.model.LaunchPermission;
import dev.amis.model.OwnerAlias;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.StorageTier;
import dev.amis.model.VolumeType;
import java.time.Instant;
import java.util.List;

/** The images that Amazon has in every Region, one for each architecture, so that instances have something to be launched from. */
final class BaseImages {

    static final AccountId AMAZON = AccountId.of("137112412989");
    private static final Instant MADE = Instant.parse("2025-12-09T17:14:05Z");
    private static final Instant DEPRECATED = Instant.parse("2027-12-09T17:14:00Z");

    private static final List<Architecture> ARCHITECTURES = List.of(Architecture.X86_64, Architecture.ARM64);

    private BaseImages() {}

    static void provide(World world, RegionStore store) {
        for (Architecture architecture : ARCHITECTURES) {
            SnapshotRecord snapshot = new SnapshotRecord(snapshot(world, store.region(), architecture));
            snapshot.permissions().add(CreateVolumePermission.EVERYONE);
            store.snapshots().add(snapshot);
            ImageRecord image = new ImageRecord(image(world, store.region(), architecture, snapshot.snapshotId()));
            image.permissions().add(LaunchPermission.EVERYONE);
            store.add(image);
        }
    }

    static ImageId of(World world, Region region, Architecture architecture) {
        if (!ARCHITECTURES.contains(architecture)) {
            throw new IllegalArgumentException(
                    "architecture is '" + architecture + "', but base images are for " + ARCHITECTURES + " only");
        }
        return id(world, region, architecture);
    }

    private static ImageId id(World world, Region region, Architecture architecture) {
        return ImageId.of(world.ids().fixed("ami", region, architecture.value()));
    }

    private static Snapshot snapshot(World world, Region region, Architecture architecture) {
        return Snapshot.builder()
                .snapshotId(SnapshotId.of(world.ids().fixed("snap", region, architecture.value())))
                .region(region)
                .ownerId(AMAZON)
                .ownerAlias(OwnerAlias.AMAZON)
                .state(SnapshotState.COMPLETED)
                .progress(100)
                .startTime(MADE)
                .completionTime(MADE)
                .volumeSize(8)
                .fullSnapshotSizeInBytes(1_800_000_000L)
                .storageTier(StorageTier.STANDARD)
                .build();
    }

    private static Image image(World world, Region region, Architecture architecture, SnapshotId snapshot) {
        String name = "al2023-ami-2023.9.20251208.0-kernel-6.1-" + architecture;
        return Image.builder()
                .imageId(id(world, region, architecture))
                .region(region)
                .name(name)
                .description("Amazon Linux 2023 AMI 2023.9.20251208.0 " + architecture + " HVM kernel-6.1")
                .imageLocation("amazon/" + name)
                .state(ImageState.AVAILABLE)
                .ownerId(AMAZON)
                .ownerAlias(OwnerAlias.AMAZON)
                .isPublic(true)
                .creationDate(MADE)
                .deprecationTime(DEPRECATED)
                .architecture(architecture)
                .platformDetails("Linux/UNIX")
                .usageOperation("RunInstances")
                .rootDeviceName("/dev/xvda")
                .addBlockDeviceMapping(BlockDeviceMapping.ebs("/dev/xvda", root(snapshot)))
                .enaSupport(true)
                .sriovNetSupport("simple")
                .bootMode(architecture.equals(Architecture.ARM64) ? BootMode.UEFI : BootMode.UEFI_PREFERRED)
                .imdsSupport(ImdsSupport.V2_0)
                .build();
    }

    private static EbsBlockDevice root(SnapshotId snapshot) {
        return EbsBlockDevice.builder()
                .snapshotId(snapshot)
                .volumeSize(8)
                .volumeType(VolumeType.GP3)
                .iops(3_000)
                .throughput(125)
                .encrypted(false)
                .deleteOnTermination(true)
                .build();
    }
}
