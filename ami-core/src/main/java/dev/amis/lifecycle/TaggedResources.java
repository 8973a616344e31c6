package dev.amis.lifecycle;

import dev.amis.internal.SnapshotTags;
import dev.amis.internal.Subject;
import dev.amis.model.Image;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import java.util.LinkedHashMap;
import java.util.Map;

/** An image and, if asked for, its snapshots, with the tags they have. */
final class TaggedResources {

    private TaggedResources() {}

    /** The ids in the order of the image's devices; snapshots of others, whose tags nobody can see, are left out. */
    static Map<String, Tags> of(Subject subject, Image image, boolean includingSnapshots) {
        Map<String, Tags> tags = new LinkedHashMap<>();
        tags.put(image.imageId().value(), image.tags());
        if (includingSnapshots) {
            SnapshotTags ofSnapshots = SnapshotTags.read(subject.ec2(), image.snapshotIds());
            for (SnapshotId snapshot : image.snapshotIds()) {
                ofSnapshots.of(snapshot).ifPresent(present -> tags.put(snapshot.value(), present));
            }
        }
        return tags;
    }
}
