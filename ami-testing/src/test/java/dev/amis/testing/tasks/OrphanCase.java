package dev.amis.testing.tasks;

import static dev.amis.testing.tasks.OrphanWorld.REGION;
import static dev.amis.testing.tasks.OrphanWorld.created;
import static dev.amis.testing.tasks.OrphanWorld.described;
import static dev.amis.testing.tasks.OrphanWorld.image;
import static dev.amis.testing.tasks.OrphanWorld.snapshot;
import static dev.amis.testing.tasks.OrphanWorld.tags;

import dev.amis.Amis;
import dev.amis.cleanup.OrphanSnapshots;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.ImageState;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotState;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.testing.InMemoryRegion;
import dev.amis.testing.InstanceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A generated account of snapshots, each of which stays for a reason of its own, or for none.
 *
 * @param fates what is particular about each snapshot
 * @param binned whether the Recycle Bin keeps deleted snapshots
 * @param trusting whether descriptions are trusted as to what images in the bin need
 */
record OrphanCase(List<Fate> fates, boolean binned, boolean trusting) {

    /** What is particular about a snapshot. */
    enum Fate {
        ORPHAN,
        BY_HAND,
        OF_AVAILABLE,
        OF_DISABLED,
        OF_FAILED,
        OF_PENDING,
        OF_ANOTHER,
        RECYCLED,
        RECYCLED_BY_ANOTHER,
        VOLUME,
        TEMPLATE,
        FAST_LAUNCH,
        SHARED,
        PUBLIC,
        BACKUP,
        YOUNG,
        KEEP,
        BEING_MADE;

        boolean isRecycled() {
            return this == RECYCLED || this == RECYCLED_BY_ANOTHER;
        }
    }

    OrphanCase {
        fates = List.copyOf(fates);
    }

    /** The account; each one that is made has nothing to do with the others. */
    OrphanWorld open() {
        OrphanWorld world = new OrphanWorld();
        if (binned) {
            world.keeping(RecycleBinResourceType.EBS_SNAPSHOT, 7);
        }
        if (fates.stream().anyMatch(Fate::isRecycled)) {
            world.keeping(RecycleBinResourceType.EC2_IMAGE, 7);
        }
        IntStream.range(0, fates.size()).forEach(i -> put(world, i + 1, fates.get(i)));
        world.aws.calls().clear();
        return world;
    }

    private static void put(OrphanWorld world, int number, Fate fate) {
        InMemoryRegion region = world.aws.in(REGION);
        Snapshot plain = described(number, created(number));
        switch (fate) {
            case SHARED -> world.with(plain, CreateVolumePermission.of(Account.FRIEND));
            case PUBLIC -> world.with(plain, CreateVolumePermission.EVERYONE);
            case BY_HAND -> world.with(described(number, created(number) + ", to be kept"));
            case BACKUP -> world.with(plain.withTags(tags("aws:backup:source-resource", "x")));
            case KEEP -> world.with(plain.withTags(tags("Keep", "yes")));
            case YOUNG -> world.with(plain.withStartTime(OrphanWorld.NOW.minus(Duration.ofHours(3))));
            case BEING_MADE -> world.with(plain.withStateText(SnapshotState.RECOVERING.text()));
            default -> world.with(plain);
        }
        switch (fate) {
            case OF_AVAILABLE -> world.withImage(number, ImageState.AVAILABLE, number);
            case OF_DISABLED -> world.withImage(number, ImageState.DISABLED, number);
            case OF_FAILED -> world.withImage(number, ImageState.FAILED, number);
            case OF_PENDING -> world.withImage(number, ImageState.PENDING);
            case OF_ANOTHER -> world.withImage(100 + number, ImageState.AVAILABLE, number);
            case RECYCLED -> recycle(world, region, number, number);
            case RECYCLED_BY_ANOTHER -> recycle(world, region, 100 + number, number);
            case VOLUME -> {
                world.withImage(number, ImageState.AVAILABLE, number);
                region.runInstance(InstanceSpec.of(image(number)));
                region.images().deregisterImage(new DeregisterImageRequest(image(number), false));
            }
            case TEMPLATE -> world.withTemplate(number, number);
            case FAST_LAUNCH -> region.fastLaunch(image(number), true);
            default -> {}
        }
    }

    private static void recycle(OrphanWorld world, InMemoryRegion region, int image, int snapshot) {
        world.withImage(image, ImageState.AVAILABLE, snapshot);
        region.images().deregisterImage(new DeregisterImageRequest(image(image), false));
    }

    OrphanSnapshots cleanup(AmiProvider provider) {
        OrphanSnapshots cleanup = Amis.using(provider).orphanSnapshots().keepingTagged("Keep");
        return trusting ? cleanup.trustingDescriptions() : cleanup;
    }

    /** The snapshots that may go; as long as it is not known what the bin needs, none. */
    Set<String> orphans() {
        boolean blind = fates.stream().anyMatch(Fate::isRecycled) && !trusting;
        return numbers(blind ? Set.of() : Set.of(Fate.ORPHAN));
    }

    private Set<String> numbers(Set<Fate> wanted) {
        return IntStream.range(0, fates.size())
                .filter(i -> wanted.contains(fates.get(i)))
                .mapToObj(i -> snapshot(i + 1).value())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
