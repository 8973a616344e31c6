package dev.amis.model;

import java.util.EnumSet;
import java.util.Set;

/**
 * What can be done to an image, and the states in which EC2 lets it be done.
 *
 * <p>Where EC2's documents leave a state open, the stricter reading stands. Source: EC2 User Guide, "Amazon EC2 AMI
 * lifecycle", "Disable an Amazon EC2 AMI", "Deregister an Amazon EC2 AMI".
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets are never handed out
public enum ImageOperation {
    /** {@code RunInstances}. */
    LAUNCH(ImageState.AVAILABLE),
    /** {@code CopyImage}, as the source. */
    COPY(ImageState.AVAILABLE),
    /** {@code ModifyImageAttribute} of the launch permissions. */
    SHARE(ImageState.AVAILABLE),
    /** {@code ModifyImageAttribute} of the description or the IMDS support. */
    MODIFY(ImageState.AVAILABLE),
    /** {@code EnableImageDeprecation} and {@code DisableImageDeprecation}. */
    DEPRECATE(ImageState.AVAILABLE, ImageState.DISABLED),
    /** {@code EnableImageDeregistrationProtection} and its opposite. */
    PROTECT(ImageState.AVAILABLE, ImageState.DISABLED),
    /** {@code DisableImage}. */
    DISABLE(ImageState.AVAILABLE),
    /** {@code EnableImage}. */
    ENABLE(ImageState.DISABLED),
    /** {@code DeregisterImage}; of a pending image it cancels the making. */
    DEREGISTER(ImageState.PENDING, ImageState.AVAILABLE, ImageState.DISABLED, ImageState.FAILED),
    /** {@code CreateTags} and {@code DeleteTags}. */
    TAG(ImageState.PENDING, ImageState.AVAILABLE, ImageState.DISABLED, ImageState.FAILED);

    private final Set<ImageState> states;

    ImageOperation(ImageState first, ImageState... more) {
        this.states = EnumSet.of(first, more);
    }

    /**
     * Tells whether an image in a state can undergo this.
     *
     * @param state the image's state
     * @return whether EC2 allows it
     */
    public boolean allowedIn(ImageState state) {
        return states.contains(state);
    }
}
