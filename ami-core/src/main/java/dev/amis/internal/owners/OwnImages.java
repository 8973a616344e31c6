package dev.amis.internal.owners;

import dev.amis.internal.IdFilters;
import dev.amis.internal.OwnResources;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The account's own images in any state, by their block devices and by what snapshots say that they were made for: an image
 * that is still being made does not list its snapshots yet.
 */
final class OwnImages implements SnapshotSource {

    /** Up to so many snapshots it is cheaper to ask for their images than for all. */
    private static final int FEW = 400;

    @Override
    public List<SnapshotNeed> needs(Where where, Collection<Snapshot> snapshots) {
        Map<ImageId, List<SnapshotId>> madeFor = new HashMap<>();
        Map<String, List<SnapshotId>> importedAs = new HashMap<>();
        Map<SnapshotId, Snapshot> asked = new LinkedHashMap<>();
        for (Snapshot snapshot : snapshots) {
            asked.put(snapshot.snapshotId(), snapshot);
            SnapshotOrigin.of(snapshot, where.tagKeys()).ifPresent(origin -> {
                origin.image()
                        .ifPresent(image -> madeFor.computeIfAbsent(image, none -> new ArrayList<>())
                                .add(snapshot.snapshotId()));
                origin.imageName()
                        .ifPresent(name -> importedAs
                                .computeIfAbsent(name, none -> new ArrayList<>())
                                .add(snapshot.snapshotId()));
            });
        }
        List<SnapshotNeed> needs = new ArrayList<>();
        for (Image image : images(where.here(), asked.keySet(), madeFor.keySet(), importedAs.keySet())) {
            image.snapshotIds().stream()
                    .filter(asked::containsKey)
                    .forEach(id -> needs.add(need(id, image.imageId() + " (" + image.stateText() + ")")));
            Stream.concat(
                            madeFor.getOrDefault(image.imageId(), List.of()).stream(),
                            image.name().stream().flatMap(name -> importedAs.getOrDefault(name, List.of()).stream()))
                    .filter(id -> !image.snapshotIds().contains(id))
                    .forEach(id -> needs.add(need(id, image.imageId() + ", which it was made for, is there")));
        }
        return needs;
    }

    private static SnapshotNeed need(SnapshotId id, String by) {
        return new SnapshotNeed(id, SnapshotOwners.IMAGES, by, true);
    }

    private static Collection<Image> images(
            RegionalProvider here,
            Collection<SnapshotId> snapshots,
            Collection<ImageId> madeFor,
            Collection<String> names) {
        if (snapshots.size() > FEW) {
            return OwnResources.images(here);
        }
        Map<ImageId, Image> found = new LinkedHashMap<>();
        Stream.of(
                        IdFilters.of("block-device-mapping.snapshot-id", snapshots),
                        IdFilters.of("image-id", madeFor),
                        IdFilters.of("name", names))
                .flatMap(List::stream)
                .flatMap(filter -> OwnResources.images(here, filter).stream())
                .forEach(image -> found.put(image.imageId(), image));
        return found.values();
    }
}
