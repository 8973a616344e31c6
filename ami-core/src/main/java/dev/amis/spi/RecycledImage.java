package dev.amis.spi;

import dev.amis.model.ImageId;
import java.time.Instant;
import java.util.Optional;

/**
 * An image in the Recycle Bin; EC2 tells no more of it.
 *
 * @param imageId the image
 * @param name its name
 * @param enterTime when it came in
 * @param exitTime when it will be gone for good
 */
public record RecycledImage(ImageId imageId, Optional<String> name, Instant enterTime, Instant exitTime) {}
