package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.AmiException;
import dev.amis.error.NotFoundException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.spi.RecycleBinPageRequest;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import dev.amis.spi.RecycledImage;
import dev.amis.spi.RecycledSnapshot;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What a provider's {@link RecycleBinPort} and {@link dev.amis.spi.RecycleBinRulePort} must do, if it has them. Rules are
 * made for resources tagged {@code amis-contract = keep} only.
 */
public abstract class RecycleBinPortContract extends Rules {

    private static final Tags KEPT = Tags.of("amis-contract", "keep");
    private static final Duration RETENTION = Duration.ofDays(7);

    /** Makes a contract. */
    protected RecycleBinPortContract() {}

    @Test
    void rulesAreListed() {
        keep(RecycleBinResourceType.EC2_IMAGE);

        List<RecycleBinRule> rules = arranged(owner.ports().recycleBinRules(), "the rules of the Recycle Bin")
                .listRules();

        assertThat(rules).anySatisfy(rule -> {
            assertThat(rule.resourceType()).isEqualTo(RecycleBinResourceType.EC2_IMAGE);
            assertThat(rule.covers(KEPT)).isTrue();
            assertThat(rule.retention()).isEqualTo(RETENTION);
        });
    }

    @Test
    void imageThatARuleCoversGoesToTheBin() {
        Image image = binnedImage();

        RecycledImage recycled = listed(image.imageId()).get(0);

        assertThat(recycled.name()).isEqualTo(image.name());
        assertThat(recycled.exitTime())
                .isCloseTo(recycled.enterTime().plus(RETENTION), Assertions.within(1, ChronoUnit.HOURS));
    }

    @Test
    void imageInTheBinIsNotDescribed() {
        Image image = binnedImage();

        owner.eventually(() -> assertThat(named(image.name().orElseThrow())).isEmpty());
    }

    @Test
    void imageThatNoRuleCoversIsGone() {
        keep(RecycleBinResourceType.EC2_IMAGE);
        ImageId image = bakedImage().imageId();

        owner.deregister(image);

        assertThat(listed(image)).isEmpty();
        refused(NotFoundException.class, () -> bin().restoreImage(image));
    }

    @Test
    void restoredImageIsAvailableAgain() {
        Image image = binnedImage();

        bin().restoreImage(image.imageId());

        Image restored = owner.awaitAvailable(image.imageId());
        assertThat(restored.name()).isEqualTo(image.name());
        assertThat(restored.snapshotIds()).isEqualTo(image.snapshotIds());
        assertThat(listed(image.imageId())).isEmpty();
    }

    @Test
    void restoringBringsLaunchPermissionsBack() {
        keep(RecycleBinResourceType.EC2_IMAGE);
        ImageId image = keptImage().imageId();
        owner.share(image, ORGANIZATION);
        owner.deregister(image);
        owner.eventually(() -> assertThat(listed(image)).hasSize(1));

        bin().restoreImage(image);

        owner.awaitAvailable(image);
        assertThat(owner.permissions(image)).containsExactly(ORGANIZATION);
    }

    @Test
    void snapshotsMustBeRestoredBeforeTheirImage() {
        keep(RecycleBinResourceType.EBS_SNAPSHOT);
        Image image = binnedImage();
        SnapshotId snapshot = image.snapshotIds().get(0);
        owner.snapshots().deleteSnapshot(snapshot);
        owner.eventually(() -> assertThat(listed(snapshot)).hasSize(1));

        refused(AmiException.class, () -> bin().restoreImage(image.imageId()));
        bin().restoreSnapshot(snapshot);
        owner.awaitCompleted(snapshot);
        bin().restoreImage(image.imageId());

        assertThat(owner.awaitAvailable(image.imageId()).state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void snapshotThatARuleCoversGoesToTheBin() {
        keep(RecycleBinResourceType.EBS_SNAPSHOT);
        SnapshotId snapshot = completedSnapshot().snapshotId();
        owner.tag(snapshot.value(), KEPT);

        owner.snapshots().deleteSnapshot(snapshot);

        owner.eventually(() -> assertThat(listed(snapshot)).hasSize(1));
        bin().restoreSnapshot(snapshot);
        assertThat(owner.awaitCompleted(snapshot).snapshotId()).isEqualTo(snapshot);
    }

    @Test
    void binIsEmptiedWhenRetentionEnds() {
        Assumptions.assumeTrue(world.daysPassQuickly(), "retention takes days in this world");
        ImageId image = binnedImage().imageId();

        owner.letPass(RETENTION.plusDays(1));

        assertThat(listed(image)).isEmpty();
        refused(NotFoundException.class, () -> bin().restoreImage(image));
    }

    @Test
    void everyImageIsOnExactlyOnePage() {
        keep(RecycleBinResourceType.EC2_IMAGE);
        List<ImageId> binned = List.of(
                keptImage().imageId(), keptImage().imageId(), keptImage().imageId());
        binned.forEach(owner::deregister);

        owner.eventually(() -> assertThat(
                        Pages.items(token -> bin().listImages(new RecycleBinPageRequest(OptionalInt.of(1), token))))
                .map(RecycledImage::imageId)
                .containsAll(binned)
                .doesNotHaveDuplicates());
    }

    private Image binnedImage() {
        keep(RecycleBinResourceType.EC2_IMAGE);
        Image image = keptImage();
        owner.deregister(image.imageId());
        owner.eventually(() -> assertThat(listed(image.imageId())).hasSize(1));
        return image;
    }

    /** An image that is tagged for the bin, and its snapshots too. */
    private Image keptImage() {
        return owner.awaitAvailable(owner.images()
                .createImage(create(world.runInstance(), name("kept"))
                        .withImageTags(KEPT)
                        .withSnapshotTags(KEPT)));
    }

    private void keep(RecycleBinResourceType type) {
        bin();
        RecycleBinRule rule = new RecycleBinRule("amisContrac", type, KEPT.asMap(), Map.of(), RETENTION);
        Assumptions.assumeTrue(world.keepInRecycleBin(rule), "this world takes no rules of the Recycle Bin");
    }

    private RecycleBinPort bin() {
        return arranged(owner.ports().recycleBin(), "a Recycle Bin");
    }

    private List<RecycledImage> listed(ImageId image) {
        return Pages.items(token -> bin().listImages(new RecycleBinPageRequest(OptionalInt.empty(), token))).stream()
                .filter(recycled -> recycled.imageId().equals(image))
                .toList();
    }

    private List<RecycledSnapshot> listed(SnapshotId snapshot) {
        return Pages.items(token -> bin().listSnapshots(new RecycleBinPageRequest(OptionalInt.empty(), token))).stream()
                .filter(recycled -> recycled.snapshotId().equals(snapshot))
                .toList();
    }
}
