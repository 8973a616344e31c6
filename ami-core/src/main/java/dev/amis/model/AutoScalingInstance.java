package dev.amis.model;

import dev.amis.internal.style.AmisStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An instance as its Auto Scaling group knows it.
 *
 * <p>Source: Auto Scaling API Reference, Instance.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class AutoScalingInstance implements WithAutoScalingInstance {

    AutoScalingInstance() {}

    /**
     * The id of the instance.
     *
     * @return the id
     */
    public abstract InstanceId instanceId();

    /**
     * The type of the instance.
     *
     * @return the type
     */
    public abstract Optional<InstanceType> instanceType();

    /**
     * Where the instance is in its life in the group, in the words of Auto Scaling.
     *
     * @return for example {@code InService} or {@code Terminating:Wait}
     */
    public abstract String lifecycleState();

    /**
     * Whether the instance is in standby, or about to be: part of the group, but out of service.
     *
     * @return whether Auto Scaling says {@code Standby} or {@code EnteringStandby}
     */
    public boolean isInStandby() {
        return lifecycleState().equals("Standby") || lifecycleState().equals("EnteringStandby");
    }

    /**
     * Whether Auto Scaling must not terminate the instance to make the group smaller.
     *
     * @return false by default
     */
    @Value.Default
    public boolean protectedFromScaleIn() {
        return false;
    }

    /**
     * How the instance does, in the words of Auto Scaling.
     *
     * @return {@code Healthy} or {@code Unhealthy}
     */
    public abstract String healthStatus();

    /**
     * The version of the launch template that the instance was launched from.
     *
     * @return template and number
     */
    public abstract Optional<LaunchTemplateSpecification> launchTemplate();

    /**
     * The launch configuration that the instance was launched from.
     *
     * @return its name
     */
    public abstract Optional<String> launchConfigurationName();

    /**
     * The image of the root volume. Auto Scaling tells it of some instances only.
     *
     * @return the id
     */
    public abstract Optional<ImageId> imageId();

    /**
     * The instance as one line for people.
     *
     * @return id and states
     */
    @Override
    public String toString() {
        return instanceId() + " (" + lifecycleState() + ", " + healthStatus()
                + (protectedFromScaleIn() ? ", protected from scale in" : "") + ")";
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link AutoScalingInstance} values; each attribute can be set once. */
    public static final class Builder extends ImmutableAutoScalingInstance.Builder {
        Builder() {}
    }
}
