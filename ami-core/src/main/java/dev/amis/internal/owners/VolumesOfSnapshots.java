package dev.amis.internal.owners;

import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.internal.IdFilters;
import dev.amis.internal.Pages;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.DescribeVolumesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.Volume;
import dev.amis.spi.VolumePort;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Volumes that were made from a snapshot. EC2 would let it go, and a volume that is whole does not need it; but it may still
 * be filling from it, and whoever runs the volume may want to set it up again.
 */
final class VolumesOfSnapshots implements SnapshotSource {

    private static final int FEW = 1_000;
    private static final int PAGE = 500;

    @Override
    public List<SnapshotNeed> needs(Where where, Collection<Snapshot> snapshots) {
        Set<SnapshotId> asked = snapshots.stream().map(Snapshot::snapshotId).collect(Collectors.toSet());
        VolumePort port = port(where.here());
        List<List<Filter>> questions = asked.size() > FEW
                ? List.of(List.of())
                : IdFilters.of("snapshot-id", asked).stream().map(List::of).toList();
        return questions.stream()
                .flatMap(filters -> Pages.all(
                        "DescribeVolumes",
                        token -> port.describeVolumes(new DescribeVolumesRequest(filters, OptionalInt.of(PAGE), token)))
                        .stream())
                .flatMap(volume -> need(volume, asked).stream())
                .toList();
    }

    private static List<SnapshotNeed> need(Volume volume, Set<SnapshotId> asked) {
        return volume.snapshotId().stream()
                .filter(asked::contains)
                .map(id -> new SnapshotNeed(
                        id,
                        SnapshotOwners.VOLUMES,
                        volume.volumeId() + " (" + volume.stateText() + ") was made from it",
                        true))
                .toList();
    }

    private static VolumePort port(RegionalProvider here) {
        return here.volumes()
                .orElseThrow(() -> new UnsupportedCapabilityException(
                        Failure.of("DescribeVolumes", "the provider has no port for volumes")
                                .region(here.region())
                                .advice("Leave them out with ignoringUseIn(\"" + SnapshotOwners.VOLUMES + "\")")
                                .build()));
    }
}
