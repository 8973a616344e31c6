package dev.amis.spi;

import dev.amis.model.ImageId;

/**
 * Deregistering an image.
 *
 * @param imageId the image
 * @param deleteAssociatedSnapshots whether EC2 shall delete its snapshots too, those excepted that another image needs
 */
public record DeregisterImageRequest(ImageId imageId, boolean deleteAssociatedSnapshots) {}
