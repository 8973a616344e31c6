package dev.amis.cleanup;

import dev.amis.error.AmiException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.model.Image;
import dev.amis.model.LaunchPermission;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import dev.amis.spi.ImageAttributePort;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps images that others may launch. It takes a call for each image, so it is asked only where nothing else keeps one. */
final class Sharing implements KeepTest {

    private final ImageAttributePort port;

    Sharing(ImageAttributePort port) {
        this.port = port;
    }

    @Override
    public @Nullable Reason keeps(Image image) {
        try {
            Set<LaunchPermission> others = port.describeLaunchPermissions(image.imageId());
            return others.isEmpty() ? null : new Reason(Kind.SHARED, "shared with " + others.size() + " others");
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException e) {
            return new Reason(Kind.USE_UNKNOWN, "possibly shared with others, not read: " + e.getMessage());
        }
    }
}
