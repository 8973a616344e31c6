package dev.amis.testing.internal;

import dev.amis.model.AttachedVolume;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Instance;
import dev.amis.model.InstanceState;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.StorageTier;
import dev.amis.spi.CreateImageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code CreateImage}: a snapshot of every volume, and an image that is pending until they are whole. */
final class Creating {

    private final World world;
    private final Instances instances;
    private final Growth growth;

    Creating(World world, Instances instances, Growth growth) {
        this.world = world;
        this.instances = instances;
        this.growth = growth;
    }

    ImageId create(Call call, CreateImageRequest request) {
        InstanceRecord instance = instances.require(call, request.instanceId());
        world.permit(call);
        requireState(instance.instance());
        TagRules.check(request.imageTags());
        TagRules.check(request.snapshotTags());
        world.requireFree(call, request.name());
        ImageId id = ImageId.of(world.ids().next("ami"));
        List<SnapshotRecord> snapshots = new ArrayList<>();
        List<BlockDeviceMapping> mappings = new ArrayList<>();
        for (AttachedVolume attached : instance.instance().volumes()) {
            VolumeRecord volume = instance.volumes().get(attached.deviceName());
            if (volume != null) {
                SnapshotRecord snapshot = snapshot(call, volume, id, request);
                snapshots.add(snapshot);
                mappings.add(BlockDeviceMapping.ebs(
                        attached.deviceName(), device(volume, snapshot, attached.deleteOnTermination())));
            }
        }
        ImageRecord image = new ImageRecord(image(call, instance, request, id, mappings));
        RegionStore store = world.in(call.region());
        snapshots.forEach(store.snapshots()::add);
        snapshots.forEach(world::hideIfNew);
        store.add(image);
        world.hideIfNew(image);
        growth.start(image, snapshots, world.dials().creation());
        call.about(id);
        return id;
    }

    private static void requireState(Instance instance) {
        if (instance.state() != InstanceState.RUNNING && instance.state() != InstanceState.STOPPED) {
            throw new Ec2Error(
                    "InvalidParameterValue",
                    "Invalid value '" + instance.instanceId()
                            + "' for instanceId. Instance is not in state 'running' or 'stopped'");
        }
    }

    private SnapshotRecord snapshot(Call call, VolumeRecord volume, ImageId image, CreateImageRequest request) {
        SnapshotRecord record = new SnapshotRecord(Snapshot.builder()
                .snapshotId(SnapshotId.of(world.ids().next("snap")))
                .region(call.region())
                .ownerId(call.account())
                .state(SnapshotState.PENDING)
                .progress(0)
                .startTime(world.now())
                .volumeId(volume.volumeId())
                .volumeSize(volume.size())
                .storageTier(StorageTier.STANDARD)
                .encrypted(volume.encrypted())
                .kmsKeyId(volume.key())
                .description("Created by CreateImage(" + request.instanceId() + ") for " + image)
                .tags(request.snapshotTags())
                .build());
        record.productCodes(volume.productCodes());
        return record;
    }

    private static EbsBlockDevice device(VolumeRecord volume, SnapshotRecord snapshot, boolean deleteOnTermination) {
        return volume.attributes()
                .withSnapshotId(snapshot.snapshotId())
                .withVolumeSize(OptionalInt.of(volume.size()))
                .withEncrypted(volume.encrypted())
                .withKmsKeyId(Optional.empty())
                .withDeleteOnTermination(deleteOnTermination);
    }

    private Image image(
            Call call, InstanceRecord instance, CreateImageRequest request, ImageId id, List<BlockDeviceMapping> list) {
        Image source = instance.launchedFrom();
        return Image.builder()
                .imageId(id)
                .region(call.region())
                .name(request.name().value())
                .description(request.description())
                .imageLocation(call.account() + "/" + request.name())
                .state(ImageState.PENDING)
                .ownerId(call.account())
                .creationDate(world.now())
                .architecture(source.architecture())
                .platform(source.platform())
                .platformDetails(source.platformDetails())
                .usageOperation(source.usageOperation())
                .virtualizationType(source.virtualizationType())
                .hypervisor(source.hypervisor())
                .rootDeviceName(source.rootDeviceName())
                .addAllBlockDeviceMappings(list)
                .enaSupport(source.enaSupport())
                .sriovNetSupport(source.sriovNetSupport())
                .bootMode(source.bootMode())
                .tpmSupport(source.tpmSupport())
                .imdsSupport(source.imdsSupport())
                .kernelId(source.kernelId())
                .ramdiskId(source.ramdiskId())
                .addAllProductCodes(source.productCodes())
                .addAllImageWatermarks(source.imageWatermarks())
                .tags(request.imageTags())
                .sourceInstanceId(instance.instanceId())
                .sourceImageId(source.imageId())
                .sourceImageRegion(source.region())
                .build();
    }
}
