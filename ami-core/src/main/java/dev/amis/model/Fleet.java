package dev.amis.model;

import dev.amis.internal.style.AmisStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A Spot Fleet request or an EC2 Fleet, as far as images are concerned with it. Its id tells which of the two it is.
 *
 * <p>Source: EC2 API Reference, SpotFleetRequestConfig and FleetData.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class Fleet implements WithFleet {

    Fleet() {}

    /**
     * The id.
     *
     * @return {@code sfr-…} or {@code fleet-…}
     */
    public abstract FleetId fleetId();

    /**
     * The Region of the fleet.
     *
     * @return the Region
     */
    public abstract Region region();

    /**
     * The state.
     *
     * @return the state, {@link FleetState#UNKNOWN} for a word this version does not know
     */
    @Value.Derived
    public FleetState state() {
        return FleetState.parse(stateText());
    }

    /**
     * EC2's word for the state.
     *
     * @return for example {@code active}
     */
    public abstract String stateText();

    /**
     * What kind of fleet it is.
     *
     * @return {@code maintain}, {@code request} or {@code instant}
     */
    public abstract Optional<String> type();

    /**
     * What the launch specifications name as their images; only Spot Fleet requests have launch specifications.
     *
     * @return for each that names one, an image id
     */
    public abstract List<String> launchSpecificationImages();

    /**
     * The launch templates with their overrides.
     *
     * @return the configurations
     */
    public abstract List<LaunchTemplateConfig> launchTemplateConfigs();

    /**
     * When the fleet was made.
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

    /**
     * The fleet as one line for people; no tag values.
     *
     * @return id, state and Region
     */
    @Override
    public String toString() {
        return fleetId() + " (" + stateText() + ", " + region() + ")";
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Fleet} values; each attribute can be set once. */
    public static final class Builder extends ImmutableFleet.Builder {
        Builder() {}

        /**
         * Sets the state by its constant instead of EC2's word.
         *
         * @param state the state
         * @return this builder
         */
        public Builder state(FleetState state) {
            stateText(state.text());
            return this;
        }
    }
}
