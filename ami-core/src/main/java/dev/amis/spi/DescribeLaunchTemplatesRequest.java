package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.LaunchTemplateId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A question for launch templates. Without ids and names it is about all of them. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class DescribeLaunchTemplatesRequest implements WithDescribeLaunchTemplatesRequest {

    DescribeLaunchTemplatesRequest() {}

    /**
     * Which templates, by id.
     *
     * @return the ids
     */
    public abstract List<LaunchTemplateId> launchTemplateIds();

    /**
     * Which templates, by name.
     *
     * @return the names, none if ids are named
     */
    public abstract List<String> launchTemplateNames();

    /**
     * What EC2 shall filter by.
     *
     * @return the filters, all of which must match
     */
    public abstract List<Filter> filters();

    /**
     * How many items a page may hold.
     *
     * @return from 1 to 200; nothing leaves it to EC2
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
        if (!launchTemplateIds().isEmpty() && !launchTemplateNames().isEmpty()) {
            throw new IllegalArgumentException("launchTemplateNames cannot be combined with launchTemplateIds");
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

    /** Builds {@link DescribeLaunchTemplatesRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableDescribeLaunchTemplatesRequest.Builder {
        Builder() {}
    }
}
