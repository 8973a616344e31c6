package dev.amis.copy;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A request to copy one image to Regions, as a value: what {@link ImageCopying} grows. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class CopyImagesRequest implements WithCopyImagesRequest {

    CopyImagesRequest() {}

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
     * The name of the image to copy.
     *
     * @return the name, nothing as long as it was not looked up
     */
    public abstract Optional<String> sourceName();

    /**
     * Where the copies are to be.
     *
     * @return the Regions, each once
     */
    public abstract List<Region> destinations();

    /**
     * The name of the copies.
     *
     * @return the name, nothing for the name of the image to copy
     */
    public abstract Optional<ImageName> name();

    /**
     * The description of the copies.
     *
     * @return up to 255 characters; nothing leaves it out
     */
    public abstract Optional<String> description();

    /**
     * Whether to encrypt the copies; what is encrypted stays so.
     *
     * @return false
     */
    @Value.Default
    public boolean encrypted() {
        return false;
    }

    /**
     * The key of all Regions that have none of their own.
     *
     * @return the key, nothing for the account's default
     */
    public abstract Optional<KmsKeyId> kmsKeyId();

    /**
     * The keys of single Regions.
     *
     * @return the keys
     */
    public abstract Map<Region, KmsKeyId> kmsKeyIds();

    /**
     * Whether the copies get the calling account's tags of the image.
     *
     * @return false
     */
    @Value.Default
    public boolean copyImageTags() {
        return false;
    }

    /**
     * Tags of the copies.
     *
     * @return the tags
     */
    @Value.Default
    public Tags imageTags() {
        return Tags.none();
    }

    /**
     * Tags of each of their snapshots.
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

    /**
     * Which try this is: another number makes it another request for EC2, which otherwise answers the copy that it made
     * before, even if that was deregistered since.
     *
     * @return 1
     */
    @Value.Default
    public int attempt() {
        return 1;
    }

    /**
     * The key for a Region.
     *
     * @param destination the Region
     * @return the Region's own, else that of all Regions
     */
    public Optional<KmsKeyId> kmsKeyId(Region destination) {
        return Optional.ofNullable(kmsKeyIds().get(destination)).or(this::kmsKeyId);
    }

    @Value.Check
    void check() {
        if (destinations().isEmpty()) {
            throw new IllegalArgumentException("destinations is empty, but there must be at least one Region");
        }
        if (new HashSet<>(destinations()).size() < destinations().size()) {
            throw new IllegalArgumentException(
                    "destinations is " + destinations() + ", but must name each Region once");
        }
        if (attempt() < 1) {
            throw new IllegalArgumentException("attempt is " + attempt() + ", but must be at least 1");
        }
        destinations().forEach(this::checkPartition);
        kmsKeyIds().forEach(this::checkKeyOfRegion);
    }

    /** Refuses what can be told to be impossible once no step is to come any more. */
    void checkComplete() {
        List<Region> withoutOwnKey = destinations().stream()
                .filter(destination -> !kmsKeyIds().containsKey(destination))
                .toList();
        kmsKeyId().ifPresent(key -> CopyKeys.checkShared(withoutOwnKey, key));
        kmsKeyId().ifPresent(key -> withoutOwnKey.forEach(destination -> CopyKeys.check(destination, key)));
        if (destinations().contains(sourceRegion())) {
            String taken = sourceName().orElse("");
            if (name().isEmpty() || name().get().value().equals(taken)) {
                throw new IllegalArgumentException("name is " + (taken.isEmpty() ? "not set" : "'" + taken + "'")
                        + ", but a copy in " + sourceRegion() + ", where the image itself is, needs another name");
            }
        }
    }

    private void checkPartition(Region destination) {
        if (destination.partition() != sourceRegion().partition()) {
            throw new IllegalArgumentException("destination is '" + destination + "' in partition "
                    + destination.partition().id() + ", but an image of " + sourceRegion() + " can be copied within "
                    + sourceRegion().partition().id() + " only; store and restore it instead");
        }
    }

    private void checkKeyOfRegion(Region destination, KmsKeyId key) {
        if (!destinations().contains(destination)) {
            throw new IllegalArgumentException(
                    "a key is named for '" + destination + "', but destinations is " + destinations());
        }
        CopyKeys.check(destination, key);
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link CopyImagesRequest} values; each attribute can be set once. */
    public static final class Builder extends ImmutableCopyImagesRequest.Builder {
        Builder() {}
    }
}
