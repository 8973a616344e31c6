package dev.amis.plan;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.AccountId;
import dev.amis.usage.UnreadSource;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/** What would be done to an account, and why: pure data, made by looking, applied by {@code Amis.apply}. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class Plan implements WithPlan {

    Plan() {}

    /**
     * What the plan is for.
     *
     * @return a few words
     */
    public abstract String title();

    /**
     * The account it is about; it can be applied to no other.
     *
     * @return the account
     */
    public abstract AccountId account();

    /**
     * When the account was looked at.
     *
     * @return the instant
     */
    public abstract Instant createdAt();

    /**
     * When the plan is too old to be applied.
     *
     * @return the instant
     */
    public abstract Instant expiresAt();

    /**
     * Every image that was looked at, kept or not.
     *
     * @return the decisions, by family and rank; empty for a plan about a single image
     */
    public abstract List<Decision> decisions();

    /**
     * What would be done, in this order.
     *
     * @return the actions; empty if there is nothing to do
     */
    public abstract List<PlannedAction> actions();

    /**
     * The sources of references that could not be read.
     *
     * @return the sources; their images are kept
     */
    public abstract List<UnreadSource> unreadSources();

    /**
     * Tells whether there is nothing to do.
     *
     * @return whether there are no actions
     */
    public boolean isEmpty() {
        return actions().isEmpty();
    }

    /**
     * Starts a new plan.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Plan} values; each attribute can be set once. */
    public static final class Builder extends ImmutablePlan.Builder {
        Builder() {}
    }
}
