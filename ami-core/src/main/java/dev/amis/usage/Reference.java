package dev.amis.usage;

import dev.amis.model.ImageId;
import dev.amis.model.Region;
import java.util.Objects;

/**
 * Something that refers to an image, so that removing the image would break it.
 *
 * @param region the Region of both
 * @param imageId the image
 * @param source the name of the source that told of it
 * @param by what refers to the image, for example {@code i-0abcdef1234567890 (running)}
 */
public record Reference(Region region, ImageId imageId, String source, String by) {

    /** Makes a reference; one with a hole is refused here, while its source is being read. */
    public Reference {
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(imageId, "imageId");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(by, "by");
    }

    @Override
    public String toString() {
        return source + " " + by;
    }
}
