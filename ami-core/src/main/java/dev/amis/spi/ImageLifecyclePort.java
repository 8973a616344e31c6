package dev.amis.spi;

import dev.amis.model.ImageId;
import java.time.Instant;

/**
 * The life of images of one Region: deprecation, disabling, protection. Owners only.
 */
public interface ImageLifecyclePort {

    /**
     * Calls {@code EnableImageDeprecation}; an earlier date is overwritten.
     *
     * @param imageId an own image
     * @param deprecateAt when, not in the past and within 10 years (public images: 2 years after creation); rounded to the minute
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     * @throws dev.amis.error.ConflictException if its state or something else stands in the way
     * @throws dev.amis.error.InvalidRequestException if the date is out of range
     */
    void enableImageDeprecation(ImageId imageId, Instant deprecateAt);

    /**
     * Calls {@code DisableImageDeprecation}: clears the date.
     *
     * @param imageId an own image
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     * @throws dev.amis.error.ConflictException if its state or something else stands in the way
     */
    void disableImageDeprecation(ImageId imageId);

    /**
     * Calls {@code DisableImage}. All launch permissions are lost for good.
     *
     * @param imageId an own image
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     * @throws dev.amis.error.ConflictException if its state or something else stands in the way
     */
    void disableImage(ImageId imageId);

    /**
     * Calls {@code EnableImage}. Launch permissions do not come back.
     *
     * @param imageId an own image
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     * @throws dev.amis.error.ConflictException if its state or something else stands in the way
     */
    void enableImage(ImageId imageId);

    /**
     * Calls {@code EnableImageDeregistrationProtection}.
     *
     * @param imageId an own image
     * @param withCooldown whether 24 hours shall pass after lifting it
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     * @throws dev.amis.error.ConflictException if its state or something else stands in the way
     */
    void enableImageDeregistrationProtection(ImageId imageId, boolean withCooldown);

    /**
     * Calls {@code DisableImageDeregistrationProtection}; with a cool-down the protection lasts 24 hours more.
     *
     * @param imageId an own image
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     * @throws dev.amis.error.ConflictException if its state or something else stands in the way
     */
    void disableImageDeregistrationProtection(ImageId imageId);
}
