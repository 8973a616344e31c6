package dev.amis.plan;

import dev.amis.error.AmiException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.StalePlanException;
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
     * The plan that was applied.
     *
     * @return its fingerprint
     */
    public abstract String planFingerprint();

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
     * The actions that were not begun, because applying was interrupted.
     *
     * @return the rest of the plan, in its order
     */
    public abstract List<PlannedAction> notBegun();

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
     * Tells whether all that was planned is so now.
     *
     * @return whether every action was begun and {@linkplain ActionResult#isComplete() is complete}
     */
    public boolean isComplete() {
        return notBegun().isEmpty() && results().stream().allMatch(ActionResult::isComplete);
    }

    /**
     * This report, or an exception if something was not done.
     *
     * @return this report, all of it done
     * @throws AmiException the kind that EC2's first refusal stands for, for example {@code QuotaExceededException}; {@code
     *     ConflictException} if something else stood in the way, or snapshots were left over
     * @throws OutcomeUnknownException if nothing was refused, but it cannot be told whether something had an effect
     * @throws StalePlanException if all that is missing was skipped because a fact had changed, or was not begun
     */
    public ChangeReport orThrow() {
        if (!isComplete()) {
            throw ReportFailure.of(this);
        }
        return this;
    }

    /**
     * The report for a terminal, at most 120 characters wide: every action with what became of it and the way back, and
     * totals.
     *
     * @return lines, without tag values
     */
    public String describe() {
        return ReportText.of(this);
    }

    /** One line; {@link #describe()} tells all. */
    @Override
    public String toString() {
        long complete = results().stream().filter(ActionResult::isComplete).count();
        int all = results().size() + notBegun().size();
        return "report '" + title() + "' of " + finishedAt() + ": " + complete + " of " + all + " actions done";
    }

    /**
     * The report as a document, for undoing it in another process.
     *
     * @return JSON with a fingerprint; it holds tag values where the way back needs them
     */
    public String toJson() {
        return ReportJson.write(this);
    }

    /**
     * Reads a report that {@link #toJson()} wrote.
     *
     * @param json the document; fields may have been put in another order, and white space changed
     * @return the report
     * @throws IllegalArgumentException if it is not JSON, no report, of another version, a field is missing, unknown or
     *     wrong, or anything was edited so that the fingerprint does not fit; the message names the field
     */
    public static ChangeReport fromJson(String json) {
        return ReportJson.read(json);
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
