package dev.amis.internal;

import dev.amis.error.AmiException;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.SnapshotPort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far images in the making have come, which EC2 tells of their snapshots only. The images of a Region are looked at in
 * one call for up to 200 snapshots; volumes count by their size.
 */
final class SnapshotProgress {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotProgress.class);
    private static final int CHUNK = 200;

    private final Map<SnapshotId, Snapshot> snapshots = new HashMap<>();

    private SnapshotProgress() {}

    /** The percents of images; one of which a snapshot could not be read is left out. */
    static Map<ImageId, Integer> percents(SnapshotPort port, List<Image> images) {
        SnapshotProgress progress = new SnapshotProgress();
        List<SnapshotId> ids = images.stream()
                .flatMap(image -> image.snapshotIds().stream())
                .distinct()
                .toList();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            progress.read(port, ids.subList(from, Math.min(ids.size(), from + CHUNK)));
        }
        Map<ImageId, Integer> percents = new HashMap<>();
        images.forEach(image -> progress.percentOf(image).ifPresent(percent -> percents.put(image.imageId(), percent)));
        return percents;
    }

    private OptionalInt percentOf(Image image) {
        long done = 0;
        long all = 0;
        for (BlockDeviceMapping mapping : image.blockDeviceMappings()) {
            if (mapping.snapshotId().isEmpty()) {
                continue;
            }
            Snapshot snapshot = snapshots.get(mapping.snapshotId().get());
            if (snapshot == null) {
                return OptionalInt.empty();
            }
            int size = Math.max(1, snapshot.volumeSize().orElse(1));
            all += size;
            done += (long) size * percentOf(snapshot);
        }
        return all == 0 ? OptionalInt.empty() : OptionalInt.of((int) (done / all));
    }

    private static int percentOf(Snapshot snapshot) {
        return snapshot.state() == SnapshotState.COMPLETED
                ? 100
                : snapshot.progress().orElse(0);
    }

    private void read(SnapshotPort port, List<SnapshotId> ids) {
        DescribeSnapshotsRequest request =
                DescribeSnapshotsRequest.builder().addAllSnapshotIds(ids).build();
        try {
            for (Snapshot snapshot :
                    Pages.all("DescribeSnapshots", token -> port.describeSnapshots(request.withNextToken(token)))) {
                snapshots.put(snapshot.snapshotId(), snapshot);
            }
        } catch (AmiException unreadable) {
            // Percentages are a courtesy: that they cannot be read must not end a wait that goes well without them.
            LOG.debug("No progress of {} snapshots: {}", ids.size(), unreadable.getMessage());
        }
    }
}
