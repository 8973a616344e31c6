package dev.amis.spi;

import dev.amis.model.ImageId;
import dev.amis.model.Region;
import java.util.List;

/**
 * A build of EC2 Image Builder.
 *
 * @param arn the ARN of the build
 * @param outputs the images that it made; none while it is not done
 */
public record BuiltImage(String arn, List<Output> outputs) {

    /**
     * An image that a build made.
     *
     * @param region the Region it was made in or copied to
     * @param imageId the image
     */
    public record Output(Region region, ImageId imageId) {}

    /** Makes a value of a copy. */
    public BuiltImage {
        outputs = List.copyOf(outputs);
    }
}
