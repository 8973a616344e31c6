package dev.amis.model;

import dev.amis.internal.style.AmisStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An instance, as far as images are concerned with it.
 *
 * <p>Source: EC2 API Reference, Instance.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class Instance implements WithInstance {

    Instance() {}

    /**
     * The id of the instance.
     *
     * @return the id
     */
    public abstract InstanceId instanceId();

    /**
     * The Region that the instance runs in.
     *
     * @return the Region
     */
    public abstract Region region();

    /**
     * The account that owns the instance.
     *
     * @return the owner
     */
    public abstract AccountId ownerId();

    /**
     * The image that the instance was launched from; the image itself may be gone.
     *
     * @return the id
     */
    public abstract ImageId imageId();

    /**
     * The state.
     *
     * @return the state, {@link InstanceState#UNKNOWN} for a word this version does not know
     */
    @Value.Derived
    public InstanceState state() {
        return InstanceState.parse(stateText());
    }

    /**
     * EC2's word for the state.
     *
     * @return for example {@code running}
     */
    public abstract String stateText();

    /**
     * The type of the instance.
     *
     * @return for example {@code m7g.large}
     */
    public abstract InstanceType instanceType();

    /**
     * The processor architecture.
     *
     * @return the architecture
     */
    public abstract Optional<Architecture> architecture();

    /**
     * How the instance is virtualized.
     *
     * @return {@code hvm} for all but very old instances
     */
    public abstract Optional<VirtualizationType> virtualizationType();

    /**
     * The platform.
     *
     * @return {@code windows}, or nothing for everything else
     */
    public abstract Optional<Platform> platform();

    /**
     * When the instance was last started.
     *
     * @return the instant
     */
    public abstract Optional<Instant> launchTime();

    /**
     * What the root device is kept on.
     *
     * @return {@code ebs} or {@code instance-store}
     */
    @Value.Default
    public DeviceType rootDeviceType() {
        return DeviceType.EBS;
    }

    /**
     * The name of the root device.
     *
     * @return for example {@code /dev/xvda}
     */
    public abstract Optional<String> rootDeviceName();

    /**
     * The EBS volumes attached to the instance.
     *
     * @return device names and volumes
     */
    public abstract List<AttachedVolume> volumes();

    /**
     * Why the instance is in its state, where EC2 says so: it could not be launched, or somebody shut it down.
     *
     * @return code and message
     */
    public abstract Optional<StateReason> stateReason();

    /**
     * The subnet that it is in.
     *
     * @return for example {@code subnet-0abcdef1234567890}
     */
    public abstract Optional<String> subnetId();

    /**
     * The token of the request that launched it, which no tag that is copied can carry along.
     *
     * @return the token; nothing if the request had none
     */
    public abstract Optional<String> clientToken();

    /**
     * The tags.
     *
     * @return the tags
     */
    @Value.Default
    public Tags tags() {
        return Tags.none();
    }

    /**
     * The instance as one line for people; no tag values.
     *
     * @return id, state, type and Region
     */
    @Override
    public String toString() {
        return instanceId() + " (" + stateText() + ", " + instanceType() + ", " + region() + ")";
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Instance} values; each attribute can be set once. */
    public static final class Builder extends ImmutableInstance.Builder {
        Builder() {}

        /**
         * Sets the state by its constant instead of EC2's word.
         *
         * @param state the state
         * @return this builder
         */
        public Builder state(InstanceState state) {
            stateText(state.text());
            return this;
        }
    }
}
