package dev.amis.rollout;

import dev.amis.internal.ImageAlias;
import dev.amis.internal.style.AmisStyle;
import dev.amis.model.ImageId;
import dev.amis.model.ParameterName;
import dev.amis.model.Region;
import dev.amis.spi.ParameterSelector;
import java.util.Optional;
import org.immutables.value.Value;

/** A parameter that says which image is the current one, as it was found. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class PointerTarget implements WithPointerTarget {

    PointerTarget() {}

    /**
     * The Region.
     *
     * @return the Region
     */
    public abstract Region region();

    /**
     * The parameter.
     *
     * @return its name
     */
    public abstract ParameterName parameter();

    /**
     * The image that it said.
     *
     * @return the id
     */
    public abstract ImageId image();

    /**
     * The image that is rolled out.
     *
     * @return the id
     */
    public abstract ImageId newImage();

    /** Whether a launch template means this parameter, whatever it says, and not one of its versions. */
    boolean isNamedBy(Optional<String> imageReference) {
        return imageReference
                .flatMap(ImageAlias::parameter)
                .filter(ParameterSelector.of(parameter())::equals)
                .isPresent();
    }

    /**
     * The parameter as one line for people.
     *
     * @return name, Region and images
     */
    @Override
    public String toString() {
        return parameter() + " in " + region() + ": " + image() + " -> " + newImage();
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link PointerTarget} values; each attribute can be set once. */
    public static final class Builder extends ImmutablePointerTarget.Builder {
        Builder() {}
    }
}
