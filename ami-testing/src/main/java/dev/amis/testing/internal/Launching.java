package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.AttachedVolume;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageOperation;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.InstanceType;
import dev.amis.model.Tags;
import dev.amis.model.VolumeId;
import dev.amis.model.VolumeType;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Instances that come up at once; not a call of the API under test, so neither logged nor disturbed. */
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

    Launching(World world, Images images) {
        this.world = world;
        this.images = images;
    }

    /** Launches an instance as the caller. */
    InstanceId run(Caller caller, Order order) {
        Call call = caller.call("RunInstances");
        ImageRecord record = images.require(
                call, order.image().orElseGet(() -> BaseImages.id(world, caller.region(), Architecture.X86_64)));
        Images.requireState(record.image(), ImageOperation.LAUNCH);
        TagRules.check(order.tags());
        Image image = record.image();
        RegionStore store = world.in(caller.region());
        Map<String, VolumeRecord> volumes = volumes(caller.account(), image, order.volumes());
        InstanceRecord instance = new InstanceRecord(instance(caller, image, order, volumes), image);
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

    private Instance instance(Caller caller, Image image, Order order, Map<String, VolumeRecord> volumes) {
        Instance.Builder builder = Instance.builder();
        volumes.forEach((device, volume) -> builder.addVolume(new AttachedVolume(
                device,
                volume.volumeId(),
                volume.attributes().deleteOnTermination().orElse(false))));
        builder.instanceId(InstanceId.of(world.ids().next("i")))
                .region(caller.region())
                .ownerId(caller.account())
                .imageId(image.imageId())
                .state(InstanceState.RUNNING)
                .instanceType(order.type().orElseGet(() -> smallType(image)))
                .architecture(image.architecture())
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

    private Map<String, VolumeRecord> volumes(AccountId owner, Image image, List<BlockDeviceMapping> more) {
        Map<String, BlockDeviceMapping> mappings = new LinkedHashMap<>();
        image.blockDeviceMappings().forEach(mapping -> mappings.put(mapping.deviceName(), mapping));
        more.forEach(mapping -> mappings.put(mapping.deviceName(), mapping));
        Map<String, VolumeRecord> volumes = new LinkedHashMap<>();
        for (BlockDeviceMapping mapping : mappings.values()) {
            mapping.ebsVolume().ifPresent(ebs -> {
                boolean root = image.rootDeviceName().equals(Optional.of(mapping.deviceName()));
                volumes.put(
                        mapping.deviceName(),
                        new VolumeRecord(
                                VolumeId.of(world.ids().next("vol")),
                                owner,
                                complete(ebs, root),
                                image.productCodes()));
            });
        }
        return volumes;
    }

    /** What EC2 makes of what a mapping leaves open. */
    private static EbsBlockDevice complete(EbsBlockDevice ebs, boolean root) {
        return ebs.withVolumeSize(ebs.volumeSize().orElse(8))
                .withVolumeType(ebs.volumeType().orElse(VolumeType.GP2))
                .withEncrypted(ebs.encrypted().orElse(false))
                .withDeleteOnTermination(ebs.deleteOnTermination().orElse(root));
    }
}
