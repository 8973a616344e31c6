package dev.amis.model;

import dev.amis.internal.style.AmisStyle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An Amazon Machine Image: everything that {@code DescribeImages} says of it.
 *
 * <p>Launch permissions are not part of it, since EC2 answers them separately. Source: EC2 API Reference, Image.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class Image implements ImageMachine, WithImage {

    Image() {}

    /**
     * The id of the image.
     *
     * @return the id, unique in its Region
     */
    public abstract ImageId imageId();

    /**
     * The Region that the image lives in; images are Regional.
     *
     * @return the Region
     */
    public abstract Region region();

    /**
     * The name, unique for the owner in the Region.
     *
     * @return the name; only some very old images have none
     */
    public abstract Optional<String> name();

    /**
     * The text that was given at creation or later.
     *
     * @return up to 255 characters; nothing if none was given
     */
    public abstract Optional<String> description();

    /**
     * Where the image is kept: {@code owner/name} or the path of an S3 manifest.
     *
     * @return the location
     */
    public abstract Optional<String> imageLocation();

    /**
     * The state.
     *
     * @return the state, {@link ImageState#UNKNOWN} for a word this version does not know
     */
    @Value.Derived
    public ImageState state() {
        return ImageState.parse(stateText());
    }

    /**
     * EC2's word for the state.
     *
     * @return for example {@code available}
     */
    public abstract String stateText();

    /**
     * Why the image is in its state.
     *
     * @return the reason; nothing unless making it failed or it was changed by EC2
     */
    public abstract Optional<StateReason> stateReason();

    /**
     * The account that owns the image.
     *
     * @return the owner
     */
    public abstract AccountId ownerId();

    /**
     * The name of a well-known owner; the only proof that an image comes from one.
     *
     * @return for example {@code amazon}; nothing for ordinary accounts
     */
    public abstract Optional<OwnerAlias> ownerAlias();

    /**
     * Whether everybody may launch the image (EC2's {@code publicLaunchPermissions}).
     *
     * @return false for a private or shared image
     */
    @Value.Default
    public boolean isPublic() {
        return false;
    }

    /**
     * When the image was made.
     *
     * @return the instant; EC2 is not obliged to answer it
     */
    public abstract Optional<Instant> creationDate();

    /**
     * When the image becomes or became deprecated.
     *
     * @return the instant, full minutes; nothing if it is not scheduled
     */
    public abstract Optional<Instant> deprecationTime();

    /**
     * When the image was last launched; up to 24 hours late, counted since April 2017, told to the owner only.
     *
     * @return the instant; nothing means never launched, or not known
     */
    public abstract Optional<Instant> lastLaunchedTime();

    /**
     * Whether the image can be deregistered.
     *
     * @return {@link DeregistrationProtection#DISABLED} if EC2 says nothing
     */
    @Value.Default
    public DeregistrationProtection deregistrationProtection() {
        return DeregistrationProtection.DISABLED;
    }

    /**
     * The kind of image.
     *
     * @return {@code machine} for AMIs
     */
    @Value.Default
    public ImageType imageType() {
        return ImageType.MACHINE;
    }

    /**
     * What the root device is kept on.
     *
     * @return {@code ebs} or {@code instance-store}
     */
    @Value.Default
    public DeviceType rootDeviceType() {
        return DeviceType.EBS;
    }

    /**
     * The name of the root device.
     *
     * @return for example {@code /dev/xvda}
     */
    public abstract Optional<String> rootDeviceName();

    /**
     * The volumes that an instance of the image starts with.
     *
     * @return the mappings in EC2's order; may be empty for an image that failed
     */
    public abstract List<BlockDeviceMapping> blockDeviceMappings();

    /**
     * The products whose terms the image carries.
     *
     * @return the codes
     */
    public abstract List<ProductCode> productCodes();

    /**
     * The tags of the calling account; tags of others are invisible.
     *
     * @return the tags
     */
    @Value.Default
    public Tags tags() {
        return Tags.none();
    }

    /**
     * The instance that the image was made from.
     *
     * @return set by {@code CreateImage} only
     */
    public abstract Optional<InstanceId> sourceInstanceId();

    /**
     * The image that this one was made from.
     *
     * @return set by {@code CreateImage}, {@code CopyImage} and restoring from S3; not by {@code RegisterImage}, nor for older images
     */
    public abstract Optional<ImageId> sourceImageId();

    /**
     * The Region of the image that this one was made from.
     *
     * @return set with {@link #sourceImageId()}
     */
    public abstract Optional<Region> sourceImageRegion();

    /**
     * Whether the image meets the account's Allowed AMIs criteria.
     *
     * @return nothing if the feature is off
     */
    public abstract Optional<Boolean> imageAllowed();

    /**
     * Whether the image may be used in the free tier.
     *
     * @return false if EC2 says nothing
     */
    @Value.Default
    public boolean freeTierEligible() {
        return false;
    }

    /**
     * The public SSM parameter of AWS that resolves to this image.
     *
     * @return the name, for few images
     */
    public abstract Optional<String> publicSsmParameterName();

    /**
     * The marks of provenance.
     *
     * @return at most five
     */
    public abstract List<ImageWatermark> imageWatermarks();

    /**
     * The ARN of the image; as for every image, its account field is empty.
     *
     * @return for example {@code arn:aws:ec2:eu-west-1::image/ami-0abcdef1234567890}
     */
    public String arn() {
        return "arn:" + region().partition().id() + ":ec2:" + region() + "::image/" + imageId();
    }

    /**
     * The snapshots behind the image's volumes.
     *
     * @return their ids in the order of the mappings, each once
     */
    public List<SnapshotId> snapshotIds() {
        if (blockDeviceMappings().size() == 1) {
            return blockDeviceMappings().get(0).snapshotId().map(List::of).orElseGet(List::of);
        }
        List<SnapshotId> ids = new ArrayList<>();
        for (BlockDeviceMapping mapping : blockDeviceMappings()) {
            mapping.snapshotId().filter(id -> !ids.contains(id)).ifPresent(ids::add);
        }
        return List.copyOf(ids);
    }

    /**
     * Tells whether the image is deprecated at an instant: hidden from the listings of other accounts, yet launchable.
     *
     * @param now the instant
     * @return whether the deprecation time has come
     */
    public boolean isDeprecatedAt(Instant now) {
        return deprecationTime().map(time -> !time.isAfter(now)).orElse(false);
    }

    /**
     * Tells what the image is to an account: own or somebody else's, private, shared, public, paid, Amazon's.
     *
     * @param viewer the account that looks
     * @return the kind, decided by owner and owner alias, never by the name
     */
    public ImageKind kindFor(AccountId viewer) {
        return ImageKind.of(this, viewer);
    }

    /**
     * Tells why the image's state does not allow an operation. What else may stand in its way is told by {@link Obstacles}.
     *
     * @param operation what is to be done
     * @return a sentence without its full stop; nothing if the state allows it
     */
    public Optional<String> whyNot(ImageOperation operation) {
        return operation.whyNot(this);
    }

    /**
     * The image as one line for people; no tag values.
     *
     * @return id, name, state and Region
     */
    @Override
    public String toString() {
        return imageId() + " (" + name().orElse("no name") + ", " + stateText() + ", " + region() + ")";
    }

    /** Starts a new value, with an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Image} values; each attribute can be set once. */
    public static final class Builder extends ImmutableImage.Builder {
        Builder() {}

        /**
         * Sets the state by its constant instead of EC2's word.
         *
         * @param state the state
         * @return this builder
         */
        public Builder state(ImageState state) {
            stateText(state.text());
            return this;
        }
    }
}
