package dev.amis.cleanup;

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
public final class Cleanup {

    private final Session session;
    private final ReferenceSources sources;
    private final RetentionPolicy policy;

    private Cleanup(Session session, ReferenceSources sources, RetentionPolicy policy) {
        this.session = session;
        this.sources = sources;
        this.policy = policy;
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
        return new Cleanup(session, sources, policy);
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
     * Keeps the newest images of each family, by creation date, then name, then id. Only available ones count.
     *
     * @param count how many, at least 1
     * @return the new cleanup
     * @throws IllegalArgumentException if the count is below 1
     */
    public Cleanup keepingLatest(int count) {
        return keeping(new KeepRule.Latest(count));
    }

    /**
     * Keeps images up to an age.
     *
     * @param age counted from the creation date to the time of the plan
     * @return the new cleanup
     * @throws IllegalArgumentException if the age is not positive, or above a hundred years
     */
    public Cleanup keepingNewerThan(Duration age) {
        return keeping(new KeepRule.NewerThan(age));
    }

    /**
     * Keeps images that have a tag, whatever its value.
     *
     * @param key the key, case-sensitive
     * @return the new cleanup
     * @throws IllegalArgumentException if the key is blank
     */
    public Cleanup keepingTagged(String key) {
        return keeping(new KeepRule.Tagged(key, Optional.empty()));
    }

    /**
     * Keeps images that have a tag with a value.
     *
     * @param key the key, case-sensitive
     * @param value the value, case-sensitive
     * @return the new cleanup
     * @throws IllegalArgumentException if the key is blank
     */
    public Cleanup keepingTagged(String key, String value) {
        return keeping(new KeepRule.Tagged(key, Optional.of(value)));
    }

    /**
     * Keeps images that were launched lately, as EC2 counts: since April 2017 and up to 24 hours late.
     *
     * @param age how long ago at most; an image that was never launched is not kept by this
     * @return the new cleanup
     * @throws IllegalArgumentException if the age is not positive, or above a hundred years
     */
    public Cleanup keepingLaunchedWithin(Duration age) {
        return keeping(new KeepRule.LaunchedWithin(age));
    }

    /**
     * Keeps images that others may launch. Who uses them there cannot be seen from here. Takes a call of {@code
     * DescribeImageAttribute} for each image that nothing else keeps.
     *
     * @return the new cleanup
     */
    public Cleanup keepingShared() {
        return keeping(new KeepRule.Shared());
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
        return with(policy.withRetirement(new Retirement.Deprecate(Optional.empty())));
    }

    /**
     * Deprecates what nothing keeps.
     *
     * @param after how long after the plan was made, rounded up to full minutes; the plan is valid no longer than that
     * @return the new cleanup
     * @throws IllegalArgumentException if it is not positive, or above ten years
     */
    public Cleanup deprecatingIn(Duration after) {
        return with(policy.withRetirement(new Retirement.Deprecate(Optional.of(after))));
    }

    /**
     * Disables what nothing keeps: it cannot be launched until it is enabled again, and loses its launch permissions.
     *
     * @return the new cleanup
     */
    public Cleanup disabling() {
        return with(policy.withRetirement(new Retirement.Disable()));
    }

    /**
     * Deregisters what nothing keeps and deletes its snapshots as far as no other image needs them. This is what happens if
     * nothing else is said.
     *
     * @return the new cleanup
     */
    public Cleanup deregistering() {
        return with(policy.withRetirement(new Retirement.Deregister(true)));
    }

    /**
     * Keeps the snapshots of images that are deregistered.
     *
     * @return the new cleanup
     * @throws IllegalStateException if images are not to be deregistered
     */
    public Cleanup keepingSnapshots() {
        if (!(policy.retirement() instanceof Retirement.Deregister)) {
            throw new IllegalStateException("snapshots can be kept where images are deregistered, but the policy is to "
                    + policy.retirement().describe());
        }
        return with(policy.withRetirement(new Retirement.Deregister(false)));
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
        return new CleanupRun(session, sources, policy).plan();
    }

    /** The policy as one line. */
    @Override
    public String toString() {
        return policy.toString();
    }

    private Cleanup keeping(KeepRule rule) {
        List<KeepRule> rules = new ArrayList<>(policy.keepRules());
        rules.add(rule);
        return with(policy.withKeepRules(rules));
    }

    private Cleanup with(RetentionPolicy changed) {
        return new Cleanup(session, sources, changed);
    }
}
