package dev.amis.internal.owners;

import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.internal.Pages;
import dev.amis.model.ImageId;
import dev.amis.model.Snapshot;
import dev.amis.spi.RecycleBinPageRequest;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RecycledImage;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Images in the Recycle Bin. EC2 does not tell which snapshots they need, so each may need every snapshot that was there
 * before it came in, unless descriptions are trusted.
 *
 * @param byName whether an image is taken to need only the snapshots that name it
 */
record RecycledImages(boolean byName) implements SnapshotSource {

    @Override
    public List<SnapshotNeed> needs(Where where, Collection<Snapshot> snapshots) {
        RecycleBinPort port = port(where.here());
        List<RecycledImage> recycled = Pages.all(
                "ListImagesInRecycleBin",
                token -> port.listImages(new RecycleBinPageRequest(OptionalInt.empty(), token)));
        List<SnapshotNeed> needs = new ArrayList<>();
        for (Snapshot snapshot : recycled.isEmpty() ? List.<Snapshot>of() : snapshots) {
            if (!named(snapshot, recycled, needs) && !byName) {
                mayNeed(snapshot, recycled).ifPresent(needs::add);
            }
        }
        return needs;
    }

    private boolean named(Snapshot snapshot, List<RecycledImage> recycled, List<SnapshotNeed> needs) {
        Set<ImageId> images = recycled.stream().map(RecycledImage::imageId).collect(Collectors.toSet());
        Set<ImageId> named = Named.in(snapshot, images);
        named.forEach(image -> needs.add(new SnapshotNeed(snapshot.snapshotId(), name(), image.value(), true)));
        return !named.isEmpty();
    }

    private Optional<SnapshotNeed> mayNeed(Snapshot snapshot, List<RecycledImage> recycled) {
        List<RecycledImage> later = recycled.stream()
                .filter(image -> snapshot.startTime()
                        .filter(start -> start.isAfter(image.enterTime()))
                        .isEmpty())
                .toList();
        String which =
                later.stream().findFirst().map(image -> image.imageId().value()).orElse("")
                        + (later.size() > 1 ? " and " + (later.size() - 1) + " more" : "");
        return later.isEmpty()
                ? Optional.empty()
                : Optional.of(new SnapshotNeed(
                        snapshot.snapshotId(), name(), which + ", of which EC2 does not tell the snapshots", false));
    }

    private String name() {
        return byName ? SnapshotOwners.RECYCLE_BIN_BY_NAME : SnapshotOwners.RECYCLE_BIN;
    }

    private static RecycleBinPort port(RegionalProvider here) {
        return here.recycleBin()
                .orElseThrow(() -> new UnsupportedCapabilityException(
                        Failure.of("ListImagesInRecycleBin", "the provider has no access to the Recycle Bin")
                                .region(here.region())
                                .advice("Leave it out with ignoringUseIn(\"" + SnapshotOwners.RECYCLE_BIN + "\")")
                                .build()));
    }
}
