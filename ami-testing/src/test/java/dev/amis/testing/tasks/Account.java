package dev.amis.testing.tasks;

import dev.amis.Amis;
import dev.amis.model.AccountId;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An account with one image of an instance that is gone, for tests of what changes images.
 *
 * @param aws the account
 * @param amis the façade
 * @param image the image: available, shared with {@link #FRIEND}, with two tags and two snapshots
 */
record Account(InMemoryAws aws, Amis amis, Image image) implements Crashes.Scene {

    static final AccountId FRIEND = AccountId.of("444455556666");
    static final Instant START = Instant.parse("2026-01-05T12:00:00Z");
    static final AccountId STRANGER = AccountId.of("777788889999");

    static Account withOneImage() {
        InMemoryAws aws = InMemoryAws.create();
        Amis amis = Amis.using(aws);
        var instance = aws.runInstance();
        Image image = amis.create("web-1.0.0")
                .fromInstance(instance)
                .description("before")
                .tag("Stage", "test")
                .tag("Team", "web")
                .start()
                .await();
        aws.terminateInstance(instance);
        amis.share(image).with(FRIEND).apply().orThrow();
        aws.time().advance(Duration.between(aws.clock().instant(), START));
        aws.calls().clear();
        return new Account(aws, amis, image);
    }

    ImageId id() {
        return image.imageId();
    }

    InMemoryRegion region() {
        return aws.in(aws.region());
    }

    SnapshotId snapshot() {
        return image.snapshotIds().get(0);
    }

    /** The image as it is now. */
    Image now() {
        return state().images().get(id());
    }

    Set<LaunchPermission> permissions() {
        return region().imageAttributes().describeLaunchPermissions(id());
    }

    /** Keeps what is removed for a week. */
    Account withRecycleBin() {
        rule(RecycleBinResourceType.EC2_IMAGE, "image567890");
        rule(RecycleBinResourceType.EBS_SNAPSHOT, "snapshot890");
        return this;
    }

    private void rule(RecycleBinResourceType type, String id) {
        region().recycleBinRule(new RecycleBinRule(id, type, Map.of(), Map.of(), Duration.ofDays(7)));
    }

    /** The actions that were called since the image was there, but for looks. */
    List<String> changes() {
        return aws.calls().entries().stream()
                .map(entry -> entry.action())
                .filter(action ->
                        !action.startsWith("Describe") && !action.startsWith("List") && !action.startsWith("Get"))
                .toList();
    }

    /** All that the account's owner can see of images and snapshots. */
    record State(
            Map<ImageId, Image> images,
            Map<ImageId, Set<LaunchPermission>> shared,
            Map<SnapshotId, Snapshot> snapshots,
            Map<SnapshotId, Set<CreateVolumePermission>> sharedSnapshots) {}

    static State state(InMemoryAws aws) {
        InMemoryRegion region = aws.in(aws.region());
        List<Image> images = region.images()
                .describeImages(DescribeImagesRequest.builder()
                        .addOwner(ImageOwner.SELF)
                        .includeDeprecated(true)
                        .includeDisabled(true)
                        .build())
                .items();
        List<Snapshot> snapshots = region.snapshots()
                .describeSnapshots(
                        DescribeSnapshotsRequest.builder().addOwnerId("self").build())
                .items();
        return new State(
                byId(images, Image::imageId, image -> image),
                byId(
                        images,
                        Image::imageId,
                        image -> region.imageAttributes().describeLaunchPermissions(image.imageId())),
                byId(snapshots, Snapshot::snapshotId, snapshot -> snapshot),
                byId(
                        snapshots,
                        Snapshot::snapshotId,
                        snapshot -> region.snapshots().describeCreateVolumePermissions(snapshot.snapshotId())));
    }

    State state() {
        return state(aws);
    }

    private static <T, K, V> Map<K, V> byId(List<T> all, Function<T, K> id, Function<T, V> value) {
        return all.stream().collect(Collectors.toMap(id, value, (one, same) -> one, TreeMap::new));
    }
}
