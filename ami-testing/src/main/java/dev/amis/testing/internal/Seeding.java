package dev.amis.testing.internal;

import dev.amis.model.Architecture;
import dev.amis.model.AttachedVolume;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.Instance;
import dev.amis.model.LaunchPermission;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotState;
import dev.amis.model.VolumeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Puts resources into the world as they are, past every rule. */
public final class Seeding {

    private final World world;
    private final Growth growth;

    public Seeding(World world) {
        this.world = world;
        this.growth = new Growth(world);
    }

    /** Adds an image with those who may launch it. */
    public void image(Image image, Collection<LaunchPermission> permissions) {
        world.arrange(() -> {
            ImageRecord record = new ImageRecord(image);
            record.permissions().addAll(permissions);
            if (image.isPublic()) {
                record.permissions().add(LaunchPermission.EVERYONE);
            }
            record.permissionsChanged();
            world.in(image.region()).add(record);
            if (record.is(ImageState.PENDING)) {
                growth.start(record, List.of(), world.dials().creation());
            }
            return record;
        });
    }

    /** Adds a snapshot with those who may read it. */
    public void snapshot(Snapshot snapshot, Collection<CreateVolumePermission> permissions) {
        world.arrange(() -> {
            SnapshotRecord record = new SnapshotRecord(snapshot);
            record.permissions().addAll(permissions);
            world.in(snapshot.region()).snapshots().add(record);
            snapshot.kmsKeyId().ifPresent(world.keys()::admit);
            if (record.is(SnapshotState.PENDING)) {
                growth.start(record, world.dials().creation());
            }
            return record;
        });
    }

    /** Adds an instance and its volumes. */
    public void instance(Instance instance) {
        world.arrange(() -> {
            RegionStore store = world.in(instance.region());
            Image image = store.images()
                    .find(instance.imageId().value())
                    .map(ImageRecord::image)
                    .orElseGet(() -> unknownImage(instance));
            InstanceRecord record = new InstanceRecord(instance, image);
            for (AttachedVolume attached : instance.volumes()) {
                VolumeRecord volume = new VolumeRecord(
                        attached.volumeId(),
                        instance.ownerId(),
                        instance.launchTime().orElseGet(world::now),
                        attributes(image, attached),
                        image.productCodes());
                record.volumes().put(attached.deviceName(), volume);
                store.volumes().put(volume.volumeId(), volume);
            }
            store.instances().add(record);
            return record;
        });
    }

    /** Adds a version of a launch template to the caller's. */
    public void template(Caller caller, LaunchTemplateVersion version) {
        world.arrange(() -> {
            new Templates(world).put(caller, version);
            return version;
        });
    }

    private static EbsBlockDevice attributes(Image image, AttachedVolume attached) {
        Optional<EbsBlockDevice> known = image.blockDeviceMappings().stream()
                .filter(mapping -> mapping.deviceName().equals(attached.deviceName()))
                .flatMap((BlockDeviceMapping mapping) -> mapping.ebsVolume().stream())
                .findFirst();
        EbsBlockDevice attributes = known.orElseGet(
                () -> EbsBlockDevice.builder().volumeType(VolumeType.GP2).build());
        return attributes.withDeleteOnTermination(attached.deleteOnTermination());
    }

    /** What can be told of an image that is gone from an instance that it left behind. */
    private static Image unknownImage(Instance instance) {
        return Image.builder()
                .imageId(instance.imageId())
                .region(instance.region())
                .ownerId(instance.ownerId())
                .state(ImageState.DEREGISTERED)
                .architecture(instance.architecture().orElse(Architecture.X86_64))
                .platform(instance.platform())
                .rootDeviceType(instance.rootDeviceType())
                .rootDeviceName(instance.rootDeviceName())
                .build();
    }
}
