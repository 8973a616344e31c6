package dev.amis.usage;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Snapshot;
import dev.amis.spi.Filter;

/** The filters that the sources use, as EC2 understands them. */
final class Matching {

    private Matching() {}

    static boolean image(Image image, Filter filter) {
        return switch (filter.name()) {
            case "state" -> any(filter, image.stateText());
            case "source-image-id" ->
                any(filter, image.sourceImageId().map(ImageId::value).orElse(""));
            case "tag-key" -> image.tags().asMap().keySet().stream().anyMatch(key -> any(filter, key));
            default -> throw new AssertionError("unexpected filter " + filter);
        };
    }

    static boolean instance(Instance instance, Filter filter) {
        if (!filter.name().equals("image-id")) {
            throw new AssertionError("unexpected filter " + filter);
        }
        return any(filter, instance.imageId().value());
    }

    static boolean template(LaunchTemplateVersion version, Filter filter) {
        if (!filter.name().equals("image-id")) {
            throw new AssertionError("unexpected filter " + filter);
        }
        return any(filter, version.imageReference().orElse(""));
    }

    static boolean snapshot(Snapshot snapshot, Filter filter) {
        if (!filter.name().equals("snapshot-id")) {
            throw new AssertionError("unexpected filter " + filter);
        }
        return any(filter, snapshot.snapshotId().value());
    }

    private static boolean any(Filter filter, String text) {
        return filter.values().stream()
                .anyMatch(value -> value.endsWith("*")
                        ? text.startsWith(value.substring(0, value.length() - 1))
                        : text.equals(value));
    }
}
