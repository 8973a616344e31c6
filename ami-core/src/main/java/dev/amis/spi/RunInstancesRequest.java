package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.BlockDeviceContext;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.BlockDeviceRules;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.Tags;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Launching instances, of an image or from a launch template, whose parameters those named here go before. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class RunInstancesRequest implements WithRunInstancesRequest {

    RunInstancesRequest() {}

    /**
     * The image.
     *
     * @return its id; nothing only where a template names one
     */
    public abstract Optional<ImageId> imageId();

    /**
     * The template to launch from.
     *
     * @return template and version
     */
    public abstract Optional<LaunchTemplateSpecification> launchTemplate();

    /**
     * The type.
     *
     * @return the type; nothing leaves it to the template, or to EC2, which takes an old small one
     */
    public abstract Optional<InstanceType> instanceType();

    /**
     * The subnet.
     *
     * @return for example {@code subnet-0abcdef1234567890}; nothing stands for one of the default network
     */
    public abstract Optional<String> subnetId();

    /**
     * The security groups.
     *
     * @return their ids; none stands for the network's default
     */
    public abstract List<String> securityGroupIds();

    /**
     * The key pair.
     *
     * @return its name
     */
    public abstract Optional<String> keyName();

    /**
     * The instance profile, which gives the instance a role.
     *
     * @return its name or ARN
     */
    public abstract Optional<String> iamInstanceProfile();

    /**
     * What the instance runs when it starts for the first time.
     *
     * @return plain text; the provider encodes it
     */
    public abstract Optional<String> userData();

    /**
     * Volumes to add or change.
     *
     * @return the mappings
     */
    public abstract List<BlockDeviceMapping> blockDeviceMappings();

    /**
     * The fewest instances that are of use: with fewer EC2 launches none.
     *
     * @return at least 1
     */
    @Value.Default
    public int minCount() {
        return 1;
    }

    /**
     * How many instances are wanted.
     *
     * @return at least {@link #minCount()}
     */
    @Value.Default
    public int maxCount() {
        return minCount();
    }

    /**
     * Whether an instance that shuts itself down is terminated rather than stopped.
     *
     * @return false, as EC2
     */
    @Value.Default
    public boolean terminateOnShutdown() {
        return false;
    }

    /**
     * The tags of each instance.
     *
     * @return the tags
     */
    @Value.Default
    public Tags tags() {
        return Tags.none();
    }

    /**
     * The token that makes the request the same if it is sent twice.
     *
     * @return up to 64 ASCII characters
     */
    public abstract Optional<String> clientToken();

    @Value.Check
    void check() {
        if (imageId().isEmpty() && launchTemplate().isEmpty()) {
            throw new IllegalArgumentException("neither imageId nor launchTemplate is set, but one must be");
        }
        if (minCount() < 1 || maxCount() < minCount() || maxCount() > 1_000) {
            throw new IllegalArgumentException("minCount is " + minCount() + " and maxCount " + maxCount()
                    + ", but must be from 1 to 1000, and minCount not the greater");
        }
        clientToken().ifPresent(RequestChecks::clientToken);
        RequestChecks.tags(tags());
        BlockDeviceRules.check(
                BlockDeviceContext.of(BlockDeviceContext.Operation.RUN_INSTANCES), blockDeviceMappings());
    }

    /** What is launched, and how many; neither user data nor tag values. */
    @Override
    public String toString() {
        String what = imageId()
                .map(Object::toString)
                .or(() -> launchTemplate().map(Object::toString))
                .orElse("");
        return maxCount() + " of " + what
                + instanceType().map(type -> " as " + type).orElse("");
    }

    /**
     * Starts a request.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link RunInstancesRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableRunInstancesRequest.Builder {
        Builder() {}
    }
}
