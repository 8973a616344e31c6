package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.NotFoundException;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.spi.CopySnapshotRequest;
import org.junit.jupiter.api.Test;

/** What {@code CopySnapshot} makes of a snapshot. */
abstract class SnapshotCopyRules extends Rules {

    private static final SnapshotId UNKNOWN = SnapshotId.of("snap-00000000000000bad");

    @Test
    void copyIsASnapshotOfItsOwn() {
        Snapshot source = completedSnapshot();

        Snapshot copy = copied(source.snapshotId());

        assertThat(copy.snapshotId()).isNotEqualTo(source.snapshotId());
        assertThat(copy.region()).isEqualTo(world.otherRegion());
        assertThat(copy.volumeSize()).isEqualTo(source.volumeSize());
        assertThat(copy.description()).contains("amis-contract: copy");
    }

    @Test
    void tagsAreNotCopied() {
        SnapshotId source = completedSnapshot().snapshotId();
        owner.tag(source.value(), Tags.of("Team", "platform"));

        assertThat(copied(source).tags()).isEqualTo(Tags.of("Copied", "yes"));
    }

    @Test
    void copyCanBeEncrypted() {
        CopySnapshotRequest request = copyOf(completedSnapshot().snapshotId()).withEncrypted(true);
        Actor abroad = ownerElsewhere();

        Snapshot copy = abroad.awaitCompleted(abroad.snapshots().copySnapshot(request));

        assertThat(copy.encrypted()).isTrue();
        assertThat(copy.kmsKeyId()).isPresent();
    }

    @Test
    void copyOfAnUnknownSnapshotIsRefused() {
        refused(
                NotFoundException.class,
                "InvalidSnapshot.NotFound",
                () -> ownerElsewhere().snapshots().copySnapshot(copyOf(UNKNOWN)));
    }

    private Snapshot copied(SnapshotId source) {
        Actor abroad = ownerElsewhere();
        return abroad.awaitCompleted(abroad.snapshots().copySnapshot(copyOf(source)));
    }

    private CopySnapshotRequest copyOf(SnapshotId source) {
        return CopySnapshotRequest.builder()
                .sourceSnapshotId(source)
                .sourceRegion(owner.region())
                .description("amis-contract: copy")
                .tags(Tags.of("Copied", "yes"))
                .build();
    }
}
