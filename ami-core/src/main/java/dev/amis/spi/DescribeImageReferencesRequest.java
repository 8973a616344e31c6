package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.ImageId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.immutables.value.Value;

/** A question for who refers to some images. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class DescribeImageReferencesRequest implements WithDescribeImageReferencesRequest {

    /** How many images EC2 takes in one call. */
    public static final int MOST_IMAGES = 10;

    DescribeImageReferencesRequest() {}

    /**
     * Which images.
     *
     * @return 1 to 10 ids
     */
    public abstract Set<ImageId> imageIds();

    /**
     * Whether EC2 looks at all kinds of resources that it knows. Options of {@link #resourceTypes()} count all the same.
     *
     * @return by default false
     */
    @Value.Default
    public boolean includeAllResourceTypes() {
        return false;
    }

    /**
     * Which kinds of resources EC2 looks at.
     *
     * @return the kinds; none only if it looks at all
     */
    public abstract List<ReferringResources> resourceTypes();

    /**
     * How many items a page may hold.
     *
     * @return the size of a page, at least 5
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
        if (imageIds().isEmpty() || imageIds().size() > MOST_IMAGES) {
            throw new IllegalArgumentException(
                    "imageIds has " + imageIds().size() + " entries, but must have from 1 to " + MOST_IMAGES);
        }
        if (!includeAllResourceTypes() && resourceTypes().isEmpty()) {
            throw new IllegalArgumentException(
                    "resourceTypes is empty, but must name a type unless includeAllResourceTypes is true");
        }
        if (maxResults().isPresent() && maxResults().getAsInt() < 5) {
            throw new IllegalArgumentException("maxResults is " + maxResults().getAsInt() + ", but must be at least 5");
        }
    }

    /**
     * Starts a request.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link DescribeImageReferencesRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableDescribeImageReferencesRequest.Builder {
        Builder() {}
    }
}
