package dev.amis.spi;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import java.util.List;

/**
 * Images of one Region: {@code DescribeImages}, {@code CreateImage}, {@code RegisterImage}, {@code CopyImage}, {@code DeregisterImage}.
 */
public interface ImagePort {

    /**
     * Calls {@code DescribeImages} once.
     *
     * @param request which images, and which page
     * @return one page, in no particular order
     * @throws dev.amis.error.NotFoundException if an id was named that is not there
     */
    Page<Image> describeImages(DescribeImagesRequest request);

    /**
     * Calls {@code CreateImage}. The answer comes at once, the image is pending.
     *
     * @param request what to make
     * @return the id of the image to be
     * @throws dev.amis.error.ConflictException if the name is taken
     * @throws dev.amis.error.InvalidRequestException if EC2 refuses it
     * @throws dev.amis.error.OutcomeUnknownException if the answer was lost
     */
    ImageId createImage(CreateImageRequest request);

    /**
     * Calls {@code RegisterImage}. The answer comes at once, the image may be pending.
     *
     * @param request what to make
     * @return the id of the image to be
     * @throws dev.amis.error.ConflictException if the name is taken
     * @throws dev.amis.error.InvalidRequestException if EC2 refuses it
     * @throws dev.amis.error.OutcomeUnknownException if the answer was lost
     */
    ImageId registerImage(RegisterImageRequest request);

    /**
     * Calls {@code CopyImage} in this Region, the destination. The answer comes at once, the copy is pending.
     *
     * @param request what to copy
     * @return the id of the copy to be; the same for a repeated token
     * @throws dev.amis.error.ConflictException if the name is taken, or the token belongs to another request
     * @throws dev.amis.error.InvalidRequestException if EC2 refuses it
     * @throws dev.amis.error.OutcomeUnknownException if the answer was lost
     */
    ImageId copyImage(CopyImageRequest request);

    /**
     * Calls {@code DeregisterImage}. Who refers to the image is not looked at.
     *
     * @param request which image
     * @return what became of each snapshot, empty if they were not to be deleted
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     * @throws dev.amis.error.ConflictException if the image is protected, or gone already
     * @throws dev.amis.error.AccessDeniedException if it belongs to somebody else
     */
    List<SnapshotDeletion> deregisterImage(DeregisterImageRequest request);
}
