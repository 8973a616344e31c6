package dev.amis.internal.owners;

import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.internal.Pages;
import dev.amis.model.ImageId;
import dev.amis.model.Snapshot;
import dev.amis.spi.DescribeFastLaunchImagesRequest;
import dev.amis.spi.FastLaunchImage;
import dev.amis.spi.FastLaunchPort;
import dev.amis.spi.RegionalProvider;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Images that are configured for fast launch keep what names them, whether or not they are there. */
final class FastLaunches implements SnapshotSource {

    private static final int PAGE = 200;

    @Override
    public List<SnapshotNeed> needs(Where where, Collection<Snapshot> snapshots) {
        FastLaunchPort port = port(where.here());
        Set<ImageId> images = Pages.all(
                        "DescribeFastLaunchImages",
                        token -> port.describeFastLaunchImages(
                                new DescribeFastLaunchImagesRequest(OptionalInt.of(PAGE), token)))
                .stream()
                .map(FastLaunchImage::imageId)
                .collect(Collectors.toSet());
        return snapshots.stream()
                .flatMap(snapshot -> Named.in(snapshot, images).stream()
                        .map(image -> new SnapshotNeed(
                                snapshot.snapshotId(), SnapshotOwners.FAST_LAUNCH, "of " + image, true)))
                .toList();
    }

    private static FastLaunchPort port(RegionalProvider here) {
        return here.fastLaunch()
                .orElseThrow(() -> new UnsupportedCapabilityException(
                        Failure.of("DescribeFastLaunchImages", "the provider has no port for fast launch")
                                .region(here.region())
                                .advice("Leave it out with ignoringUseIn(\"" + SnapshotOwners.FAST_LAUNCH + "\")")
                                .build()));
    }
}
