package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.Tags;
import dev.amis.model.VolumeId;
import dev.amis.spi.CopySnapshotRequest;
import dev.amis.spi.CreateSnapshotRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.Page;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How snapshots are made, and how they are described. */
abstract class SnapshotRules extends Rules {

    private static final SnapshotId UNKNOWN = SnapshotId.of("snap-00000000000000bad");

    @Test
    void snapshotIsPendingAndBecomesWhole() {
        VolumeId volume = rootVolume(world.runInstance());

        SnapshotId id = owner.snapshots().createSnapshot(snapshotOf(volume));

        owner.eventually(() -> assertThat(owner.findSnapshot(id)).isPresent());
        assertThat(owner.snapshot(id).state()).isIn(SnapshotState.PENDING, SnapshotState.COMPLETED);
        Snapshot whole = owner.awaitCompleted(id);
        assertThat(whole.progress()).hasValue(100);
        assertThat(whole.startTime()).isPresent();
    }

    @Test
    void snapshotSaysWhatItIs() {
        VolumeId volume = rootVolume(world.runInstance());
        CreateSnapshotRequest request =
                new CreateSnapshotRequest(volume, Optional.of("amis-contract: before"), Tags.of("Team", "platform"));

        Snapshot snapshot = owner.awaitCompleted(owner.snapshots().createSnapshot(request));

        assertThat(snapshot.region()).isEqualTo(owner.region());
        assertThat(snapshot.ownerId()).isEqualTo(owner.account());
        assertThat(snapshot.volumeId()).contains(volume);
        assertThat(snapshot.volumeSize().orElseThrow()).isPositive();
        assertThat(snapshot.encrypted()).isFalse();
        assertThat(snapshot.description()).contains("amis-contract: before");
        assertThat(snapshot.tags()).isEqualTo(Tags.of("Team", "platform"));
    }

    @Test
    void unknownVolumeIsRefused() {
        refused(
                NotFoundException.class,
                "InvalidVolume.NotFound",
                () -> owner.snapshots().createSnapshot(snapshotOf(VolumeId.of("vol-00000000000000bad"))));
    }

    @Test
    void filtersMatchWhatTheSnapshotSays() {
        Snapshot snapshot = completedSnapshot();
        owner.tag(snapshot.snapshotId().value(), Tags.of("Team", "platform"));

        assertThat(found(
                        Filter.of("volume-id", snapshot.volumeId().orElseThrow().value())))
                .containsExactly(snapshot.snapshotId());
        assertThat(found(Filter.of("tag:Team", "plat*"), Filter.of("status", "completed")))
                .contains(snapshot.snapshotId());
        assertThat(found(Filter.of("tag-key", "Team"), Filter.of("encrypted", "true")))
                .doesNotContain(snapshot.snapshotId());
        assertThat(found(Filter.of("description", "amis-contract"))).contains(snapshot.snapshotId());
        assertThat(found(Filter.of("snapshot-id", UNKNOWN.value()))).isEmpty();
    }

    @Test
    void everySnapshotIsOnExactlyOnePage() {
        String mark = name("paged");
        List<SnapshotId> made = sevenSnapshots(mark);
        DescribeSnapshotsRequest request =
                own(Filter.of("tag:amis-contract", mark)).withMaxResults(5);

        List<Page<Snapshot>> pages =
                Pages.all(token -> owner.snapshots().describeSnapshots(request.withNextToken(token)));

        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(pages.stream().flatMap(page -> page.items().stream()).map(Snapshot::snapshotId))
                .containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void filterThatDoesNotExistIsRefused() {
        refused(InvalidRequestException.class, () -> found(Filter.of("colour", "blue")));
    }

    private List<SnapshotId> sevenSnapshots(String mark) {
        SnapshotId source = completedSnapshot().snapshotId();
        CopySnapshotRequest request = CopySnapshotRequest.builder()
                .sourceSnapshotId(source)
                .sourceRegion(owner.region())
                .description("amis-contract: paged")
                .tags(Tags.of("amis-contract", mark))
                .build();
        return IntStream.range(0, 7)
                .mapToObj(i -> owner.snapshots().copySnapshot(request))
                .toList();
    }

    private List<SnapshotId> found(Filter... filters) {
        DescribeSnapshotsRequest request = own(filters);
        return Pages.items(token -> owner.snapshots().describeSnapshots(request.withNextToken(token))).stream()
                .map(Snapshot::snapshotId)
                .toList();
    }

    private static DescribeSnapshotsRequest own(Filter... filters) {
        return DescribeSnapshotsRequest.builder()
                .addOwnerId("self")
                .addFilters(filters)
                .build();
    }
}
