package dev.amis.testing.internal;

import dev.amis.model.AttachedVolume;
import dev.amis.model.BlockDeviceContext;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.DeviceType;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceState;
import dev.amis.model.Snapshot;
import dev.amis.spi.CreateImageRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code CreateImage}: a snapshot of every volume, and an image that is pending until they are whole. */
final class Creating {

    private final World world;
    private final Instances instances;
    private final Snapshots snapshots;
    private final NewSnapshots newSnapshots;
    private final NewImages newImages;

    Creating(World world, Instances instances, NewSnapshots newSnapshots, NewImages newImages) {
        this.world = world;
        this.instances = instances;
        this.snapshots = new Snapshots(world);
        this.newSnapshots = newSnapshots;
        this.newImages = newImages;
    }

    ImageId create(Call call, CreateImageRequest request) {
        InstanceRecord instance = instances.require(call, request.instanceId());
        TagRules.check(request.imageTags());
        TagRules.check(request.snapshotTags());
        world.permit(call, request.imageTags(), request.snapshotTags());
        requireState(instance.instance());
        Mappings.check(context(call, instance, request), request.blockDeviceMappings());
        newImages.requireRoom(call, request.name());
        ImageId id = newImages.id();
        List<SnapshotRecord> made = new ArrayList<>();
        Map<String, BlockDeviceMapping> mappings = new LinkedHashMap<>();
        for (AttachedVolume attached : instance.instance().volumes()) {
            VolumeRecord volume = instance.volumes().get(attached.deviceName());
            if (volume != null && !leftOut(request, attached.deviceName())) {
                SnapshotRecord snapshot =
                        newSnapshots.ofVolume(call, volume, description(request, id), request.snapshotTags());
                made.add(snapshot);
                EbsBlockDevice device = device(volume, snapshot, deleteOnTermination(request, attached));
                mappings.put(attached.deviceName(), BlockDeviceMapping.ebs(attached.deviceName(), device));
            }
        }
        added(call, instance.instance(), request).forEach(one -> mappings.put(one.deviceName(), one));
        Image image = image(call, instance, request, id, mappings.values());
        newImages.add(call, new ImageRecord(image), made, world.dials().creation());
        return id;
    }

    private static void requireState(Instance instance) {
        if (instance.state() != InstanceState.RUNNING && instance.state() != InstanceState.STOPPED) {
            throw new Ec2Error(
                    "InvalidParameterValue",
                    "Invalid value '" + instance.instanceId()
                            + "' for instanceId. Instance is not in state 'running' or 'stopped'");
        }
        if (!instance.rootDeviceType().equals(DeviceType.EBS)) {
            throw new Ec2Error(
                    "InvalidParameterValue",
                    "The instance '" + instance.instanceId() + "' does not have an 'ebs' root device type and cannot"
                            + " be used with this call");
        }
    }

    /** What the rules of mappings are judged by: the volumes with their real encryption, and the snapshots that are named. */
    private BlockDeviceContext context(Call call, InstanceRecord record, CreateImageRequest request) {
        Image source = record.launchedFrom();
        BlockDeviceContext.Builder context = BlockDeviceContext.builder();
        record.volumes()
                .forEach((device, volume) ->
                        context.addExisting(BlockDeviceMapping.ebs(device, plain(volume.attributes()))));
        for (BlockDeviceMapping mapping : request.blockDeviceMappings()) {
            mapping.snapshotId()
                    .ifPresent(id -> context.addSnapshot(
                            snapshots.requireReadable(call, id).snapshot()));
        }
        return context.operation(BlockDeviceContext.Operation.CREATE_IMAGE)
                .virtualizationType(source.virtualizationType())
                .windows(source.platform().isPresent())
                .rootDeviceName(record.instance().rootDeviceName())
                .build();
    }

    private static EbsBlockDevice plain(EbsBlockDevice attributes) {
        return EbsBlockDevice.builder()
                .encrypted(attributes.encrypted())
                .deleteOnTermination(attributes.deleteOnTermination())
                .build();
    }

    private static boolean leftOut(CreateImageRequest request, String device) {
        return asked(request, device)
                .filter(one -> one.device() instanceof BlockDeviceMapping.NoDevice)
                .isPresent();
    }

    private static boolean deleteOnTermination(CreateImageRequest request, AttachedVolume attached) {
        return asked(request, attached.deviceName())
                .flatMap(BlockDeviceMapping::ebsVolume)
                .flatMap(EbsBlockDevice::deleteOnTermination)
                .orElse(attached.deleteOnTermination());
    }

    private static Optional<BlockDeviceMapping> asked(CreateImageRequest request, String device) {
        return request.blockDeviceMappings().stream()
                .filter(mapping -> mapping.deviceName().equals(device))
                .findFirst();
    }

    /** The mappings for devices that the instance does not have; an empty volume has no snapshot. */
    private List<BlockDeviceMapping> added(Call call, Instance instance, CreateImageRequest request) {
        List<String> there =
                instance.volumes().stream().map(AttachedVolume::deviceName).toList();
        return request.blockDeviceMappings().stream()
                .filter(mapping -> !there.contains(mapping.deviceName()))
                .filter(mapping -> !(mapping.device() instanceof BlockDeviceMapping.NoDevice))
                .map(mapping -> mapping.ebsVolume()
                        .map(ebs -> BlockDeviceMapping.ebs(mapping.deviceName(), completed(call, ebs)))
                        .orElse(mapping))
                .toList();
    }

    private EbsBlockDevice completed(Call call, EbsBlockDevice asked) {
        Optional<Snapshot> snapshot =
                asked.snapshotId().map(id -> snapshots.requireReadable(call, id).snapshot());
        return Mappings.complete(asked, snapshot, false);
    }

    private static Optional<String> description(CreateImageRequest request, ImageId image) {
        return Optional.of("Created by CreateImage(" + request.instanceId() + ") for " + image);
    }

    private static EbsBlockDevice device(VolumeRecord volume, SnapshotRecord snapshot, boolean deleteOnTermination) {
        return volume.attributes()
                .withSnapshotId(snapshot.snapshotId())
                .withVolumeSize(volume.size())
                .withEncrypted(volume.encrypted())
                .withKmsKeyId(Optional.empty())
                .withDeleteOnTermination(deleteOnTermination);
    }

    private Image image(
            Call call,
            InstanceRecord instance,
            CreateImageRequest request,
            ImageId id,
            Iterable<BlockDeviceMapping> mappings) {
        Image source = instance.launchedFrom();
        return newImages
                .inheriting(newImages.pending(call, id, request.name()), source)
                .description(request.description())
                .addAllBlockDeviceMappings(mappings)
                .tags(request.imageTags())
                .sourceInstanceId(instance.instanceId())
                .sourceImageId(source.imageId())
                .sourceImageRegion(source.region())
                .build();
    }
}
