package dev.amis.plan;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.AccountId;
import dev.amis.usage.UnreadSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What would be done to an account, and why: pure data, made by looking, applied by {@code Amis.apply}. */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class Plan implements WithPlan {

    /** How long a plan can be applied if nobody says otherwise. */
    public static final Duration LIFETIME = Duration.ofHours(24);

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
     * Every image or snapshot that was looked at, kept or not.
     *
     * @return the decisions, by family and rank; empty for a plan about a single one
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
     * @return the sources; what they would tell of is kept
     */
    public abstract List<UnreadSource> unreadSources();

    /**
     * How many calls were made to look at the account, each page one; those that were repeated count once.
     *
     * @return the number, 0 if it was not counted
     */
    @Value.Default
    public int calls() {
        return 0;
    }

    /**
     * What else the plan's reader should know, for example what cannot be undone.
     *
     * @return sentences for people
     */
    public abstract List<String> notes();

    /**
     * What the plan saves per month.
     *
     * @return the savings, if prices were asked for
     */
    public abstract Optional<PlanSavings> savings();

    /**
     * Tells whether there is nothing to do.
     *
     * @return whether there are no actions
     */
    public boolean isEmpty() {
        return actions().isEmpty();
    }

    /**
     * The plan for a terminal, at most 120 characters wide: every image or snapshot with its verdict and why, every action with how far
     * it can be undone, what could not be read, what else to know, and totals.
     *
     * @return lines, without tag values
     */
    public String describe() {
        return PlanText.of(this);
    }

    /** One line; {@link #describe()} tells all. */
    @Override
    public String toString() {
        return "plan '" + title() + "' of " + createdAt() + ": " + actions().size() + " actions";
    }

    /**
     * The SHA-256 of all that the plan says, its facts included: what was approved is what is applied if the fingerprints
     * are the same.
     *
     * @return 64 hexadecimal digits
     */
    @Value.Lazy
    public String fingerprint() {
        return PlanJson.fingerprint(this);
    }

    /**
     * The plan as a document, for approving today and applying tomorrow in another process.
     *
     * @return JSON with the fingerprint; it holds tag values where the plan relies on them, and user data where it is to be set
     */
    public String toJson() {
        return PlanJson.write(this);
    }

    /**
     * What another plan says that this one does not, and the other way round: whether what was approved is still so.
     *
     * @param after the other plan, as a rule the later one
     * @return the differences of decisions and actions
     */
    public PlanDiff diff(Plan after) {
        return PlanDiff.between(this, after);
    }

    /**
     * The permissions that applying the plan takes, and no others: each call on the very images and snapshots that it is
     * about, and what has to be read right before. Undoing takes those of the opposite calls. Sources of references of one's
     * own need what they call in addition, and templates that name their image by a parameter {@code ssm:GetParameters}. IAM takes policies of up to 6,144 characters as a managed policy; more of them go
     * in as a session policy of the role that applies the plan, or the ARNs are widened by hand.
     *
     * @return an IAM policy as JSON; without statements if there is nothing to do
     */
    public String iamPolicy() {
        return IamPolicy.of(this);
    }

    /**
     * Reads a plan that {@link #toJson()} wrote.
     *
     * @param json the document; fields may have been put in another order, and white space changed
     * @return the plan
     * @throws IllegalArgumentException if it is not JSON, no plan, of another version, a field is missing, unknown or wrong,
     *     or anything was edited so that the fingerprint does not fit; the message names the field
     */
    public static Plan fromJson(String json) {
        return PlanJson.read(json);
    }

    /**
     * Starts a plan about single images, good for {@link #LIFETIME}.
     *
     * @param title what it is for
     * @param account the account it is about
     * @param now when the account was looked at
     * @return a builder for actions and notes
     */
    public static Builder of(String title, AccountId account, Instant now) {
        Builder builder = builder();
        builder.title(title).account(account).createdAt(now).expiresAt(now.plus(LIFETIME));
        return builder;
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
