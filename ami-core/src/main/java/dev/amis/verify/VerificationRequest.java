package dev.amis.verify;

import dev.amis.internal.RequestDigest;
import dev.amis.internal.style.AmisStyle;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceType;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** What {@link VerifyImage} is asked to do. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class VerificationRequest implements WithVerificationRequest {

    private static final int MOST_INSTANCES = 50;

    VerificationRequest() {}

    /**
     * The image.
     *
     * @return its id
     */
    public abstract ImageId imageId();

    /**
     * Where it is, and is tested.
     *
     * @return the Region
     */
    public abstract Region region();

    /**
     * The types that it is tested on.
     *
     * @return the types, each of which is tried in each subnet; none leaves it to EC2
     */
    public abstract List<InstanceType> instanceTypes();

    /**
     * The subnets that it is tested in.
     *
     * @return their ids; none stands for one of the default network
     */
    public abstract List<String> subnetIds();

    /**
     * The security groups of the test instances.
     *
     * @return their ids; none stands for the network's default
     */
    public abstract List<String> securityGroupIds();

    /**
     * The instance profile of the test instances. Checks need one that lets the agent of Systems Manager in, unless the account
     * does so by itself.
     *
     * @return its name or ARN
     */
    public abstract Optional<String> iamInstanceProfile();

    /**
     * What the test instances run when they start.
     *
     * @return plain text
     */
    public abstract Optional<String> userData();

    /**
     * What is tried on every instance that is up, one after the other.
     *
     * @return the checks; their names differ
     */
    public abstract List<ImageCheck> checks();

    /**
     * How long all of it may take.
     *
     * @return by default 30 minutes
     */
    @Value.Default
    public Duration within() {
        return Duration.ofMinutes(30);
    }

    /**
     * What tells this verification from another of the same image.
     *
     * @return by default empty
     */
    @Value.Default
    public String run() {
        return "";
    }

    /**
     * The id by which the test instances are tagged: the same for the same request.
     *
     * @return 32 hexadecimal digits
     */
    public String id() {
        RequestDigest digest = RequestDigest.of("verify")
                .with("image", imageId())
                .with("region", region())
                .with("run", run())
                .with("profile", iamInstanceProfile())
                .with("userData", userData());
        instanceTypes().forEach(type -> digest.with("type", type));
        subnetIds().forEach(subnet -> digest.with("subnet", subnet));
        securityGroupIds().forEach(group -> digest.with("group", group));
        checks().forEach(check -> digest.with("check", check.name()).with("command", check.command()));
        return digest.hex();
    }

    /**
     * The tag of the image once it has passed this, as {@link Verification#tag()} gives it.
     *
     * @return the tag
     */
    public Tags tag() {
        return Verification.tag(id(), region(), imageId());
    }

    @Value.Check
    void check() {
        int instances =
                Math.max(1, instanceTypes().size()) * Math.max(1, subnetIds().size());
        if (instances > MOST_INSTANCES) {
            throw new IllegalArgumentException("instanceTypes times subnetIds is " + instances + ", but at most "
                    + MOST_INSTANCES + " test instances are allowed");
        }
        distinct("instanceTypes", instanceTypes());
        distinct("subnetIds", subnetIds());
        distinct("checks", checks().stream().map(ImageCheck::name).toList());
        if (within().isNegative() || within().isZero()) {
            throw new IllegalArgumentException("within is " + within() + ", but must be positive");
        }
    }

    private static void distinct(String field, List<?> values) {
        Set<Object> seen = new HashSet<>();
        for (Object value : values) {
            if (!seen.add(value)) {
                throw new IllegalArgumentException(field + " has '" + value + "' twice, but only once is allowed");
            }
        }
    }

    /** What is tested where; neither user data nor commands. */
    @Override
    public String toString() {
        return "verify " + imageId() + " in " + region() + " on "
                + (instanceTypes().isEmpty() ? "EC2's default type" : instanceTypes()) + " in "
                + (subnetIds().isEmpty() ? "the default network" : subnetIds()) + " with checks " + checks();
    }

    /**
     * Starts a request.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link VerificationRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableVerificationRequest.Builder {
        Builder() {}
    }
}
