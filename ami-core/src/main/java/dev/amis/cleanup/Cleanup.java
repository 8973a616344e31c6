package dev.amis.cleanup;

import dev.amis.cost.PriceSource;
import dev.amis.internal.Session;
import dev.amis.model.Region;
import dev.amis.plan.Plan;
import dev.amis.usage.ReferenceSource;
import dev.amis.usage.ReferenceSources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A cleanup of old images, step by step; starts at {@code Amis.cleanup()}. Immutable: each step makes a new one, and
 * nothing is read before {@link #plan()}.
 *
 * <p>An image stays if one rule keeps it. Beside the rules named here, an image always stays if it is
 *
 * <ul>
 *   <li>of no family, another account's, managed by AWS Backup, still being made, or without a creation date;
 *   <li>the newest available image of a family of which no other available image would stay;
 * </ul>
 *
 * <p>and, where it would be disabled or deregistered, if it is
 *
 * <ul>
 *   <li>in use, or possibly in use: see {@link #protectingInUse()};
 *   <li>protected from being deregistered, or still cooling down;
 *   <li>public, unless {@link #includingPublic()};
 *   <li>disabled or failed, unless {@link #includingDisabled()} or {@link #includingFailed()}.
 * </ul>
 */
public final class Cleanup implements KeepingSteps<Cleanup>, LimitingSteps<Cleanup>, PricingSteps<Cleanup> {

    private final Session session;
    private final ReferenceSources sources;
    private final RetentionPolicy policy;
    private final Optional<PriceSource> prices;

    private Cleanup(Session session, ReferenceSources sources, RetentionPolicy policy, Optional<PriceSource> prices) {
        this.session = session;
        this.sources = sources;
        this.policy = policy;
        this.prices = prices;
    }

    /**
     * Goes on with a policy. Use {@code Amis.cleanup(policy)}.
     *
     * @param session the account
     * @param sources who is asked for references
     * @param policy the policy
     * @return the cleanup
     */
    @SuppressWarnings("exports") // made by the façade only
    public static Cleanup of(Session session, ReferenceSources sources, RetentionPolicy policy) {
        return new Cleanup(session, sources, policy, Optional.empty());
    }

    /**
     * Looks at these Regions, instead of the one that the façade has in mind. Each has families of its own: the latest 5
     * are the latest 5 of each Region.
     *
     * @param first a Region
     * @param more further Regions
     * @return the new cleanup
     */
    public Cleanup in(Region first, Region... more) {
        Set<Region> regions = new LinkedHashSet<>();
        regions.add(first);
        regions.addAll(List.of(more));
        return with(policy.withRegions(regions));
    }

    /**
     * Touches only images that have a tag, whatever its value. Families are made up of those only, so the latest 5 are the
     * latest 5 that have it.
     *
     * @param key the key, case-sensitive
     * @return the new cleanup
     * @throws IllegalArgumentException if the key is blank, or the policy keeps all images that have the tag
     */
    public Cleanup onlyTagged(String key) {
        return only(new OnlyRule.Tagged(key, Optional.empty()));
    }

    /**
     * Touches only images that have a tag with a value. Families are made up of those only.
     *
     * @param key the key, case-sensitive
     * @param value the value, case-sensitive
     * @return the new cleanup
     * @throws IllegalArgumentException if the key is blank, another value was asked for before, or the policy keeps all images
     *     that have the tag
     */
    public Cleanup onlyTagged(String key, String value) {
        return only(new OnlyRule.Tagged(key, Optional.of(value)));
    }

    /**
     * Touches only images of which a tag holds a date that has passed. Others stay, and count in their families. Images with
     * something else in the tag stay for good. It suffices as a policy; further rules keep images although they have expired.
     *
     * @param key the key, case-sensitive; its value is a date such as {@code 2026-01-31}, which has passed when that day has
     *     ended in UTC, or an instant such as {@code 2026-01-31T18:00:00Z}
     * @return the new cleanup
     * @throws IllegalArgumentException if the key is blank
     */
    public Cleanup onlyExpired(String key) {
        return only(new OnlyRule.Expired(key));
    }

    /**
     * Keeps images that something refers to or may refer to: instances, launch templates, copies in progress, and what the
     * sources tell of that the façade was built with. This is so already wherever images would be disabled or deregistered;
     * saying it does the same for deprecating.
     *
     * <p>If a source cannot be read in a Region, all images of that Region stay; see {@link ReferenceSource#standard()}.
     *
     * @return the new cleanup
     */
    public Cleanup protectingInUse() {
        return with(policy.withUseProtection(UseProtection.ALWAYS));
    }

    /**
     * Does not ask some sources of references; what only they know of is removed.
     *
     * @param sources names of sources, for example {@code launch templates}
     * @return the new cleanup
     */
    public Cleanup ignoringUseIn(String... sources) {
        Set<String> ignored = new LinkedHashSet<>(policy.ignoredSources());
        ignored.addAll(List.of(sources));
        return with(policy.withIgnoredSources(ignored));
    }

    /**
     * Removes images whether or not something refers to them. Instances go on running; launches from templates and groups
     * fail.
     *
     * @return the new cleanup
     */
    public Cleanup ignoringUse() {
        return with(policy.withUseProtection(UseProtection.NEVER));
    }

    /**
     * Lets public images be disabled and deregistered too. Who uses them cannot be seen from here.
     *
     * @return the new cleanup
     */
    public Cleanup includingPublic() {
        return with(policy.withIncludingPublic(true));
    }

    /**
     * Lets disabled images be deregistered too. They do not count among the latest.
     *
     * @return the new cleanup
     */
    public Cleanup includingDisabled() {
        return with(policy.withIncludingDisabled(true));
    }

    /**
     * Lets images that could not be made be deregistered too; they linger otherwise.
     *
     * @return the new cleanup
     */
    public Cleanup includingFailed() {
        return with(policy.withIncludingFailed(true));
    }

    /**
     * Deprecates what nothing keeps, as of the end of the plan's validity. Deprecated images can still be launched; those
     * of which the date is set already and not later are left alone.
     *
     * @return the new cleanup
     */
    public Cleanup deprecating() {
        return retiringBy(new Retirement.Deprecate(Optional.empty()));
    }

    /**
     * Deprecates what nothing keeps.
     *
     * @param after how long after the plan was made, rounded up to full minutes; the plan is valid no longer than that
     * @return the new cleanup
     * @throws IllegalArgumentException if it is not positive, or above ten years
     */
    public Cleanup deprecatingIn(Duration after) {
        return retiringBy(new Retirement.Deprecate(Optional.of(after)));
    }

    /**
     * Disables what nothing keeps: it cannot be launched until it is enabled again, and loses its launch permissions.
     *
     * @return the new cleanup
     */
    public Cleanup disabling() {
        return retiringBy(new Retirement.Disable());
    }

    /**
     * Deregisters what nothing keeps and deletes its snapshots as far as no other image needs them. This is what happens if
     * nothing else is said.
     *
     * @return the new cleanup
     */
    public Cleanup deregistering() {
        return retiringBy(new Retirement.Deregister(true));
    }

    /**
     * Retires what nothing keeps step by step, each plan the step that is due: deprecates it, disables it a while later, and
     * deregisters it another while later. See {@link Stages} for where an image stands, and what makes it stay there.
     *
     * @param stages for example {@code
     *     Stages.deprecating().disablingAfter(Duration.ofDays(30)).deregisteringAfter(Duration.ofDays(30))}
     * @return the new cleanup
     * @throws IllegalStateException if it was said that images are to be deprecated, disabled or deregistered otherwise
     * @throws IllegalArgumentException if disabled or failed images are included, or use is ignored
     */
    public Cleanup inStages(Stages stages) {
        return retiringBy(stages);
    }

    /**
     * Keeps the snapshots of images that are deregistered.
     *
     * @return the new cleanup
     * @throws IllegalStateException if images are not to be deregistered
     */
    public Cleanup keepingSnapshots() {
        if (policy.retirement() instanceof Stages stages) {
            return with(policy.withRetirement(stages.keepingSnapshots()));
        }
        if (!(policy.retirement() instanceof Retirement.Deregister)) {
            throw new IllegalStateException("snapshots can be kept where images are deregistered, but the policy is to "
                    + policy.retirement().describe());
        }
        return retiringBy(new Retirement.Deregister(false));
    }

    /**
     * Limits how many images the plan may change in all Regions together.
     *
     * @param images the limit, at least 1
     * @return the new cleanup
     * @throws IllegalArgumentException if the limit is below 1
     */
    public Cleanup atMost(int images) {
        return with(policy.withAtMost(images));
    }

    /**
     * Limits how much of each family the plan may change.
     *
     * @param percent the limit, from 1 to 100
     * @return the new cleanup
     * @throws IllegalArgumentException if the limit is not from 1 to 100
     */
    public Cleanup atMostPercent(int percent) {
        return with(policy.withAtMostPercent(percent));
    }

    /**
     * Sets how long the plan may be applied; by default a day.
     *
     * @param validity counted from when it was made
     * @return the new cleanup
     * @throws IllegalArgumentException if it is not positive, or above a hundred years
     */
    public Cleanup validFor(Duration validity) {
        return with(policy.withValidFor(validity));
    }

    /**
     * Decides about copies of an image in other Regions together: if one of them is kept, for whatever reason, all are. Copies
     * are images of the same name and family, and those that were copied from one another or from the same image. Only Regions
     * that the policy looks at count, and only images of its families.
     *
     * @return the new cleanup
     */
    public Cleanup keepingCopiesTogether() {
        return with(policy.withKeepingCopiesTogether(true));
    }

    /**
     * Plans by another policy too, for images that this one is not about, for example those of another environment.
     *
     * @param other the other policy, for example {@code another.policy()}
     * @return both, to be planned together
     */
    public CombinedCleanup and(RetentionPolicy other) {
        return CombinedCleanup.of(session, sources, List.of(policy), prices).and(other);
    }

    /**
     * What was said so far, as a value.
     *
     * @return the policy
     */
    public RetentionPolicy policy() {
        return policy;
    }

    /**
     * Looks at all own images and who refers to them, and decides about each; nothing is changed.
     *
     * <p>Calls {@code DescribeImages} and what the sources of references call, and {@code ListRules} of the Recycle Bin, for
     * each Region.
     *
     * @return the plan, with a decision about every own image of the Regions
     * @throws IllegalStateException if no rule says what stays
     * @throws dev.amis.error.ConflictException if the plan would exceed a limit
     * @throws dev.amis.error.AmiException if the images could not be read
     */
    public Plan plan() {
        return new CleanupRun(session, sources, List.of(policy), prices).plan();
    }

    /** The policy as one line. */
    @Override
    public String toString() {
        return policy.toString();
    }

    @Override
    public Cleanup keeping(KeepRule rule) {
        List<KeepRule> rules = new ArrayList<>(policy.keepRules());
        rules.add(rule);
        return with(policy.withKeepRules(rules));
    }

    @Override
    public Cleanup pricedBy(PriceSource source) {
        return new Cleanup(session, sources, policy, Optional.of(source));
    }

    @Override
    public Cleanup limitedBy(OwnerLimit limit) {
        List<OwnerLimit> limits = new ArrayList<>(policy.ownerLimits());
        limits.add(limit);
        return with(policy.withOwnerLimits(limits));
    }

    private Cleanup only(OnlyRule rule) {
        List<OnlyRule> rules = new ArrayList<>(policy.onlyRules());
        rules.add(rule);
        return with(policy.withOnlyRules(rules));
    }

    private Cleanup retiringBy(Retirement retirement) {
        boolean isSaid = !policy.retirement().equals(new Retirement.Deregister(true));
        if (isSaid && retirement instanceof Stages != policy.retirement() instanceof Stages) {
            throw new IllegalStateException(
                    "images are retired either in stages or at once: to " + retirement.describe() + " contradicts to "
                            + policy.retirement().describe() + ", which was said before");
        }
        return with(policy.withRetirement(retirement));
    }

    private Cleanup with(RetentionPolicy changed) {
        return new Cleanup(session, sources, changed, prices);
    }
}
