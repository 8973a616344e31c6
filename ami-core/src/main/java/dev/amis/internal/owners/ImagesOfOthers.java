package dev.amis.internal.owners;

import dev.amis.internal.IdFilters;
import dev.amis.internal.Pages;
import dev.amis.model.Image;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Images of other accounts that this account may launch, explicitly or because they are public. */
final class ImagesOfOthers implements SnapshotSource {

    @Override
    public List<SnapshotNeed> needs(Where where, Collection<Snapshot> snapshots) {
        Set<SnapshotId> asked = snapshots.stream().map(Snapshot::snapshotId).collect(Collectors.toSet());
        List<SnapshotNeed> needs = new ArrayList<>();
        for (Filter filter : IdFilters.of("block-device-mapping.snapshot-id", asked)) {
            DescribeImagesRequest request = DescribeImagesRequest.builder()
                    .addExecutableUsers("self", "all")
                    .addFilter(filter)
                    .includeDeprecated(true)
                    .includeDisabled(true)
                    .maxResults(1_000)
                    .build();
            for (Image image : Pages.all(
                    "DescribeImages", token -> where.here().images().describeImages(request.withNextToken(token)))) {
                image.snapshotIds().stream()
                        .filter(asked::contains)
                        .forEach(id -> needs.add(new SnapshotNeed(
                                id,
                                SnapshotOwners.IMAGES_OF_OTHERS,
                                image.imageId().value(),
                                true)));
            }
        }
        return needs;
    }
}
