package dev.amis.rollout;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.Region;
import java.util.Optional;
import org.immutables.value.Value;

/** An Auto Scaling group that an image is rolled out to, as it was found. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class GroupTarget implements WithGroupTarget {

    GroupTarget() {}

    /**
     * The Region.
     *
     * @return the Region
     */
    public abstract Region region();

    /**
     * The group.
     *
     * @return its name
     */
    public abstract String name();

    /**
     * When its turn is.
     *
     * @return the number of its wave, from 1
     */
    public abstract int wave();

    /**
     * What it launched from.
     *
     * @return a launch template or a mixed instances policy
     */
    public abstract GroupLaunchSource source();

    /**
     * The template that it launched from.
     *
     * @return the id
     */
    public abstract LaunchTemplateId launchTemplateId();

    /**
     * The version that this stood for.
     *
     * @return the number, also where the group named {@code $Latest} or {@code $Default}
     */
    public abstract long version();

    /**
     * The image of that version.
     *
     * @return an image id or {@code resolve:ssm:…}, nothing if the version named none
     */
    public abstract Optional<String> imageReference();

    /**
     * The image that is rolled out.
     *
     * @return the id
     */
    public abstract ImageId newImage();

    /**
     * How many instances the group had.
     *
     * @return the number
     */
    public abstract int instances();

    /**
     * How many of them were protected from scale in.
     *
     * @return the number; the plan's preferences say what is done about them
     */
    @Value.Default
    public int protectedFromScaleIn() {
        return 0;
    }

    /**
     * How many of them were in standby.
     *
     * @return the number; the plan's preferences say what is done about them
     */
    @Value.Default
    public int inStandby() {
        return 0;
    }

    /** The version that the group named, in its own word. */
    String word() {
        return Sources.specification(source()).effectiveVersion();
    }

    /** Whether the group named its version by a word whose meaning changes. */
    boolean follows() {
        return !word().equals(Long.toString(version()));
    }

    /** What the group launches from if it is to launch from a version of its template. */
    GroupLaunchSource at(long number) {
        return Sources.at(source(), number);
    }

    /**
     * The group as one line for people.
     *
     * @return name, Region, version and image
     */
    @Override
    public String toString() {
        return name() + " in " + region() + ": " + instances() + " instances, "
                + (protectedFromScaleIn() == 0 ? "" : protectedFromScaleIn() + " protected from scale in, ")
                + (inStandby() == 0 ? "" : inStandby() + " in standby, ") + source() + " (" + version() + "), "
                + imageReference().orElse("no image") + " -> " + newImage();
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link GroupTarget} values; each attribute can be set once. */
    public static final class Builder extends ImmutableGroupTarget.Builder {
        Builder() {}
    }
}
