package dev.amis.spi;

import dev.amis.model.ImageId;
import dev.amis.model.LaunchPermission;
import java.util.Set;

/**
 * Changing who may launch an image. Adding what is there and removing what is not changes nothing.
 *
 * @param imageId the image
 * @param add who may from now on
 * @param remove who may no longer
 */
public record ModifyLaunchPermissionsRequest(ImageId imageId, Set<LaunchPermission> add, Set<LaunchPermission> remove) {

    /**
     * Makes a request of copies of the sets.
     *
     * @throws IllegalArgumentException if nothing is to be changed, or somebody is to be both added and removed
     */
    public ModifyLaunchPermissionsRequest {
        add = RequestChecks.ordered(add);
        remove = RequestChecks.ordered(remove);
        RequestChecks.change("launch permission", add, remove);
    }
}
