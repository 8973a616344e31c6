package dev.amis.spi;

import dev.amis.model.ImageId;
import dev.amis.model.LaunchPermission;
import java.util.Set;

/**
 * Attributes of images of one Region: {@code DescribeImageAttribute}, {@code ModifyImageAttribute}, {@code ResetImageAttribute}, {@code CancelImageLaunchPermission}.
 */
public interface ImageAttributePort {

    /**
     * Calls {@code DescribeImageAttribute} for the launch permissions.
     *
     * @param imageId an own image
     * @return who may launch it beside the owner
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     * @throws dev.amis.error.AccessDeniedException if it belongs to somebody else
     */
    Set<LaunchPermission> describeLaunchPermissions(ImageId imageId);

    /**
     * Calls {@code ModifyImageAttribute} for the launch permissions.
     *
     * @param request what to change
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     * @throws dev.amis.error.ConflictException if its state or blocked public access stands in the way
     * @throws dev.amis.error.InvalidRequestException if a key or a product code forbids it
     */
    void modifyLaunchPermissions(ModifyLaunchPermissionsRequest request);

    /**
     * Calls {@code ResetImageAttribute}: the image becomes private.
     *
     * @param imageId an own image
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     */
    void resetLaunchPermissions(ImageId imageId);

    /**
     * Calls {@code CancelImageLaunchPermission}: gives up what was shared. It cannot be taken back from this side.
     *
     * @param imageId an image that another account shared with this one directly
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     */
    void cancelLaunchPermission(ImageId imageId);

    /**
     * Calls {@code ModifyImageAttribute} for the description.
     *
     * @param imageId an own image
     * @param description the new text, up to 255 characters
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     * @throws dev.amis.error.ConflictException if its state or something else stands in the way
     */
    void modifyDescription(ImageId imageId, String description);

    /**
     * Calls {@code ModifyImageAttribute} to set {@code imdsSupport} to {@code v2.0}. EC2 offers no way back.
     *
     * @param imageId an own image
     * @throws dev.amis.error.NotFoundException if there is no such resource, or it is not visible
     * @throws dev.amis.error.ConflictException if its state or something else stands in the way
     */
    void requireImdsV2(ImageId imageId);
}
