package dev.amis.cost;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.SnapshotId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/** What a plan saves per month, and from when on. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class Savings implements WithSavings {

    Savings() {}

    /**
     * What the plan is for.
     *
     * @return its title
     */
    public abstract String plan();

    /**
     * What everything costs before.
     *
     * @return the cost per month
     */
    public abstract Cost before();

    /**
     * What is removed.
     *
     * @return the snapshots that are billed no longer, each once
     */
    public abstract List<Saving> savings();

    /**
     * The snapshots of removed images that images need which stay: they save nothing.
     *
     * @return the snapshots
     */
    public abstract List<SnapshotId> stillNeeded();

    /**
     * The snapshots that no image needs afterwards, but that the plan does not delete: they save nothing.
     *
     * @return the snapshots
     */
    public abstract List<SnapshotId> leftBehind();

    /**
     * What the plan removes without the estimate knowing what it costs.
     *
     * @return what is not in the sum
     */
    public abstract List<Uncounted> uncounted();

    /**
     * What is saved per month once every saving has begun.
     *
     * @return the sum, at most what everything costs before
     */
    public Cost perMonth() {
        return Cost.sum(savings().stream().map(Saving::perMonth).toList())
                .incompleteIf(!uncounted().isEmpty());
    }

    /**
     * What is saved per month by when it begins.
     *
     * @return the sums by how long after the plan is applied; zero stands for at once
     */
    public Map<Duration, Cost> byStart() {
        Map<Duration, Cost> sums = new TreeMap<>();
        savings()
                .forEach(saving ->
                        saving.startsAfter().ifPresent(after -> sums.merge(after, saving.perMonth(), Cost::plus)));
        return sums;
    }

    /**
     * What is saved per month from a time that is not known, because the rules of the Recycle Bin could not be read.
     *
     * @return the sum, nothing if all times are known
     */
    public Optional<Cost> startingUnknown() {
        return savings().stream()
                .filter(saving -> saving.startsAfter().isEmpty())
                .map(Saving::perMonth)
                .reduce(Cost::plus);
    }

    /**
     * The savings for a terminal, at most 120 characters wide.
     *
     * @return lines
     */
    public String describe() {
        return SavingsText.of(this);
    }

    /** One line; {@link #describe()} tells all. */
    @Override
    public String toString() {
        return "plan '" + plan() + "' saves per month: " + perMonth();
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Savings} values; each attribute can be set once. */
    public static final class Builder extends ImmutableSavings.Builder {
        Builder() {}
    }
}
