package dev.amis.model;

import dev.amis.internal.style.AmisStyle;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The replacing of the instances of an Auto Scaling group.
 *
 * <p>Source: Auto Scaling API Reference, InstanceRefresh.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class InstanceRefresh implements WithInstanceRefresh {

    InstanceRefresh() {}

    /**
     * The id.
     *
     * @return the id
     */
    public abstract String instanceRefreshId();

    /**
     * The group whose instances are replaced.
     *
     * @return its name
     */
    public abstract String groupName();

    /**
     * How it stands, in the words of Auto Scaling.
     *
     * @return for example {@code InProgress}
     */
    public abstract String statusText();

    /**
     * How it stands.
     *
     * @return the status
     */
    public InstanceRefreshStatus status() {
        return InstanceRefreshStatus.parse(statusText());
    }

    /**
     * Why it stands so.
     *
     * @return a sentence
     */
    public abstract Optional<String> statusReason();

    /**
     * How much is done.
     *
     * @return 0 to 100
     */
    public abstract OptionalInt percentageComplete();

    /**
     * How many instances are still to be replaced.
     *
     * @return the number
     */
    public abstract OptionalInt instancesToUpdate();

    /**
     * When it began.
     *
     * @return the instant
     */
    public abstract Optional<Instant> startTime();

    /**
     * When it was over.
     *
     * @return the instant
     */
    public abstract Optional<Instant> endTime();

    /**
     * What the new instances are launched from, if the refresh was told.
     *
     * @return launch template or mixed instances policy
     */
    public abstract Optional<GroupLaunchSource> desiredConfiguration();

    /**
     * How it goes about it.
     *
     * @return the preferences
     */
    @Value.Default
    public RefreshPreferences preferences() {
        return RefreshPreferences.none();
    }

    /**
     * The refresh as one line for people.
     *
     * @return id, group and status
     */
    @Override
    public String toString() {
        return "instance refresh " + instanceRefreshId() + " of " + groupName() + " (" + statusText()
                + (percentageComplete().isPresent() ? " " + percentageComplete().getAsInt() + " %" : "")
                + statusReason().map(why -> ": " + why).orElse("") + ")";
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link InstanceRefresh} values; each attribute can be set once. */
    public static final class Builder extends ImmutableInstanceRefresh.Builder {
        Builder() {}
    }
}
