package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.InstanceId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A question for the account's instances; without ids it is about all of them.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class DescribeInstancesRequest implements WithDescribeInstancesRequest {

    DescribeInstancesRequest() {}

    /**
     * Which instances.
     *
     * @return the ids; none stands for all
     */
    public abstract List<InstanceId> instanceIds();

    /**
     * What EC2 shall filter by, for example {@code image-id}.
     *
     * @return the filters, all of which must match
     */
    public abstract List<Filter> filters();

    /**
     * How many items a page may hold.
     *
     * @return the size of a page; nothing leaves it to EC2, which then answers everything at once
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

    /** Builds {@link DescribeInstancesRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableDescribeInstancesRequest.Builder {
        Builder() {}
    }
}
