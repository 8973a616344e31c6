package dev.amis.model;

import dev.amis.internal.style.AmisStyle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * How an instance refresh goes about replacing instances. What is not set is left to Auto Scaling.
 *
 * <p>Source: Auto Scaling API Reference, RefreshPreferences.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class RefreshPreferences implements WithRefreshPreferences {

    RefreshPreferences() {}

    /**
     * How much of the group must be healthy all the time.
     *
     * @return 0 to 100 percent of the desired capacity; Auto Scaling takes 90
     */
    public abstract OptionalInt minHealthyPercentage();

    /**
     * How large the group may become meanwhile.
     *
     * @return 100 to 200 percent of the desired capacity
     */
    public abstract OptionalInt maxHealthyPercentage();

    /**
     * How long a new instance takes until it counts.
     *
     * @return whole seconds; Auto Scaling takes the group's own setting
     */
    public abstract Optional<Duration> instanceWarmup();

    /**
     * Where to pause.
     *
     * @return percentages in ascending order, 1 to 100; if the last is below 100, only so many are replaced
     */
    public abstract List<Integer> checkpointPercentages();

    /**
     * How long to pause.
     *
     * @return whole seconds, up to two days; Auto Scaling takes an hour
     */
    public abstract Optional<Duration> checkpointDelay();

    /**
     * Whether instances that are as they should be already are left alone.
     *
     * @return false by default
     */
    @Value.Default
    public boolean skipMatching() {
        return false;
    }

    /**
     * Whether Auto Scaling goes back by itself if the refresh fails or an alarm goes off.
     *
     * @return false by default
     */
    @Value.Default
    public boolean autoRollback() {
        return false;
    }

    /**
     * The CloudWatch alarms that make the refresh fail.
     *
     * @return their names
     */
    public abstract List<String> alarms();

    /**
     * What is done about instances that are protected from scale in.
     *
     * @return the choice; Auto Scaling waits
     */
    public abstract Optional<ScaleInProtectedInstances> scaleInProtectedInstances();

    /**
     * What is done about instances in standby.
     *
     * @return the choice; Auto Scaling waits
     */
    public abstract Optional<StandbyInstances> standbyInstances();

    /**
     * Whether a refresh waits for an instance to lose its protection or to leave standby. What Auto Scaling does about one that
     * is both is not documented; here the refresh waits if it waits for either.
     *
     * @param instance an instance of the group
     * @return whether it is neither replaced nor passed over as it is
     */
    public boolean waitsFor(AutoScalingInstance instance) {
        return (instance.isInStandby()
                        && isWaiting(standbyInstances(), StandbyInstances.TERMINATE, StandbyInstances.IGNORE))
                || (instance.protectedFromScaleIn()
                        && isWaiting(
                                scaleInProtectedInstances(),
                                ScaleInProtectedInstances.REFRESH,
                                ScaleInProtectedInstances.IGNORE));
    }

    private static <T> boolean isWaiting(Optional<T> choice, T replacing, T ignoring) {
        return choice.filter(one -> one.equals(replacing) || one.equals(ignoring))
                .isEmpty();
    }

    /**
     * Whether a refresh passes an instance over, which then stays as it is.
     *
     * @param instance an instance of the group
     * @return whether it is ignored
     */
    public boolean ignores(AutoScalingInstance instance) {
        boolean ignored = (instance.isInStandby() && standbyInstances().equals(Optional.of(StandbyInstances.IGNORE)))
                || (instance.protectedFromScaleIn()
                        && scaleInProtectedInstances().equals(Optional.of(ScaleInProtectedInstances.IGNORE)));
        return ignored && !waitsFor(instance);
    }

    @Value.Check
    void check() {
        range("minHealthyPercentage", minHealthyPercentage(), 0, 100);
        range("maxHealthyPercentage", maxHealthyPercentage(), 100, 200);
        if (maxHealthyPercentage().isPresent()
                && maxHealthyPercentage().getAsInt() - minHealthyPercentage().orElse(-1) > 100) {
            throw new IllegalArgumentException(
                    "maxHealthyPercentage is " + maxHealthyPercentage().getAsInt()
                            + ", but must come with a minHealthyPercentage, at most 100 above it");
        }
        int before = 0;
        for (int percent : checkpointPercentages()) {
            if (percent <= before || percent > 100) {
                throw new IllegalArgumentException("checkpointPercentages are " + checkpointPercentages()
                        + ", but must be from 1 to 100 in ascending order");
            }
            before = percent;
        }
        seconds("instanceWarmup", instanceWarmup(), Duration.ofDays(1));
        seconds("checkpointDelay", checkpointDelay(), Duration.ofDays(2));
        if (checkpointDelay().isPresent() && checkpointPercentages().isEmpty()) {
            throw new IllegalArgumentException("checkpointDelay is set, but there are no checkpointPercentages");
        }
        alarms().forEach(alarm -> Checks.notBlank("name of the alarm", alarm));
    }

    private static void range(String field, OptionalInt value, int least, int most) {
        if (value.isPresent() && (value.getAsInt() < least || value.getAsInt() > most)) {
            throw new IllegalArgumentException(
                    field + " is " + value.getAsInt() + ", but must be from " + least + " to " + most);
        }
    }

    private static void seconds(String field, Optional<Duration> value, Duration most) {
        value.ifPresent(duration -> {
            if (duration.isNegative() || duration.toNanosPart() != 0 || duration.compareTo(most) > 0) {
                throw new IllegalArgumentException(
                        field + " is " + duration + ", but must be whole seconds from none to " + most);
            }
        });
    }

    /**
     * Leaves all to Auto Scaling.
     *
     * @return the value
     */
    public static RefreshPreferences none() {
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

    /** Builds {@link RefreshPreferences} values; each attribute can be set once. */
    public static final class Builder extends ImmutableRefreshPreferences.Builder {
        Builder() {}
    }
}
