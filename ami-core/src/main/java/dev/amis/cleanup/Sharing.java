package dev.amis.cleanup;

import dev.amis.error.AmiException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchPermission;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import dev.amis.spi.RegionalProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps images that others may launch. It takes a call for each image, so it is asked once, and only where nothing else
 * decides.
 */
final class Sharing implements KeepTest {

    private final RegionalProvider ec2;
    private final Map<ImageId, Optional<Reason>> asked = new HashMap<>();

    Sharing(RegionalProvider ec2) {
        this.ec2 = ec2;
    }

    @Override
    public @Nullable Reason keeps(Image image, Place place) {
        return asked.computeIfAbsent(image.imageId(), this::ask).orElse(null);
    }

    /** Whether it was asked about an image, and nobody else may launch it. */
    boolean isKnownAsUnshared(ImageId imageId) {
        Optional<Reason> answer = asked.get(imageId);
        return answer != null && answer.isEmpty();
    }

    private Optional<Reason> ask(ImageId imageId) {
        try {
            Set<LaunchPermission> others = ec2.imageAttributes().describeLaunchPermissions(imageId);
            return others.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Reason(Kind.SHARED, "shared with " + others.size() + " others"));
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException e) {
            return Optional.of(
                    new Reason(Kind.USE_UNKNOWN, "possibly shared with others, not read: " + e.getMessage()));
        }
    }
}
