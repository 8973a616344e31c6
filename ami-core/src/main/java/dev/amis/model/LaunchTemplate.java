package dev.amis.model;

import dev.amis.internal.style.AmisStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A launch template: a name, and versions that EC2 numbers from 1 and that never change.
 *
 * <p>Source: EC2 API Reference, LaunchTemplate.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class LaunchTemplate implements WithLaunchTemplate {

    LaunchTemplate() {}

    /**
     * The id.
     *
     * @return the id
     */
    public abstract LaunchTemplateId launchTemplateId();

    /**
     * The name, unique for the account in the Region.
     *
     * @return the name
     */
    public abstract String launchTemplateName();

    /**
     * The Region.
     *
     * @return the Region
     */
    public abstract Region region();

    /**
     * The version that launches take which name none.
     *
     * @return its number
     */
    public abstract long defaultVersionNumber();

    /**
     * The newest version.
     *
     * @return its number
     */
    public abstract long latestVersionNumber();

    /**
     * When the template was made.
     *
     * @return the instant
     */
    public abstract Optional<Instant> createTime();

    /**
     * The tags.
     *
     * @return the tags
     */
    @Value.Default
    public Tags tags() {
        return Tags.none();
    }

    /** The template as one line for people; no tag values. */
    @Override
    public String toString() {
        return launchTemplateId() + " (" + launchTemplateName() + ", default " + defaultVersionNumber() + ", latest "
                + latestVersionNumber() + ", " + region() + ")";
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link LaunchTemplate} values; each attribute can be set once. */
    public static final class Builder extends ImmutableLaunchTemplate.Builder {
        Builder() {}
    }
}
