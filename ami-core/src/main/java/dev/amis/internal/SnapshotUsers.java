package dev.amis.internal;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.SnapshotId;
import dev.amis.spi.Filter;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds out which of the account's images need a snapshot: deprecated and disabled ones need theirs as well. */
public final class SnapshotUsers {

    private SnapshotUsers() {}

    /**
     * Asks for the images on snapshots.
     *
     * @param region the account in the Region of the snapshots
     * @param snapshots the snapshots
     * @return for each snapshot that an image needs the images that need it
     */
    public static Map<SnapshotId, List<ImageId>> of(RegionalProvider region, Collection<SnapshotId> snapshots) {
        Map<SnapshotId, List<ImageId>> users = new TreeMap<>();
        Set<SnapshotId> asked = new HashSet<>(snapshots);
        for (Filter some : IdFilters.of("block-device-mapping.snapshot-id", snapshots)) {
            for (Image image : OwnResources.images(region, some)) {
                image.snapshotIds().stream()
                        .filter(asked::contains)
                        .forEach(id -> add(users.computeIfAbsent(id, none -> new ArrayList<>()), image.imageId()));
            }
        }
        return users;
    }

    /** An image on snapshots of two questions is answered twice. */
    private static void add(List<ImageId> images, ImageId image) {
        if (!images.contains(image)) {
            images.add(image);
        }
    }
}
