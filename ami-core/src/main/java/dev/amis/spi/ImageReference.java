package dev.amis.spi;

import dev.amis.model.ImageId;

/**
 * A resource that refers to an image, as EC2 tells it.
 *
 * @param imageId the image
 * @param resourceType for example {@code ec2:Instance}
 * @param arn the ARN of the resource
 */
public record ImageReference(ImageId imageId, String resourceType, String arn) {}
