package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.NotFoundException;
import dev.amis.model.AccountId;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.CopySnapshotRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.ModifyCreateVolumePermissionsRequest;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may see and copy a snapshot. */
abstract class SnapshotSharingRules extends Rules {

    @Test
    void newSnapshotIsPrivate() {
        Actor stranger = stranger();
        SnapshotId snapshot = completedSnapshot().snapshotId();

        assertThat(permissions(snapshot)).isEmpty();
        assertThat(stranger.findSnapshot(snapshot)).isEmpty();
    }

    @Test
    void sharedSnapshotIsSeenButNotOwned() {
        Actor stranger = stranger();
        SnapshotId snapshot = completedSnapshot().snapshotId();
        DescribeSnapshotsRequest own =
                DescribeSnapshotsRequest.builder().addOwnerId("self").build();

        owner.lend(snapshot, stranger);

        assertThat(permissions(snapshot)).containsExactly(CreateVolumePermission.of(stranger.account()));
        assertThat(stranger.snapshots().describeSnapshots(own).items())
                .map(Snapshot::snapshotId)
                .doesNotContain(snapshot);
    }

    @Test
    void sharedSnapshotCanBeCopied() {
        Actor stranger = stranger();
        SnapshotId snapshot = completedSnapshot().snapshotId();
        owner.lend(snapshot, stranger);

        SnapshotId copy = stranger.snapshots().copySnapshot(copyOf(snapshot));

        assertThat(stranger.awaitCompleted(copy).ownerId()).isEqualTo(stranger.account());
    }

    @Test
    void privateSnapshotCannotBeCopied() {
        Actor stranger = stranger();
        SnapshotId snapshot = completedSnapshot().snapshotId();

        refused(AmiException.class, () -> stranger.snapshots().copySnapshot(copyOf(snapshot)));
    }

    @Test
    void unsharedSnapshotIsNotSeenAnyMore() {
        Actor stranger = stranger();
        SnapshotId snapshot = completedSnapshot().snapshotId();
        owner.lend(snapshot, stranger);

        owner.snapshots()
                .modifyCreateVolumePermissions(new ModifyCreateVolumePermissionsRequest(
                        snapshot, Set.of(), Set.of(CreateVolumePermission.of(stranger.account()))));

        stranger.eventually(() -> assertThat(stranger.findSnapshot(snapshot)).isEmpty());
        assertThat(permissions(snapshot)).isEmpty();
    }

    @Test
    void recipientCannotDelete() {
        Actor stranger = stranger();
        SnapshotId snapshot = completedSnapshot().snapshotId();
        owner.lend(snapshot, stranger);

        refused(AmiException.class, () -> stranger.snapshots().deleteSnapshot(snapshot));
        assertThat(owner.findSnapshot(snapshot)).isPresent();
    }

    @Test
    void snapshotOnTheDefaultKeyCannotBeShared() {
        SnapshotId snapshot = encryptedWith(KmsKeyId.AWS_MANAGED_EBS);

        refused(
                ConflictException.class,
                "OperationNotPermitted",
                () -> owner.snapshots()
                        .modifyCreateVolumePermissions(
                                adding(snapshot, CreateVolumePermission.of(AccountId.of("112233445566")))));
        assertThat(permissions(snapshot)).isEmpty();
    }

    @Test
    void snapshotOnACustomersKeyCanBeSharedButNotMadePublic() {
        Actor stranger = stranger();
        KmsKeyId key = arranged(world.customerManagedKey(owner.region()), "a customer managed key");
        SnapshotId snapshot = encryptedWith(key);

        owner.lend(snapshot, stranger);

        refused(
                AmiException.class,
                () -> owner.snapshots()
                        .modifyCreateVolumePermissions(adding(snapshot, CreateVolumePermission.EVERYONE)));
        assertThat(permissions(snapshot)).containsExactly(CreateVolumePermission.of(stranger.account()));
    }

    @Test
    void permissionsOfAnUnknownSnapshotAreRefused() {
        SnapshotId unknown = SnapshotId.of("snap-00000000000000bad");

        refused(NotFoundException.class, "InvalidSnapshot.NotFound", () -> permissions(unknown));
        refused(
                NotFoundException.class,
                "InvalidSnapshot.NotFound",
                () -> owner.snapshots()
                        .modifyCreateVolumePermissions(
                                adding(unknown, CreateVolumePermission.of(AccountId.of("112233445566")))));
    }

    private SnapshotId encryptedWith(KmsKeyId key) {
        CopySnapshotRequest request =
                copyOf(completedSnapshot().snapshotId()).withEncrypted(true).withKmsKeyId(key);
        return owner.awaitCompleted(owner.snapshots().copySnapshot(request)).snapshotId();
    }

    private Set<CreateVolumePermission> permissions(SnapshotId snapshot) {
        return owner.snapshots().describeCreateVolumePermissions(snapshot);
    }

    private static ModifyCreateVolumePermissionsRequest adding(SnapshotId snapshot, CreateVolumePermission permission) {
        return new ModifyCreateVolumePermissionsRequest(snapshot, Set.of(permission), Set.of());
    }

    private CopySnapshotRequest copyOf(SnapshotId source) {
        return CopySnapshotRequest.builder()
                .sourceSnapshotId(source)
                .sourceRegion(owner.region())
                .description("amis-contract: copy")
                .build();
    }
}
