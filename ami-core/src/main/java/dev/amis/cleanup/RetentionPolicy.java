package dev.amis.cleanup;

import dev.amis.internal.style.AmisStyle;
import dev.amis.model.Region;
import dev.amis.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * Which images stay, and what is done with the others: a value that can be printed, compared, and used again with {@code
 * Amis.cleanup(policy)}.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class RetentionPolicy implements WithRetentionPolicy {

    RetentionPolicy() {}

    /**
     * How images are sorted into families.
     *
     * @return the rule
     */
    public abstract FamilyRule families();

    /**
     * The Regions that are looked at.
     *
     * @return the Regions; none stands for the one that the façade has in mind
     */
    public abstract List<Region> regions();

    /**
     * What makes an image stay.
     *
     * @return the rules, of which one suffices; a policy without any makes no plan
     */
    public abstract List<KeepRule> keepRules();

    /**
     * Which images can be touched at all.
     *
     * @return the rules, of which all have to hold
     */
    public abstract List<OnlyRule> onlyRules();

    /**
     * What is done with images that nothing keeps.
     *
     * @return deregistering them and deleting their snapshots, if nothing else was said
     */
    @Value.Default
    public Retirement retirement() {
        return new Retirement.Deregister(true);
    }

    /**
     * Whether images in use stay.
     *
     * @return {@link UseProtection#WHERE_REMOVED} if nothing else was said
     */
    @Value.Default
    public UseProtection useProtection() {
        return UseProtection.WHERE_REMOVED;
    }

    /**
     * The sources of references that are not asked.
     *
     * @return their names
     */
    public abstract Set<String> ignoredSources();

    /**
     * Whether public images can be disabled and deregistered.
     *
     * @return false if nothing else was said: they stay
     */
    @Value.Default
    public boolean includingPublic() {
        return false;
    }

    /**
     * Whether disabled images can be deregistered.
     *
     * @return false if nothing else was said: they stay
     */
    @Value.Default
    public boolean includingDisabled() {
        return false;
    }

    /**
     * Whether images that could not be made can be deregistered.
     *
     * @return false if nothing else was said: they stay
     */
    @Value.Default
    public boolean includingFailed() {
        return false;
    }

    /**
     * Whether copies of an image in several Regions stay together.
     *
     * @return false if nothing else was said: each Region is by itself
     */
    @Value.Default
    public boolean keepingCopiesTogether() {
        return false;
    }

    /**
     * How many images a plan may change in all.
     *
     * @return the limit, from 1; nothing stands for none
     */
    public abstract OptionalInt atMost();

    /**
     * How much of each family a plan may change.
     *
     * @return the limit in percent, from 1 to 100; nothing stands for none
     */
    public abstract OptionalInt atMostPercent();

    /**
     * How many images of each owner a plan may change.
     *
     * @return the limits, all of which hold
     */
    public abstract List<OwnerLimit> ownerLimits();

    /**
     * How long a plan may be applied.
     *
     * @return a day if nothing else was said
     */
    @Value.Default
    public Duration validFor() {
        return Plan.LIFETIME;
    }

    @Value.Check
    void check() {
        atMost().ifPresent(limit -> Arguments.range("atMost", limit, 1, Integer.MAX_VALUE));
        atMostPercent().ifPresent(limit -> Arguments.range("atMostPercent", limit, 1, 100));
        Arguments.span("validFor", validFor());
        Contradictions.check(this);
    }

    /** Whether it is asked who refers to images. */
    boolean asksForUse() {
        return switch (useProtection()) {
            case WHERE_REMOVED -> retirement().removes() || asksForPrevious();
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }

    /** Whether a rule, or a part of one, is about the image to roll back to. */
    boolean asksForPrevious() {
        return Leaves.of(keepRules()).contains(new KeepRule.Previous());
    }

    /** Whether it says enough to make a plan: which images stay, or else which have expired. */
    boolean isComplete() {
        return !keepRules().isEmpty() || onlyRules().stream().anyMatch(OnlyRule.Expired.class::isInstance);
    }

    /**
     * The policy as one line for people; no tag values.
     *
     * @return what is done to which images, and which stay
     */
    @Override
    public String toString() {
        List<String> kept = new ArrayList<>(RuleTexts.of(keepRules(), !asksForUse()));
        if (kept.isEmpty()) {
            kept.add("none");
        }
        if (asksForUse()) {
            kept.add("in use");
        }
        String where = regions().stream().map(Region::value).collect(Collectors.joining(", "));
        String only =
                onlyRules().stream().map(rule -> ", only " + rule.describe()).collect(Collectors.joining());
        return retirement().describe() + " images of " + families().describe()
                + (where.isEmpty() ? "" : " in " + where)
                + only
                + ", keeping " + String.join(", ", kept) + (keepingCopiesTogether() ? ", copies together" : "")
                + (useProtection() == UseProtection.NEVER ? "; whether in use or not" : "");
    }

    /** Starts a new value, with an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link RetentionPolicy} values; each attribute can be set once. */
    public static final class Builder extends ImmutableRetentionPolicy.Builder {
        Builder() {}
    }
}
