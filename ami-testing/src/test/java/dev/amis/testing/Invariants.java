package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What holds of an account whatever was done to it. */
final class Invariants {

    private Invariants() {}

    static List<Image> images(Stage stage) {
        return stage.here()
                .images()
                .describeImages(DescribeImagesRequest.builder()
                        .addOwner(ImageOwner.SELF)
                        .includeDisabled(true)
                        .build())
                .items();
    }

    static void assertHold(Stage stage) {
        List<Image> images = images(stage);
        Map<SnapshotId, Snapshot> snapshots =
                stage.ownSnapshots().stream().collect(Collectors.toMap(Snapshot::snapshotId, snapshot -> snapshot));
        assertThat(images).extracting(image -> image.name().orElseThrow()).doesNotHaveDuplicates();
        for (Image image : images) {
            assertThat(snapshots.keySet()).as("snapshots of " + image).containsAll(image.snapshotIds());
            if (image.state() == ImageState.AVAILABLE || image.state() == ImageState.DISABLED) {
                assertThat(image.snapshotIds())
                        .as("snapshots of " + image)
                        .isNotEmpty()
                        .allMatch(id -> snapshots.get(id).state() == SnapshotState.COMPLETED);
            }
            if (image.state() == ImageState.DISABLED) {
                assertThat(stage.here().imageAttributes().describeLaunchPermissions(image.imageId()))
                        .isEmpty();
            }
        }
    }
}
