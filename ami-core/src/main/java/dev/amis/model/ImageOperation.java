package dev.amis.model;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be done to an image, and the states in which EC2 lets it be done.
 *
 * <p>Where EC2's documents leave a state open, the stricter reading stands; only protection may be lifted from a disabled
 * image, since it stays in force there and would else bar the way to deregistering it. Source: EC2 User Guide, "Amazon EC2
 * AMI lifecycle", "Disable an Amazon EC2 AMI", "Deregister an Amazon EC2 AMI".
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets are never handed out
public enum ImageOperation {
    /** {@code RunInstances}. */
    LAUNCH("launching", ImageState.AVAILABLE),
    /** {@code CopyImage}, as the source. */
    COPY("copying", ImageState.AVAILABLE),
    /** {@code ModifyImageAttribute} of the launch permissions. */
    SHARE("sharing", ImageState.AVAILABLE),
    /** {@code ModifyImageAttribute} of the description or the IMDS support. */
    MODIFY("modifying", ImageState.AVAILABLE),
    /** {@code EnableImageDeprecation} and {@code DisableImageDeprecation}. */
    DEPRECATE("deprecating", ImageState.AVAILABLE),
    /** {@code EnableImageDeregistrationProtection} and its opposite. */
    PROTECT("protecting", ImageState.AVAILABLE, ImageState.DISABLED),
    /** {@code DisableImage}. */
    DISABLE("disabling", ImageState.AVAILABLE),
    /** {@code EnableImage}. */
    ENABLE("enabling", ImageState.DISABLED),
    /** {@code DeregisterImage}; of a pending image it cancels the making. */
    DEREGISTER("deregistering", ImageState.PENDING, ImageState.AVAILABLE, ImageState.DISABLED, ImageState.FAILED),
    /** {@code CreateTags} and {@code DeleteTags}. */
    TAG("tagging", ImageState.PENDING, ImageState.AVAILABLE, ImageState.DISABLED, ImageState.FAILED);

    private final String doing;
    private final Set<ImageState> states;

    ImageOperation(String doing, ImageState first, ImageState... more) {
        this.doing = doing;
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

    /** The sentence behind {@link Image#whyNot(ImageOperation)}. */
    Optional<String> whyNot(Image image) {
        if (allowedIn(image.state())) {
            return Optional.empty();
        }
        String needed = states.stream().map(ImageState::text).collect(Collectors.joining(" or "));
        String why = image.stateReason().map(reason -> " (" + reason + ")").orElse("");
        return Optional.of(
                image.imageId() + " is " + image.stateText() + why + ", but " + doing + " needs it to be " + needed);
    }
}
