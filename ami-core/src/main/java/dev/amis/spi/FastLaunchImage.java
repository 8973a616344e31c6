package dev.amis.spi;

import dev.amis.model.ImageId;

/**
 * A Windows image for which EC2 keeps snapshots at hand that instances start from faster.
 *
 * @param imageId the image
 * @param stateText EC2's word for how far that has come, for example {@code enabled}
 */
public record FastLaunchImage(ImageId imageId, String stateText) {}
