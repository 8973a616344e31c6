package dev.amis.model;

import dev.amis.internal.style.AmisStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One version of a launch template.
 *
 * <p>Source: EC2 API Reference, LaunchTemplateVersion.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class LaunchTemplateVersion implements WithLaunchTemplateVersion {

    LaunchTemplateVersion() {}

    /**
     * The id of the template.
     *
     * @return the id
     */
    public abstract LaunchTemplateId launchTemplateId();

    /**
     * The name of the template.
     *
     * @return the name, unique for the account in the Region
     */
    public abstract String launchTemplateName();

    /**
     * The Region of the template.
     *
     * @return the Region
     */
    public abstract Region region();

    /**
     * The number of the version, counted by EC2 from 1.
     *
     * @return the number
     */
    public abstract long versionNumber();

    /**
     * Whether launches that name no version take this one.
     *
     * @return whether it is the default
     */
    @Value.Default
    public boolean isDefaultVersion() {
        return false;
    }

    /**
     * When the version was made.
     *
     * @return the instant
     */
    public abstract Optional<Instant> createTime();

    /**
     * What was noted about the version when it was made.
     *
     * @return up to 255 characters
     */
    public abstract Optional<String> versionDescription();

    /**
     * What the version says.
     *
     * @return all parameters
     */
    @Value.Default
    public LaunchTemplateData launchTemplateData() {
        return LaunchTemplateData.none();
    }

    /**
     * What the version names as its image.
     *
     * @return an image id or {@code resolve:ssm:…}; nothing if it names none
     */
    public Optional<String> imageReference() {
        return launchTemplateData().imageReference();
    }

    /**
     * The same version naming another image.
     *
     * @param imageReference an image id or {@code resolve:ssm:…}; nothing if it is to name none
     * @return the new value
     */
    public LaunchTemplateVersion withImageReference(Optional<String> imageReference) {
        LaunchTemplateData without = launchTemplateData().without("ImageId");
        return withLaunchTemplateData(
                imageReference.map(text -> without.with("ImageId", text)).orElse(without));
    }

    /**
     * The same version naming another image.
     *
     * @param imageReference an image id or {@code resolve:ssm:…}
     * @return the new value
     */
    public LaunchTemplateVersion withImageReference(String imageReference) {
        return withImageReference(Optional.of(imageReference));
    }

    /**
     * The volumes that the version adds or changes.
     *
     * @return the mappings
     */
    public List<BlockDeviceMapping> blockDeviceMappings() {
        return launchTemplateData().blockDeviceMappings();
    }

    /**
     * The image that the version names by its id.
     *
     * @return the id; nothing if the version names no image, an SSM parameter, or something that can be no image, since EC2
     *     does not check what a template says
     */
    public Optional<ImageId> imageId() {
        return imageReference().filter(text -> ResourceIds.fits("ami", text)).map(ImageId::of);
    }

    /**
     * The version as one line for people.
     *
     * @return template and number
     */
    @Override
    public String toString() {
        return launchTemplateId() + " (" + launchTemplateName() + ") version " + versionNumber();
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link LaunchTemplateVersion} values; each attribute can be set once. */
    public static final class Builder extends ImmutableLaunchTemplateVersion.Builder {
        Builder() {}

        /**
         * Lets the version name an image, and nothing else.
         *
         * @param imageReference an image id or {@code resolve:ssm:…}
         * @return this builder
         */
        public Builder imageReference(String imageReference) {
            launchTemplateData(LaunchTemplateData.ofImage(imageReference));
            return this;
        }
    }
}
