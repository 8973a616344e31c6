package dev.amis.plan;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.AccountId;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/** What applying a plan did, action by action: pure data, undone by {@code Amis.undo} as far as EC2 allows. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class ChangeReport implements WithChangeReport {

    ChangeReport() {}

    /**
     * What the plan was for.
     *
     * @return its title
     */
    public abstract String title();

    /**
     * The account that was changed.
     *
     * @return the account
     */
    public abstract AccountId account();

    /**
     * When applying began.
     *
     * @return the instant
     */
    public abstract Instant startedAt();

    /**
     * When applying ended.
     *
     * @return the instant
     */
    public abstract Instant finishedAt();

    /**
     * What became of each action.
     *
     * @return the results in the order of the plan
     */
    public abstract List<ActionResult> results();

    /**
     * The results of one outcome.
     *
     * @param outcome the outcome
     * @return the results in the order of the plan
     */
    public List<ActionResult> results(Outcome outcome) {
        return results().stream().filter(result -> result.outcome() == outcome).toList();
    }

    /**
     * Starts a new report.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ChangeReport} values; each attribute can be set once. */
    public static final class Builder extends ImmutableChangeReport.Builder {
        Builder() {}
    }
}
