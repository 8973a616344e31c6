package dev.amis.testing.internal;

import dev.amis.model.Architecture;
import dev.amis.model.AttachedVolume;
import dev.amis.model.BlockDeviceContext;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageOperation;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.InstanceType;
import dev.amis.model.Snapshot;
import dev.amis.model.Tags;
import dev.amis.model.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Instances that come up at once. */
public final class Launching {

    /** How late EC2 may tell of a launch. */
    static final Duration REPORTED_AFTER = Duration.ofHours(24);

    /**
     * What to launch.
     *
     * @param image the image; nothing stands for Amazon's base image
     * @param type the type; nothing stands for a small one of the image's architecture
     * @param volumes volumes beside those of the image
     * @param tags the tags of the instance
     */
    public record Order(
            Optional<ImageId> image, Optional<InstanceType> type, List<BlockDeviceMapping> volumes, Tags tags) {}

    private final World world;
    private final Images images;
    private final Snapshots snapshots;

    Launching(World world, Images images) {
        this.world = world;
        this.images = images;
        this.snapshots = new Snapshots(world);
    }

    InstanceId run(Call call, Order order) {
        return run(call, source(call, order), order);
    }

    ImageRecord source(Call call, Order order) {
        return images.require(
                call, order.image().orElseGet(() -> BaseImages.of(world, call.region(), Architecture.X86_64)));
    }

    InstanceId run(Call call, ImageRecord record, Order order) {
        RegionStore store = world.in(call.region());
        Image image = record.image();
        Images.requireState(image, ImageOperation.LAUNCH);
        TagRules.check(order.tags());
        Mappings.check(context(call, image, order), order.volumes());
        Map<String, VolumeRecord> volumes = volumes(call, image, order.volumes());
        InstanceRecord instance = new InstanceRecord(instance(call, image, order, volumes), image);
        instance.volumes().putAll(volumes);
        volumes.values().forEach(volume -> store.volumes().put(volume.volumeId(), volume));
        store.instances().add(instance);
        Instant launched = world.now();
        world.events().plan(launched.plus(REPORTED_AFTER), at -> reportLaunch(record, launched));
        return instance.instanceId();
    }

    private static void reportLaunch(ImageRecord record, Instant launched) {
        boolean later = record.image().lastLaunchedTime().map(launched::isAfter).orElse(true);
        if (later) {
            record.change(image -> image.withLastLaunchedTime(launched));
        }
    }

    private BlockDeviceContext context(Call call, Image image, Order order) {
        BlockDeviceContext.Builder builder = BlockDeviceContext.builder();
        builder.operation(BlockDeviceContext.Operation.RUN_INSTANCES)
                .virtualizationType(image.virtualizationType())
                .windows(image.platform().isPresent())
                .rootDeviceName(image.rootDeviceName())
                .addAllExisting(image.blockDeviceMappings());
        for (BlockDeviceMapping mapping : order.volumes()) {
            mapping.snapshotId()
                    .ifPresent(id -> builder.addSnapshot(
                            snapshots.requireReadable(call, id).snapshot()));
        }
        return builder.build();
    }

    private Instance instance(Call call, Image image, Order order, Map<String, VolumeRecord> volumes) {
        Instance.Builder builder = Instance.builder();
        volumes.forEach((device, volume) -> builder.addVolume(new AttachedVolume(
                device,
                volume.volumeId(),
                volume.attributes().deleteOnTermination().orElse(false))));
        builder.instanceId(InstanceId.of(world.ids().next("i")))
                .region(call.region())
                .ownerId(call.account())
                .imageId(image.imageId())
                .state(InstanceState.RUNNING)
                .instanceType(order.type().orElseGet(() -> smallType(image)))
                .architecture(image.architecture())
                .virtualizationType(image.virtualizationType())
                .platform(image.platform())
                .launchTime(world.now())
                .rootDeviceType(image.rootDeviceType())
                .rootDeviceName(image.rootDeviceName())
                .tags(order.tags());
        return builder.build();
    }

    private static InstanceType smallType(Image image) {
        return InstanceType.of(image.architecture().equals(Architecture.ARM64) ? "t4g.micro" : "t3.micro");
    }

    private Map<String, VolumeRecord> volumes(Call call, Image image, List<BlockDeviceMapping> more) {
        Map<String, BlockDeviceMapping> mappings = new LinkedHashMap<>();
        image.blockDeviceMappings().forEach(mapping -> mappings.put(mapping.deviceName(), mapping));
        for (BlockDeviceMapping mapping : more) {
            mappings.merge(mapping.deviceName(), mapping, Launching::overridden);
        }
        Map<String, VolumeRecord> volumes = new LinkedHashMap<>();
        for (BlockDeviceMapping mapping : mappings.values()) {
            boolean root = image.rootDeviceName().equals(Optional.of(mapping.deviceName()));
            mapping.ebsVolume().ifPresent(ebs -> {
                EbsBlockDevice attributes = attributes(call, ebs, root);
                VolumeId id = VolumeId.of(world.ids().next("vol"));
                volumes.put(
                        mapping.deviceName(),
                        new VolumeRecord(id, call.account(), world.now(), attributes, image.productCodes()));
            });
        }
        return volumes;
    }

    /** A mapping that changes a volume of the image stays on the image's snapshot. */
    private static BlockDeviceMapping overridden(BlockDeviceMapping ofImage, BlockDeviceMapping asked) {
        if (asked.ebsVolume().isEmpty() || asked.snapshotId().isPresent()) {
            return asked;
        }
        EbsBlockDevice volume = asked.ebsVolume().get().withSnapshotId(ofImage.snapshotId());
        return BlockDeviceMapping.ebs(asked.deviceName(), volume);
    }

    private EbsBlockDevice attributes(Call call, EbsBlockDevice ebs, boolean root) {
        Optional<Snapshot> snapshot = ebs.snapshotId()
                .flatMap(id -> world.in(call.region()).snapshots().find(id.value()))
                .map(SnapshotRecord::snapshot);
        Encryption.Wish wish = new Encryption.Wish(ebs.encrypted().orElse(false), ebs.kmsKeyId());
        Encryption encryption = snapshot.map(one -> Encryption.ofImage(world, call, one, wish))
                .orElseGet(() -> Encryption.ofNew(world, call, wish));
        encryption.failure().ifPresent(why -> {
            throw new Ec2Error("CustomerKeyHasBeenRevoked", "The instance cannot be launched: " + why);
        });
        return Mappings.complete(ebs, snapshot, root)
                .withEncrypted(encryption.isEncrypted())
                .withKmsKeyId(encryption.key());
    }
}
