package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Copying a snapshot into the Region that is called. EC2 takes no client token for it, and copies no tags.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class CopySnapshotRequest implements WithCopySnapshotRequest {

    CopySnapshotRequest() {}

    /**
     * The snapshot to copy.
     *
     * @return its id
     */
    public abstract SnapshotId sourceSnapshotId();

    /**
     * The Region of the snapshot to copy.
     *
     * @return the Region
     */
    public abstract Region sourceRegion();

    /**
     * The description.
     *
     * @return up to 255 characters
     */
    public abstract Optional<String> description();

    /**
     * Whether to encrypt the copy; what is encrypted stays so.
     *
     * @return false
     */
    @Value.Default
    public boolean encrypted() {
        return false;
    }

    /**
     * The key to encrypt with; needs {@link #encrypted()}.
     *
     * @return the key
     */
    public abstract Optional<KmsKeyId> kmsKeyId();

    /**
     * The tags of the copy to be.
     *
     * @return the tags
     */
    @Value.Default
    public Tags tags() {
        return Tags.none();
    }

    @Value.Check
    void check() {
        RequestChecks.description(description());
        RequestChecks.tags(tags());
        RequestChecks.kmsKey(kmsKeyId(), encrypted());
    }

    /**
     * Starts a request.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link CopySnapshotRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableCopySnapshotRequest.Builder {
        Builder() {}
    }
}
