package dev.amis.spi;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Copying an image into the Region that is called. Launch permissions, deprecation and protection are not copied.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class CopyImageRequest implements WithCopyImageRequest {

    CopyImageRequest() {}

    /**
     * The name of the copy to be.
     *
     * @return the name
     */
    public abstract ImageName name();

    /**
     * The image to copy.
     *
     * @return its id
     */
    public abstract ImageId sourceImageId();

    /**
     * The Region of the image to copy.
     *
     * @return the Region
     */
    public abstract Region sourceRegion();

    /**
     * The token by which EC2 knows a repeated request; the same for every try.
     *
     * @return 1 to 64 ASCII characters
     */
    public abstract String clientToken();

    /**
     * The description.
     *
     * @return up to 255 characters
     */
    public abstract Optional<String> description();

    /**
     * Whether to encrypt the snapshots of the copy; what is encrypted stays so.
     *
     * @return false
     */
    @Value.Default
    public boolean encrypted() {
        return false;
    }

    /**
     * The key to encrypt with, of the Region that is called; needs {@link #encrypted()}.
     *
     * @return the key; nothing stands for the account's default
     */
    public abstract Optional<KmsKeyId> kmsKeyId();

    /**
     * Whether to copy the calling account's own tags.
     *
     * @return false
     */
    @Value.Default
    public boolean copyImageTags() {
        return false;
    }

    /**
     * Tags of the copy to be.
     *
     * @return the tags
     */
    @Value.Default
    public Tags imageTags() {
        return Tags.none();
    }

    /**
     * Tags of each of its snapshots.
     *
     * @return the tags
     */
    @Value.Default
    public Tags snapshotTags() {
        return Tags.none();
    }

    /**
     * How long copying each snapshot may take at most, for a price.
     *
     * @return 15 to 2,880 minutes in steps of 15
     */
    public abstract OptionalInt snapshotCopyCompletionDurationMinutes();

    @Value.Check
    void check() {
        RequestChecks.description(description());
        RequestChecks.tags(imageTags());
        RequestChecks.tags(snapshotTags());
        RequestChecks.clientToken(clientToken());
        RequestChecks.kmsKey(kmsKeyId(), encrypted());
        snapshotCopyCompletionDurationMinutes().ifPresent(minutes -> {
            if (minutes < 15 || minutes > 2_880 || minutes % 15 != 0) {
                throw new IllegalArgumentException("snapshotCopyCompletionDurationMinutes is " + minutes
                        + ", but must be from 15 to 2880 in steps of 15");
            }
        });
    }

    /**
     * Starts a request.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link CopyImageRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableCopyImageRequest.Builder {
        Builder() {}
    }
}
