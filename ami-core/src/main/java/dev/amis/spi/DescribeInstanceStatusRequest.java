package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.InstanceId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A question for the status of instances. Without ids it is about all of them. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class DescribeInstanceStatusRequest implements WithDescribeInstanceStatusRequest {

    DescribeInstanceStatusRequest() {}

    /**
     * Which instances.
     *
     * @return at most 100 ids; none stands for all
     */
    public abstract List<InstanceId> instanceIds();

    /**
     * What EC2 shall filter by, for example {@code instance-state-name}.
     *
     * @return the filters, all of which must match
     */
    public abstract List<Filter> filters();

    /**
     * Whether instances that do not run shall be answered too.
     *
     * @return false, as EC2
     */
    @Value.Default
    public boolean includeAllInstances() {
        return false;
    }

    /**
     * How many items a page may hold.
     *
     * @return the size of a page; nothing leaves it to EC2
     */
    public abstract OptionalInt maxResults();

    /**
     * The page to go on with.
     *
     * @return the token of the page before
     */
    public abstract Optional<String> nextToken();

    @Value.Check
    void check() {
        if (instanceIds().size() > 100) {
            throw new IllegalArgumentException(
                    "instanceIds has " + instanceIds().size() + " entries, but at most 100 are allowed");
        }
        if (!instanceIds().isEmpty() && maxResults().isPresent()) {
            throw new IllegalArgumentException("maxResults cannot be combined with instanceIds");
        }
        RequestChecks.filters(filters());
        RequestChecks.maxResults(maxResults());
    }

    /**
     * Starts a request.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link DescribeInstanceStatusRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableDescribeInstanceStatusRequest.Builder {
        Builder() {}
    }
}
