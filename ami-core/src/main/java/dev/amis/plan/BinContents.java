package dev.amis.plan;

import dev.amis.error.AmiException;
import dev.amis.internal.Pages;
import dev.amis.spi.RecycleBinPageRequest;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RecycledImage;
import dev.amis.spi.RecycledSnapshot;
import dev.amis.spi.RegionalProvider;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What lies in the Recycle Bin of a Region.
 *
 * @param ids the ids of images and snapshots
 * @param unread why it could not be read
 */
record BinContents(Set<String> ids, Optional<String> unread) {

    static BinContents read(RegionalProvider region) {
        Optional<RecycleBinPort> bin = region.recycleBin();
        if (bin.isEmpty()) {
            return new BinContents(Set.of(), Optional.of("the provider has no access to it"));
        }
        try {
            Set<String> ids = new HashSet<>();
            Pages.all("ListImagesInRecycleBin", token -> bin.get().listImages(page(token))).stream()
                    .map(RecycledImage::imageId)
                    .forEach(id -> ids.add(id.value()));
            Pages.all("ListSnapshotsInRecycleBin", token -> bin.get().listSnapshots(page(token))).stream()
                    .map(RecycledSnapshot::snapshotId)
                    .forEach(id -> ids.add(id.value()));
            return new BinContents(ids, Optional.empty());
        } catch (AmiException unread) {
            return new BinContents(Set.of(), Optional.of(unread.failure().message()));
        }
    }

    private static RecycleBinPageRequest page(Optional<String> token) {
        return new RecycleBinPageRequest(OptionalInt.empty(), token);
    }
}
