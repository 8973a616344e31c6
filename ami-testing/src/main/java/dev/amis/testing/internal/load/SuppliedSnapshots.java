package dev.amis.testing.internal.load;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotState;
import java.util.Optional;
import java.util.stream.Stream;

/** The snapshots that an image stands on, as far as the image tells of them: their sizes are not known. */
final class SuppliedSnapshots {

    private SuppliedSnapshots() {}

    static Stream<Snapshot> of(Image image) {
        return image.blockDeviceMappings().stream()
                .map(BlockDeviceMapping::ebsVolume)
                .flatMap(Optional::stream)
                .flatMap(volume -> supplied(image, volume).stream());
    }

    private static Optional<Snapshot> supplied(Image image, EbsBlockDevice volume) {
        return volume.snapshotId()
                .map(id -> Snapshot.builder()
                        .snapshotId(id)
                        .region(image.region())
                        .ownerId(image.ownerId())
                        .ownerAlias(image.ownerAlias())
                        .state(SnapshotState.COMPLETED)
                        .progress(100)
                        .startTime(image.creationDate())
                        .encrypted(volume.encrypted().orElse(false))
                        .build());
    }
}
