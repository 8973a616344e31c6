package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.InstanceType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A question for types of instances. Without types it is about all of them. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class DescribeInstanceTypesRequest implements WithDescribeInstanceTypesRequest {

    DescribeInstanceTypesRequest() {}

    /**
     * Which types.
     *
     * @return at most 100; none stands for all
     */
    public abstract List<InstanceType> instanceTypes();

    /**
     * What EC2 shall filter by.
     *
     * @return the filters, all of which must match
     */
    public abstract List<Filter> filters();

    /**
     * How many items a page may hold.
     *
     * @return from 5 to 100; nothing leaves it to EC2
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
        if (instanceTypes().size() > 100) {
            throw new IllegalArgumentException(
                    "instanceTypes has " + instanceTypes().size() + " entries, but at most 100 are allowed");
        }
        if (!instanceTypes().isEmpty() && maxResults().isPresent()) {
            throw new IllegalArgumentException("maxResults cannot be combined with instanceTypes");
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

    /** Builds {@link DescribeInstanceTypesRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableDescribeInstanceTypesRequest.Builder {
        Builder() {}
    }
}
