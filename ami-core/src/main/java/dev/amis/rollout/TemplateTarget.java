package dev.amis.rollout;

import dev.amis.internal.ImageAlias;
import dev.amis.internal.style.AmisStyle;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.Region;
import java.util.Optional;
import org.immutables.value.Value;

/** A version of a launch template on top of which one with the new image is made, as it was found. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class TemplateTarget implements WithTemplateTarget {

    TemplateTarget() {}

    /**
     * The Region.
     *
     * @return the Region
     */
    public abstract Region region();

    /**
     * The template.
     *
     * @return its id
     */
    public abstract LaunchTemplateId launchTemplateId();

    /**
     * The template.
     *
     * @return its name
     */
    public abstract String launchTemplateName();

    /**
     * The version that the new one is made on top of, and to which a roll-back goes.
     *
     * @return its number
     */
    public abstract long version();

    /**
     * The image of that version.
     *
     * @return an image id or {@code resolve:ssm:…}, nothing if the version named none
     */
    public abstract Optional<String> imageReference();

    /**
     * The image that this stood for, where it named a parameter what that said.
     *
     * @return the id, nothing if the version named none, or it could not be told
     */
    public abstract Optional<ImageId> image();

    /**
     * The image that is rolled out.
     *
     * @return the id
     */
    public abstract ImageId newImage();

    /**
     * The default version of the template.
     *
     * @return its number
     */
    public abstract long defaultVersion();

    /**
     * The latest version of the template.
     *
     * @return its number
     */
    public abstract long latestVersion();

    /**
     * Whether the new version becomes the default one.
     *
     * @return whether it does
     */
    public abstract boolean switchesDefault();

    /** Whether the image is what a parameter says. */
    boolean namesParameter() {
        return imageReference().filter(ImageAlias::is).isPresent();
    }

    /**
     * The template as one line for people.
     *
     * @return name, Region, version and image
     */
    @Override
    public String toString() {
        return launchTemplateId() + " (" + launchTemplateName() + ") in " + region() + ": new version on top of "
                + version() + ", " + imageReference().orElse("no image") + " -> " + newImage()
                + (switchesDefault() ? ", the default in place of " + defaultVersion() : "");
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link TemplateTarget} values; each attribute can be set once. */
    public static final class Builder extends ImmutableTemplateTarget.Builder {
        Builder() {}
    }
}
