package dev.amis.internal;

import dev.amis.error.NotFoundException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Optional;

/** Finds one image by its id, deprecated or disabled as well. */
public final class ImageLookup {

    private ImageLookup() {}

    /**
     * Asks for an image.
     *
     * @param region the account in the image's Region
     * @param imageId the image
     * @return the image; nothing if EC2 does not know it or does not show it
     */
    public static Optional<Image> find(RegionalProvider region, ImageId imageId) {
        try {
            List<Image> found = Pages.all(
                    "DescribeImages",
                    token -> region.images()
                            .describeImages(DescribeImagesRequest.builder()
                                    .addImageId(imageId)
                                    .includeDeprecated(true)
                                    .includeDisabled(true)
                                    .nextToken(token)
                                    .build()));
            return found.stream().findFirst();
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }
}
