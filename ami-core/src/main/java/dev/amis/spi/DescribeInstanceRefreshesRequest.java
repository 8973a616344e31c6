package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A question for instance refreshes of an Auto Scaling group. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class DescribeInstanceRefreshesRequest implements WithDescribeInstanceRefreshesRequest {

    DescribeInstanceRefreshesRequest() {}

    /**
     * The group.
     *
     * @return its name
     */
    public abstract String name();

    /**
     * Which refreshes.
     *
     * @return their ids; none stands for all of the group
     */
    public abstract List<String> instanceRefreshIds();

    /**
     * How many refreshes a page may hold, from 1 to 100.
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
        RequestChecks.maxRecords(maxRecords());
    }

    /**
     * Asks for the first page of all refreshes of a group.
     *
     * @param name the group
     * @return the request
     */
    public static DescribeInstanceRefreshesRequest of(String name) {
        return builder().name(name).build();
    }

    /**
     * Starts a request.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link DescribeInstanceRefreshesRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableDescribeInstanceRefreshesRequest.Builder {
        Builder() {}
    }
}
