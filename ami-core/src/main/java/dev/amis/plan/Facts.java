package dev.amis.plan;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What an action relies on: facts about its target as they were when it was planned. They are read again right before the
 * action; if one has changed, the action is skipped. A fact that is not set is not relied on.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class Facts implements WithFacts {

    Facts() {}

    /**
     * The state of the image.
     *
     * @return the state it must still be in
     */
    public abstract Optional<ImageState> state();

    /**
     * The deprecation date of the image.
     *
     * @return the date it must still have, {@link Instant#MIN} for none
     */
    public abstract Optional<Instant> deprecationTime();

    /**
     * The protection of the image.
     *
     * @return the protection it must still have
     */
    public abstract Optional<DeregistrationProtection> protection();

    /**
     * The last launch of the image that is known.
     *
     * @return the latest launch there may be, {@link Instant#MIN} for none
     */
    public abstract Optional<Instant> lastLaunchedTime();

    /**
     * All tags of the target.
     *
     * @return the tags it must still have, and no others
     */
    public abstract Optional<Tags> tags();

    /**
     * Some tags of the target, whatever others it has.
     *
     * @return the tags it must still have
     */
    @Value.Default
    public Tags someTags() {
        return Tags.none();
    }

    /**
     * Tags that the target does not have.
     *
     * @return the keys that must still be missing
     */
    public abstract Set<String> missingTags();

    /**
     * The description of the image.
     *
     * @return the text it must still have, empty for none
     */
    public abstract Optional<String> description();

    /**
     * Who may launch the image.
     *
     * @return the permissions it must still have
     */
    public abstract Optional<Set<LaunchPermission>> launchPermissions();

    /**
     * Who may copy the snapshot.
     *
     * @return the permissions it must still have
     */
    public abstract Optional<Set<CreateVolumePermission>> snapshotPermissions();

    /**
     * What the parameter says.
     *
     * @return an image's id; empty text if the parameter must not be there
     */
    public abstract Optional<String> parameterValue();

    /**
     * The description of the parameter, which tells whose it is.
     *
     * @return the text it must still have, empty for none
     */
    public abstract Optional<String> parameterDescription();

    /**
     * The default version of the launch template.
     *
     * @return its number; 0 if the template must not be there
     */
    public abstract Optional<Long> defaultVersion();

    /**
     * What is noted about the default version of the launch template, for one whose number was not known yet.
     *
     * @return the whole description, empty for none
     */
    public abstract Optional<String> defaultDescription();

    /**
     * The latest version of the launch template.
     *
     * @return its number; 0 if the template must not be there
     */
    public abstract Optional<Long> latestVersion();

    /**
     * The sources in which nothing may refer to the image or version, or need the snapshot, by their names.
     *
     * @return the names; none stands for not looking
     */
    public abstract List<String> unusedIn();

    /**
     * Relying on nothing.
     *
     * @return facts without any
     */
    public static Facts none() {
        return builder().build();
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Facts} values; each attribute can be set once. */
    public static final class Builder extends ImmutableFacts.Builder {
        Builder() {}
    }
}
