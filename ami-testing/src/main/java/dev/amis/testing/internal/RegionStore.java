package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.VolumeId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What there is in one Region, of all accounts. */
final class RegionStore {

    private final Region region;
    private final Shelf<ImageRecord> images = new Shelf<>();
    private final Shelf<SnapshotRecord> snapshots = new Shelf<>();
    private final Shelf<InstanceRecord> instances = new Shelf<>();
    private final Map<VolumeId, VolumeRecord> volumes = new LinkedHashMap<>();
    private final Map<AccountId, Holding> holdings = new LinkedHashMap<>();
    private final Map<SnapshotId, Set<ImageRecord>> users = new HashMap<>();
    private final Map<ImageId, Departed> gone = new LinkedHashMap<>();

    RegionStore(Region region) {
        this.region = region;
    }

    Region region() {
        return region;
    }

    Shelf<ImageRecord> images() {
        return images;
    }

    Shelf<SnapshotRecord> snapshots() {
        return snapshots;
    }

    Shelf<InstanceRecord> instances() {
        return instances;
    }

    Map<VolumeId, VolumeRecord> volumes() {
        return volumes;
    }

    Holding of(AccountId account) {
        return holdings.computeIfAbsent(account, Holding::new);
    }

    Collection<Holding> holdings() {
        return holdings.values();
    }

    /** The images that have a snapshot in their mappings, whatever their state and whoever owns them. */
    Set<ImageRecord> usersOf(SnapshotId snapshot) {
        return users.getOrDefault(snapshot, Set.of());
    }

    /** The images that were deregistered and that EC2 still remembers. */
    Map<ImageId, Departed> gone() {
        return gone;
    }

    /** How many images of an account are public, those in its bin among them. */
    long publicImagesOf(AccountId account) {
        long kept = of(account).bin().images().values().stream()
                .filter(one -> one.resource().image().isPublic())
                .count();
        long here = images.of(account).filter(one -> one.image().isPublic()).count();
        return here + kept;
    }

    void add(ImageRecord record) {
        images.add(record);
        record.image().name().ifPresent(name -> of(record.owner()).take(name, record.imageId()));
        for (SnapshotId snapshot : record.image().snapshotIds()) {
            users.computeIfAbsent(snapshot, id -> new LinkedHashSet<>()).add(record);
        }
    }

    void remove(ImageRecord record) {
        images.remove(record);
        record.image().name().ifPresent(name -> of(record.owner()).free(name, record.imageId()));
        releaseSnapshots(record);
    }

    void releaseSnapshots(ImageRecord record) {
        for (SnapshotId snapshot : record.image().snapshotIds()) {
            Set<ImageRecord> left = users.get(snapshot);
            if (left != null && left.remove(record) && left.isEmpty()) {
                users.remove(snapshot);
            }
        }
    }
}
