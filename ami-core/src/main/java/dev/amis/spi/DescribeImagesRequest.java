package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.ImageId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A question for images. It must name ids, owners or those who may launch: without any of them EC2 would answer tens of
 * thousands of public images, and an empty list of ids must never come to mean all of them.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class DescribeImagesRequest implements WithDescribeImagesRequest {

    DescribeImagesRequest() {}

    /**
     * Whose images.
     *
     * @return the owners, of which one must match
     */
    public abstract List<ImageOwner> owners();

    /**
     * Who may launch them: an account number, {@code self} or {@code all}.
     *
     * @return the users
     */
    public abstract List<String> executableUsers();

    /**
     * Which images.
     *
     * @return the ids; EC2 refuses the whole question if one is unknown to it
     */
    public abstract List<ImageId> imageIds();

    /**
     * What EC2 shall filter by, at most 50.
     *
     * @return the filters, all of which must match
     */
    public abstract List<Filter> filters();

    /**
     * Whether to answer deprecated images of other accounts as well; own ones always are.
     *
     * @return false
     */
    @Value.Default
    public boolean includeDeprecated() {
        return false;
    }

    /**
     * Whether to answer disabled images as well.
     *
     * @return false
     */
    @Value.Default
    public boolean includeDisabled() {
        return false;
    }

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
        if (owners().isEmpty() && executableUsers().isEmpty() && imageIds().isEmpty()) {
            throw new IllegalArgumentException("a question for images must name imageIds, owners or executableUsers");
        }
        if (!imageIds().isEmpty() && maxResults().isPresent()) {
            throw new IllegalArgumentException("maxResults cannot be combined with imageIds");
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

    /** Builds {@link DescribeImagesRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableDescribeImagesRequest.Builder {
        Builder() {}
    }
}
