package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.SnapshotId;
import dev.amis.model.StateReason;
import dev.amis.model.Tags;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.RecycleBinPageRequest;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.spi.SnapshotDeletionCode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemovalTest {

    private static final Duration WEEK = Duration.ofDays(7);

    private final Stage stage = Stage.open();
    private final InMemoryAws aws = stage.aws();
    private final RecycleBinPort bin = stage.here().recycleBin().orElseThrow();

    @Test
    void withoutTheRightToDeleteSnapshotsTheImageGoesAndTheyStay() {
        Image image = stage.baked("web-1");
        aws.access().deny("ec2:DeleteSnapshot");
        assertThat(stage.deregister(image.imageId()))
                .containsExactly(
                        new SnapshotDeletion(image.snapshotIds().get(0), SnapshotDeletionCode.MISSING_PERMISSIONS));
        assertThat(stage.own()).isEmpty();
        assertThat(stage.ownSnapshots()).hasSize(1);
    }

    @Test
    void lockedSnapshotStays() {
        Image image = stage.baked("web-1");
        SnapshotId snapshot = image.snapshotIds().get(0);
        stage.here().lockSnapshot(snapshot, true);
        assertThat(stage.deregister(image.imageId()))
                .containsExactly(new SnapshotDeletion(snapshot, SnapshotDeletionCode.CLIENT_ERROR));
        assertThatThrownBy(() -> stage.here().snapshots().deleteSnapshot(snapshot))
                .isInstanceOf(ConflictException.class);
        stage.here().lockSnapshot(snapshot, false);
        stage.here().snapshots().deleteSnapshot(snapshot);
        assertThat(stage.ownSnapshots()).isEmpty();
    }

    @Test
    void pendingSnapshotsGoOnceTheyAreDone() {
        ImageId id = stage.create("web-1");
        assertThat(stage.deregister(id))
                .extracting(SnapshotDeletion::code)
                .containsExactly(SnapshotDeletionCode.SUCCESS);
        assertThat(stage.ownSnapshots()).hasSize(1);
        aws.time().advance(Duration.ofHours(1));
        assertThat(stage.ownSnapshots()).isEmpty();
    }

    @Test
    void cancelledImageLeavesItsSnapshots() {
        ImageId id = stage.create("web-1");
        stage.here().images().deregisterImage(new DeregisterImageRequest(id, false));
        aws.time().advance(Duration.ofHours(1));
        assertThat(stage.own()).isEmpty();
        assertThat(stage.ownSnapshots()).extracting(one -> one.stateText()).containsExactly("completed");
    }

    @Test
    void nameIsFreeAgain() {
        stage.deregister(stage.baked("web-1").imageId());
        assertThat(stage.create("web-1")).isNotNull();
    }

    @Test
    void failedImageKeepsItsNameUntilItIsDeregistered() {
        aws.faults().failNextImage(new StateReason("Server.InternalError", "bad luck"));
        ImageId id = stage.create("web-1");
        aws.time().advance(Duration.ofHours(1));
        assertThatThrownBy(() -> stage.create("web-1")).hasMessageContaining("in use by AMI " + id);
        stage.deregister(id);
        assertThat(stage.create("web-1")).isNotNull();
    }

    @Test
    void imageOfAwsBackupIsRefused() {
        Image image = stage.baked("web-1")
                .withImageId(ImageId.of("ami-0123456789abcdef0"))
                .withName("AwsBackup_i-1")
                .withTags(Tags.read(Map.of("aws:backup:source-resource", "i-1")));
        aws.seed().image(image);
        assertThatThrownBy(() -> stage.deregister(image.imageId()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("AWS Backup");
    }

    @Test
    void imageComesBackFromTheBinWithItsPermissionsAndTags() {
        keep(RecycleBinResourceType.EC2_IMAGE, WEEK);
        Image image = stage.baked("web-1");
        stage.tag(image.imageId().value(), "Team", "web");
        stage.share(image.imageId(), LaunchPermission.of(Stage.OTHER));
        stage.here().images().deregisterImage(new DeregisterImageRequest(image.imageId(), false));
        assertThatThrownBy(() -> stage.image(image.imageId())).isInstanceOf(NotFoundException.class);
        bin.restoreImage(image.imageId());
        assertThat(stage.image(image.imageId()).state()).isEqualTo(ImageState.AVAILABLE);
        assertThat(stage.image(image.imageId()).tags().get("Team")).contains("web");
        assertThat(stage.other().image(image.imageId()).imageId()).isEqualTo(image.imageId());
    }

    @Test
    void longestOfSeveralRulesWins() {
        keep(RecycleBinResourceType.EC2_IMAGE, WEEK);
        stage.here()
                .recycleBinRule(new RecycleBinRule(
                        "rule0000002", RecycleBinResourceType.EC2_IMAGE, Map.of(), Map.of(), WEEK.multipliedBy(2)));
        stage.deregister(stage.baked("web-1").imageId());
        aws.time().advance(Duration.ofDays(13));
        assertThat(bin.listImages(RecycleBinPageRequest.FIRST).items()).hasSize(1);
        aws.time().advance(Duration.ofDays(1));
        assertThat(bin.listImages(RecycleBinPageRequest.FIRST).items()).isEmpty();
    }

    @Test
    void imageWhoseNameIsTakenMeanwhileStaysInTheBin() {
        keep(RecycleBinResourceType.EC2_IMAGE, WEEK);
        keep(RecycleBinResourceType.EBS_SNAPSHOT, WEEK);
        Image image = stage.baked("web-1");
        stage.deregister(image.imageId());
        stage.create("web-1");
        bin.restoreSnapshot(image.snapshotIds().get(0));
        assertThatThrownBy(() -> bin.restoreImage(image.imageId()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("in use by AMI");
        assertThat(bin.listImages(RecycleBinPageRequest.FIRST).items()).hasSize(1);
    }

    @Test
    void binnedImagesCountToTheQuota() {
        keep(RecycleBinResourceType.EC2_IMAGE, WEEK);
        aws.quotas().images(1);
        stage.deregister(stage.baked("web-1").imageId());
        assertThatThrownBy(() -> stage.create("web-2")).hasMessageContaining("quota of 1 images");
    }

    private void keep(RecycleBinResourceType type, Duration retention) {
        stage.here().recycleBinRule(new RecycleBinRule("rule0000001", type, Map.of(), Map.of(), retention));
    }
}
