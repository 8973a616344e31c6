package dev.amis.testing.tasks;

import dev.amis.error.AmiException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import dev.amis.testing.InstanceSpec;

/**
 * What somebody does to an image on some day of its retirement.
 *
 * @param kind what
 * @param day when, in days since the first plan
 * @param target to which image, modulo the number of those that are there
 */
record Intervention(Kind kind, int day, int target) {

    /** What somebody can do. */
    enum Kind {
        /** Runs an instance, which stays. */
        RUN,
        /** Runs an instance and terminates it at once. */
        RUN_BRIEFLY,
        /** Puts it into a launch template. */
        TEMPLATE,
        /** Protects it. */
        PROTECT,
        /** Cancels its deprecation. */
        UNDEPRECATE,
        /** Enables it. */
        ENABLE,
        /** Disables it by hand; the tag that told of an earlier time is not there any more. */
        DISABLE
    }

    /** Does it; what EC2 refuses is not done. */
    boolean happensTo(InMemoryAws aws, Image image) {
        Region where = image.region();
        InMemoryRegion region = aws.in(where);
        ImageId id = image.imageId();
        try {
            switch (kind) {
                case RUN -> region.runInstance(InstanceSpec.of(id));
                case RUN_BRIEFLY -> aws.terminateInstance(region.runInstance(InstanceSpec.of(id)));
                case TEMPLATE -> region.putLaunchTemplateVersion("intervention-" + id, id.value());
                case PROTECT -> region.imageLifecycle().enableImageDeregistrationProtection(id, false);
                case UNDEPRECATE -> region.imageLifecycle().disableImageDeprecation(id);
                case ENABLE -> region.imageLifecycle().enableImage(id);
                case DISABLE -> {
                    return disable(region, image);
                }
            }
            return true;
        } catch (AmiException refused) {
            return false;
        }
    }

    private static boolean disable(InMemoryRegion region, Image image) {
        boolean byHandOnly =
                image.state() == ImageState.AVAILABLE && !image.tags().contains("amis:disabled-at");
        if (byHandOnly) {
            region.imageLifecycle().disableImage(image.imageId());
        }
        return byHandOnly;
    }
}
