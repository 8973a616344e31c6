package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A question for Auto Scaling groups, by default for all. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class DescribeAutoScalingGroupsRequest implements WithDescribeAutoScalingGroupsRequest {

    DescribeAutoScalingGroupsRequest() {}

    /**
     * Which groups.
     *
     * @return the names; none stands for all groups
     */
    public abstract List<String> names();

    /**
     * What Auto Scaling shall filter by: {@code tag-key}, {@code tag-value} and {@code tag:KEY}. Values are compared as they
     * are, {@code *} stands for itself.
     *
     * @return the filters, all of which must match
     */
    public abstract List<Filter> filters();

    /**
     * How many groups a page may hold, from 1 to 100.
     *
     * @return the size of a page; nothing leaves it to Auto Scaling, which then takes 50
     */
    public abstract OptionalInt maxRecords();

    /**
     * The page to go on with.
     *
     * @return the token of the page before
     */
    public abstract Optional<String> nextToken();

    @Value.Check
    void check() {
        RequestChecks.filters(filters());
        RequestChecks.maxRecords(maxRecords());
    }

    /**
     * Starts a request.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link DescribeAutoScalingGroupsRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableDescribeAutoScalingGroupsRequest.Builder {
        Builder() {}
    }
}
