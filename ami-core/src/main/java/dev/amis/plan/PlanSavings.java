package dev.amis.plan;

import dev.amis.internal.style.AmisStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a plan saves per month once every saving has begun, by list prices of a certain day. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class PlanSavings implements WithPlanSavings {

    PlanSavings() {}

    /**
     * The day that the prices are of.
     *
     * @return the date, nothing if they could not be read
     */
    public abstract Optional<LocalDate> pricesAsOf();

    /**
     * What is saved.
     *
     * @return the sum; not complete if something that is removed has no known price or size
     */
    public abstract MonthlyCost perMonth();

    /**
     * What is not in the sum, and what to know of it.
     *
     * @return sentences for people, for example that there are no prices of a Region
     */
    public abstract List<String> gaps();

    /**
     * What each image or snapshot costs that the plan decided about.
     *
     * @return the costs, of those that could be priced
     */
    public abstract List<DecisionCost> costs();

    /**
     * The savings in words.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return perMonth()
                + pricesAsOf().map(date -> ", by list prices of " + date).orElse("");
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link PlanSavings} values; each attribute can be set once. */
    public static final class Builder extends ImmutablePlanSavings.Builder {
        Builder() {}
    }
}
