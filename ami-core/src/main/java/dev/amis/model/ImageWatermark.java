package dev.amis.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A mark of provenance that an owner attached to an image and that its copies carry on.
 *
 * @param key the mark, {@code account-id:name}
 * @param sourceImageId the image it was first attached to
 * @param sourceImageRegion that image's Region
 * @param sourceImageCreationTime when that image was made
 * @param creationTime when the mark was attached
 */
public record ImageWatermark(
        String key,
        Optional<ImageId> sourceImageId,
        Optional<Region> sourceImageRegion,
        Optional<Instant> sourceImageCreationTime,
        Optional<Instant> creationTime) {}
