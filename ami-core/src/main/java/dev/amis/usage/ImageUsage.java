package dev.amis.usage;

import dev.amis.model.ImageId;
import dev.amis.model.Region;
import java.util.List;

/**
 * Who refers to one image.
 *
 * @param region the Region of the image
 * @param imageId the image
 * @param references what refers to it
 * @param unreadSources the sources that could not be read, so that more may refer to it
 */
public record ImageUsage(Region region, ImageId imageId, List<Reference> references, List<UnreadSource> unreadSources) {

    /** Makes a value of copies. */
    public ImageUsage {
        references = List.copyOf(references);
        unreadSources = List.copyOf(unreadSources);
    }

    /**
     * Whether something refers to the image.
     *
     * @return {@link UseStatus#UNUSED} only if every source was read
     */
    public UseStatus status() {
        if (!references.isEmpty()) {
            return UseStatus.USED;
        }
        return unreadSources.isEmpty() ? UseStatus.UNUSED : UseStatus.UNKNOWN;
    }
}
