package dev.amis.testing.internal;

import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.StateReason;
import dev.amis.model.StorageTier;
import dev.amis.spi.RecycleBinRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happens to instances and snapshots by other hands than those of the API under test. */
public final class Staging {

    /** How long EC2 tells of a terminated instance. */
    private static final Duration TOLD_OF = Duration.ofHours(1);

    private static final StateReason INSTANCE_GONE = new StateReason(
            "Client.InstanceTerminated",
            "Client.InstanceTerminated: Instance terminated while the image was being created");

    private final World world;

    public Staging(World world) {
        this.world = world;
    }

    /** Brings an instance of any account and Region into a state at once. */
    public void turn(InstanceId id, InstanceState state) {
        world.arrange(() -> {
            InstanceRecord record = require(id);
            if (record.is(InstanceState.TERMINATED)) {
                throw new IllegalArgumentException("instance is '" + id + "', but it is terminated");
            }
            turn(record, state);
            return record;
        });
    }

    void turn(InstanceRecord record, InstanceState state) {
        record.change(instance -> instance.withStateText(state.text()));
        if (state == InstanceState.TERMINATED) {
            terminate(record);
        }
    }

    private void terminate(InstanceRecord record) {
        RegionStore store = world.in(record.instance().region());
        record.volumes().values().stream()
                .filter(volume -> volume.attributes().deleteOnTermination().orElse(false))
                .forEach(volume -> store.volumes().remove(volume.volumeId()));
        record.volumes().clear();
        record.change(instance -> instance.withVolumes(List.of()));
        List<ImageRecord> unfinished = store.images()
                .of(record.owner())
                .filter(image -> image.is(ImageState.PENDING)
                        && image.image().sourceInstanceId().equals(Optional.of(record.instanceId())))
                .toList();
        unfinished.forEach(image -> Growth.fail(store, image, INSTANCE_GONE));
        world.events().plan(world.now().plus(TOLD_OF), at -> store.instances().remove(record));
    }

    /** Locks a snapshot of any account against deletion, or unlocks it. */
    public void lock(Region region, SnapshotId id, boolean locked) {
        world.arrange(() -> {
            SnapshotRecord record = require(region, id);
            record.lock(locked);
            return record;
        });
    }

    /** Moves a snapshot of any account to another storage tier. */
    public void store(Region region, SnapshotId id, StorageTier tier) {
        world.arrange(() -> {
            SnapshotRecord record = require(region, id);
            record.change(snapshot -> snapshot.withStorageTier(tier));
            return record;
        });
    }

    /** Configures an image for fast launch, or no longer. */
    public void fastLaunch(Caller caller, ImageId image, boolean enabled) {
        world.arrange(() -> {
            Set<ImageId> images = world.in(caller.region()).of(caller.account()).fastLaunch();
            return enabled ? images.add(image) : images.remove(image);
        });
    }

    /** Puts a rule of the Recycle Bin in force; one of the same id and type is replaced. */
    public void rule(Caller caller, RecycleBinRule rule) {
        world.arrange(() -> {
            List<RecycleBinRule> rules =
                    world.in(caller.region()).of(caller.account()).bin().rules();
            rules.removeIf(one -> one.id().equals(rule.id()) && one.resourceType() == rule.resourceType());
            return rules.add(rule);
        });
    }

    /** Makes a key the one that EBS takes if none is named. */
    public void defaultKey(Caller caller, KmsKeyId key) {
        world.arrange(() -> {
            Holding holding = world.in(caller.region()).of(caller.account());
            holding.defaultKey(key);
            return holding;
        });
    }

    /** Lets EBS encrypt everything, or not. */
    public void encryptByDefault(Caller caller, boolean on) {
        world.arrange(() -> {
            Holding holding = world.in(caller.region()).of(caller.account());
            holding.encryptByDefault(on);
            return holding;
        });
    }

    private InstanceRecord require(InstanceId id) {
        return world.regions().stream()
                .flatMap(region -> region.instances().find(id.value()).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("instance is '" + id + "', but there is none"));
    }

    private SnapshotRecord require(Region region, SnapshotId id) {
        return world.in(region)
                .snapshots()
                .find(id.value())
                .orElseThrow(
                        () -> new IllegalArgumentException("snapshot is '" + id + "', but there is none in " + region));
    }
}
