package dev.amis.model;

import dev.amis.model.Obstacle.Cause;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One snapshot behind an image, with what is known of it: what the image's mapping says, and the snapshot itself if it
 * could be seen.
 */
record StoredVolume(SnapshotId id, Optional<Boolean> encrypted, Optional<Snapshot> snapshot) {

    static List<StoredVolume> of(Image image, Collection<Snapshot> seen) {
        Map<SnapshotId, Snapshot> byId = new LinkedHashMap<>();
        seen.forEach(snapshot -> byId.put(snapshot.snapshotId(), snapshot));
        Map<SnapshotId, StoredVolume> volumes = new LinkedHashMap<>();
        for (BlockDeviceMapping mapping : image.blockDeviceMappings()) {
            mapping.ebsVolume()
                    .ifPresent(volume -> volume.snapshotId()
                            .ifPresent(id -> volumes.putIfAbsent(
                                    id, of(id, volume.encrypted(), Optional.ofNullable(byId.get(id))))));
        }
        return List.copyOf(volumes.values());
    }

    private static StoredVolume of(SnapshotId id, Optional<Boolean> mapped, Optional<Snapshot> snapshot) {
        return new StoredVolume(id, snapshot.map(Snapshot::encrypted).or(() -> mapped), snapshot);
    }

    boolean archived() {
        return snapshot.filter(seen -> seen.storageTier().equals(Optional.of(StorageTier.ARCHIVE)))
                .filter(seen -> seen.restoreExpiryTime().isEmpty())
                .isPresent();
    }

    /** What keeps it from being public, which nothing that is encrypted can be. */
    Optional<Obstacle> toPublishing() {
        if (encrypted.isEmpty()) {
            return Optional.of(Obstacle.possible(
                    Cause.UNSEEN, id + " could not be seen; if it is encrypted, it cannot be made public"));
        }
        return encrypted.get()
                ? Optional.of(Obstacle.certain(Cause.ENCRYPTION, id + " is encrypted, so it cannot be made public"))
                : Optional.empty();
    }

    /** What its key, if it has one, means for those it is shared with. */
    Optional<Obstacle> toSharing(String who, Function<KmsKeyId, KmsKeyId.ManagedBy> keys) {
        if (encrypted.isEmpty()) {
            return Optional.of(Obstacle.possible(
                    Cause.UNSEEN, id + " could not be seen; if it is encrypted, its key must allow " + who));
        }
        return encrypted.get() ? Optional.of(ofKey(who, keyManagedBy(keys))) : Optional.empty();
    }

    private Obstacle ofKey(String who, KmsKeyId.ManagedBy by) {
        String start = id + " is encrypted with ";
        return switch (by) {
            case AWS ->
                Obstacle.certain(
                        Cause.KEY,
                        start
                                + "the AWS managed key, so it cannot be shared; copy the image with a customer managed key"
                                + " and share the copy");
            case CUSTOMER ->
                Obstacle.possible(Cause.KEY, start + "a customer managed key, whose policy must allow " + who);
            case UNKNOWN ->
                Obstacle.possible(
                        Cause.KEY,
                        start + "a key that AWS may manage; only a customer managed key, whose policy allows " + who
                                + ", can be shared");
        };
    }

    /** Who manages the key. A key of another account than the snapshot's cannot be one that AWS manages. */
    private KmsKeyId.ManagedBy keyManagedBy(Function<KmsKeyId, KmsKeyId.ManagedBy> keys) {
        Optional<KmsKeyId> key = snapshot.flatMap(Snapshot::kmsKeyId);
        if (key.isEmpty()) {
            return KmsKeyId.ManagedBy.UNKNOWN;
        }
        KmsKeyId.ManagedBy told = keys.apply(key.get());
        boolean foreign = key.get()
                .account()
                .filter(account -> !account.equals(snapshot.get().ownerId()))
                .isPresent();
        return told == KmsKeyId.ManagedBy.UNKNOWN && foreign ? KmsKeyId.ManagedBy.CUSTOMER : told;
    }
}
