package dev.amis.plan;

import java.util.function.Function;
import java.util.function.Supplier;

/** The end of a chain that changes an account: look first with {@link #plan()}, or do it with {@link #apply()}. */
public final class Change {

    private final Supplier<Plan> planner;
    private final Function<Plan, ChangeReport> applier;

    /**
     * Ends a chain. Chains make this themselves; the façade is where they start.
     *
     * @param planner looks at the account and says what would be done
     * @param applier does it
     */
    public Change(Supplier<Plan> planner, Function<Plan, ChangeReport> applier) {
        this.planner = planner;
        this.applier = applier;
    }

    /**
     * Looks at the account and says what would be done; nothing is changed.
     *
     * @return the plan, empty if everything is so already
     * @throws dev.amis.error.AmiException if the account could not be read, or the change is impossible
     */
    public Plan plan() {
        return planner.get();
    }

    /**
     * Makes the change: plans it and applies the plan at once.
     *
     * <p>The method that made this says what is called and changed, and what undoing brings back.
     *
     * @return what happened; undo it with {@code Amis.undo}
     * @throws dev.amis.error.AmiException if the account could not be read, or the change is impossible; what fails while
     *     applying is in the report, {@code orThrow()} converts it
     */
    public ChangeReport apply() {
        return applier.apply(planner.get());
    }
}
