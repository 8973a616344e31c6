package dev.amis.cleanup;

import dev.amis.model.Image;
import dev.amis.plan.Reason;
import org.jspecify.annotations.Nullable;

/** One thing that may keep an image; made once for a Region and asked for each image. */
interface KeepTest {

    /**
     * Why the image stays; null if this does not keep it. Images that stay for the same reason share it.
     *
     * @param place where it stands in its family; {@link Place#UNKNOWN} to tests that do not ask for it
     */
    @Nullable
    Reason keeps(Image image, Place place);
}
