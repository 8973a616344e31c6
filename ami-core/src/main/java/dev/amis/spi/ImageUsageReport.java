package dev.amis.spi;

import dev.amis.model.ImageId;
import java.util.Optional;

/**
 * A report on how other accounts use an image.
 *
 * @param reportId its id
 * @param imageId the image
 * @param stateText {@code pending}, {@code available} or {@code error}
 * @param stateReason why there is none, in the state {@code error}
 */
public record ImageUsageReport(
        ImageUsageReportId reportId, ImageId imageId, String stateText, Optional<String> stateReason) {

    /**
     * Tells whether it is being made.
     *
     * @return whether its state is {@code pending}
     */
    public boolean isPending() {
        return stateText.equals("pending");
    }

    /**
     * Tells whether it can be read.
     *
     * @return whether its state is {@code available}
     */
    public boolean isAvailable() {
        return stateText.equals("available");
    }
}
