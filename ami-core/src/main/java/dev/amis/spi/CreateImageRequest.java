package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.BlockDeviceContext;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BlockDeviceRules;
import dev.amis.model.ImageName;
import dev.amis.model.InstanceId;
import dev.amis.model.Tags;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Making an image of an instance. EC2 takes no client token for it: after a lost answer the name tells whether it happened.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class CreateImageRequest implements WithCreateImageRequest {

    CreateImageRequest() {}

    /**
     * The instance, running or stopped, with an EBS root volume.
     *
     * @return its id
     */
    public abstract InstanceId instanceId();

    /**
     * The name of the image to be.
     *
     * @return the name
     */
    public abstract ImageName name();

    /**
     * The description.
     *
     * @return up to 255 characters
     */
    public abstract Optional<String> description();

    /**
     * Whether to leave the instance running; its file systems are then only as whole as after a crash.
     *
     * @return false, as EC2: the instance is rebooted
     */
    @Value.Default
    public boolean noReboot() {
        return false;
    }

    /**
     * Volumes to add, change or leave out.
     *
     * @return the mappings, which keep {@link BlockDeviceRules} as far as they can be judged without the instance
     */
    public abstract List<BlockDeviceMapping> blockDeviceMappings();

    /**
     * The tags of the image to be.
     *
     * @return the tags
     */
    @Value.Default
    public Tags imageTags() {
        return Tags.none();
    }

    /**
     * The tags of each of its snapshots.
     *
     * @return the tags
     */
    @Value.Default
    public Tags snapshotTags() {
        return Tags.none();
    }

    @Value.Check
    void check() {
        RequestChecks.description(description());
        RequestChecks.tags(imageTags());
        RequestChecks.tags(snapshotTags());
        BlockDeviceRules.check(BlockDeviceContext.of(BlockDeviceContext.Operation.CREATE_IMAGE), blockDeviceMappings());
    }

    /**
     * Starts a request.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link CreateImageRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableCreateImageRequest.Builder {
        Builder() {}
    }
}
