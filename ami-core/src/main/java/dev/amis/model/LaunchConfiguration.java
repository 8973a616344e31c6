package dev.amis.model;

import dev.amis.internal.style.AmisStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A launch configuration of Auto Scaling, as far as images are concerned with it. It cannot be changed, only replaced.
 *
 * <p>Source: Auto Scaling API Reference, LaunchConfiguration.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class LaunchConfiguration implements WithLaunchConfiguration {

    LaunchConfiguration() {}

    /**
     * The name of the launch configuration.
     *
     * @return the name, unique for the account in the Region
     */
    public abstract String name();

    /**
     * The ARN of the launch configuration.
     *
     * @return the ARN
     */
    public abstract Optional<String> arn();

    /**
     * The Region of the launch configuration.
     *
     * @return the Region
     */
    public abstract Region region();

    /**
     * The image that is launched; it may be gone.
     *
     * @return the id
     */
    public abstract ImageId imageId();

    /**
     * The type of the instances.
     *
     * @return the type
     */
    public abstract Optional<InstanceType> instanceType();

    /**
     * The volumes that the launch configuration adds or changes.
     *
     * @return the mappings
     */
    public abstract List<BlockDeviceMapping> blockDeviceMappings();

    /**
     * When the launch configuration was made.
     *
     * @return the instant
     */
    public abstract Optional<Instant> createdTime();

    @Value.Check
    void check() {
        Checks.notBlank("name of the launch configuration", name());
    }

    /**
     * The launch configuration as one line for people.
     *
     * @return name, image and Region
     */
    @Override
    public String toString() {
        return name() + " (" + imageId() + ", " + region() + ")";
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link LaunchConfiguration} values; each attribute can be set once. */
    public static final class Builder extends ImmutableLaunchConfiguration.Builder {
        Builder() {}
    }
}
