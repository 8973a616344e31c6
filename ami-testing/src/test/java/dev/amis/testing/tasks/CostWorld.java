package dev.amis.testing.tasks;

import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.StorageTier;
import dev.amis.plan.Action;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import dev.amis.testing.InMemoryAws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An account whose images share snapshots in any way.
 *
 * @param snapshots what there is to share
 * @param images the numbers of the snapshots that each image needs
 * @param binned whether the Recycle Bin keeps what is removed
 */
record CostWorld(List<Stored> snapshots, List<Set<Integer>> images, boolean binned) {

    static final Region REGION = Region.US_EAST_1;
    static final Duration RETENTION = Duration.ofDays(7);

    /**
     * A snapshot.
     *
     * @param gib the size of its volume
     * @param percent how much of that a full copy has; nothing if EC2 does not tell
     * @param archived whether it is in the archive
     */
    record Stored(int gib, Optional<Integer> percent, boolean archived) {}

    /**
     * A removal.
     *
     * @param deregistration whether of an image, not of a snapshot
     * @param number of the image or snapshot; one that is not there stands for another
     * @param withSnapshots whether the image's snapshots shall go
     */
    record Step(boolean deregistration, int number, boolean withSnapshots) {}

    InMemoryAws open() {
        InMemoryAws aws = InMemoryAws.builder().pageSize(3).build();
        if (binned) {
            aws.in(REGION)
                    .recycleBinRule(new RecycleBinRule(
                            "rule0000001", RecycleBinResourceType.EBS_SNAPSHOT, Map.of(), Map.of(), RETENTION));
        }
        for (int number = 0; number < snapshots.size(); number++) {
            aws.seed().snapshot(snapshot(aws, number));
        }
        for (int number = 0; number < images.size(); number++) {
            aws.seed().image(image(aws, number));
        }
        return aws;
    }

    /** Removes images and snapshots in this order, each image at most once. */
    Plan plan(InMemoryAws aws, List<Step> steps) {
        Plan.Builder plan = Plan.of("remove", aws.account(), aws.clock().instant());
        List<Action> actions = new ArrayList<>();
        for (Step step : steps) {
            Action action = action(step);
            if (actions.stream().noneMatch(earlier -> earlier.target().equals(action.target()))) {
                actions.add(action);
            }
        }
        actions.forEach(action -> plan.addAction(PlannedAction.of(
                action, "for the test", Facts.none(), aws.clock().instant())));
        return plan.build();
    }

    private Action action(Step step) {
        if (!step.deregistration()) {
            return new Action.DeleteSnapshot(REGION, snapshotId(step.number() % snapshots.size()));
        }
        int image = step.number() % images.size();
        return new Action.Deregister(
                REGION,
                imageId(image),
                step.withSnapshots(),
                images.get(image).stream().map(CostWorld::snapshotId).toList());
    }

    private Snapshot snapshot(InMemoryAws aws, int number) {
        Stored stored = snapshots.get(number);
        OptionalLong full = stored.percent()
                .map(percent -> OptionalLong.of((stored.gib() * (1L << 30)) / 100 * percent))
                .orElse(OptionalLong.empty());
        return Snapshot.builder()
                .snapshotId(snapshotId(number))
                .region(REGION)
                .ownerId(aws.account())
                .state(SnapshotState.COMPLETED)
                .volumeSize(stored.gib())
                .fullSnapshotSizeInBytes(full)
                .storageTier(stored.archived() ? StorageTier.ARCHIVE : StorageTier.STANDARD)
                .build();
    }

    private Image image(InMemoryAws aws, int number) {
        List<BlockDeviceMapping> mappings = new ArrayList<>();
        char letter = 'a';
        for (int snapshot : images.get(number)) {
            mappings.add(BlockDeviceMapping.ebs(
                    "/dev/xvd" + letter++,
                    EbsBlockDevice.builder().snapshotId(snapshotId(snapshot)).build()));
        }
        return Image.builder()
                .imageId(imageId(number))
                .region(REGION)
                .name("web-1." + number + ".0")
                .ownerId(aws.account())
                .architecture(Architecture.X86_64)
                .state(number % 3 == 0 ? ImageState.DISABLED : ImageState.AVAILABLE)
                .addAllBlockDeviceMappings(mappings)
                .build();
    }

    static ImageId imageId(int number) {
        return ImageId.of(String.format("ami-%017x", number));
    }

    static SnapshotId snapshotId(int number) {
        return SnapshotId.of(String.format("snap-%017x", number));
    }
}
