package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.SnapshotId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A question for snapshots. It must name ids or owners: without them EC2 would answer all public snapshots.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class DescribeSnapshotsRequest implements WithDescribeSnapshotsRequest {

    DescribeSnapshotsRequest() {}

    /**
     * Which snapshots.
     *
     * @return the ids
     */
    public abstract List<SnapshotId> snapshotIds();

    /**
     * Whose snapshots: account numbers, {@code self} or {@code amazon}.
     *
     * @return the owners
     */
    public abstract List<String> ownerIds();

    /**
     * What EC2 shall filter by.
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
        if (ownerIds().isEmpty() && snapshotIds().isEmpty()) {
            throw new IllegalArgumentException("a question for snapshots must name snapshotIds or ownerIds");
        }
        if (!snapshotIds().isEmpty() && maxResults().isPresent()) {
            throw new IllegalArgumentException("maxResults cannot be combined with snapshotIds");
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

    /** Builds {@link DescribeSnapshotsRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableDescribeSnapshotsRequest.Builder {
        Builder() {}
    }
}
