package dev.amis.cleanup;

import dev.amis.cost.PriceSource;
import dev.amis.cost.Prices;
import dev.amis.internal.Session;
import dev.amis.internal.owners.SnapshotOwners;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A cleanup of snapshots that images left behind, step by step; starts at {@code Amis.orphanSnapshots()}. Immutable: each step
 * makes a new one, and nothing is read before {@link #plan()}.
 *
 * <p>A snapshot is deleted only if it provably was made for an image that is gone, by the whole text that {@code CreateImage},
 * {@code CopyImage} or an import writes into its description, or by a {@linkplain #madeForImageIn tag}. Snapshots that somebody
 * made are left alone. So is what
 *
 * <ul>
 *   <li>an image needs, whatever its state, or an image of another account;
 *   <li>an image in the Recycle Bin may need: EC2 does not tell which, see {@link #trustingDescriptions()};
 *   <li>a volume was made from, or any version of a launch template makes volumes of, or fast launch or a copy in progress
 *       needs;
 *   <li>is shared or public;
 *   <li>is managed by AWS Backup, Data Lifecycle Manager or another service of AWS, by its tags;
 *   <li>is younger than a day, pending, or being recovered.
 * </ul>
 *
 * <p>If one of this cannot be read in a Region, all snapshots of that Region stay.
 */
public final class OrphanSnapshots implements LimitingSteps<OrphanSnapshots>, PricingSteps<OrphanSnapshots> {

    /** The sources that are asked who needs snapshots, by name. */
    public static final List<String> SOURCES = List.of(
            SnapshotOwners.IMAGES,
            SnapshotOwners.IMAGES_OF_OTHERS,
            SnapshotOwners.VOLUMES,
            SnapshotOwners.LAUNCH_TEMPLATES,
            SnapshotOwners.FAST_LAUNCH,
            SnapshotOwners.COPIES,
            SnapshotOwners.RECYCLE_BIN);

    private final Session session;
    private final OrphanPolicy policy;
    private final PriceSource prices;

    private OrphanSnapshots(Session session, OrphanPolicy policy, PriceSource prices) {
        this.session = session;
        this.policy = policy;
        this.prices = prices;
    }

    /**
     * Goes on with a policy. Use {@code Amis.orphanSnapshots()}.
     *
     * @param session the account
     * @param policy the policy
     * @return the cleanup
     */
    @SuppressWarnings("exports") // made by the façade only
    public static OrphanSnapshots of(Session session, OrphanPolicy policy) {
        return new OrphanSnapshots(session, policy, Prices.builtIn());
    }

    /**
     * Looks at these Regions, instead of the one that the façade has in mind.
     *
     * @param first a Region
     * @param more further Regions
     * @return the new cleanup
     */
    public OrphanSnapshots in(Region first, Region... more) {
        Set<Region> regions = new LinkedHashSet<>();
        regions.add(first);
        regions.addAll(List.of(more));
        return with(policy.withRegions(regions));
    }

    /**
     * Touches only snapshots that have a tag, whatever its value.
     *
     * @param key the key, case-sensitive
     * @return the new cleanup
     * @throws IllegalArgumentException if the key is blank
     */
    public OrphanSnapshots onlyTagged(String key) {
        return only(new OnlyRule.Tagged(key, Optional.empty()));
    }

    /**
     * Touches only snapshots that have a tag with a value, for example that of their owner.
     *
     * @param key the key, case-sensitive
     * @param value the value, case-sensitive
     * @return the new cleanup
     * @throws IllegalArgumentException if the key is blank
     */
    public OrphanSnapshots onlyTagged(String key, String value) {
        return only(new OnlyRule.Tagged(key, Optional.of(value)));
    }

    /**
     * Keeps snapshots that have a tag, whatever its value.
     *
     * @param key the key, case-sensitive
     * @return the new cleanup
     * @throws IllegalArgumentException if the key is blank
     */
    public OrphanSnapshots keepingTagged(String key) {
        return keep(new KeepRule.Tagged(key, Optional.empty()));
    }

    /**
     * Keeps snapshots that have a tag with a value.
     *
     * @param key the key, case-sensitive
     * @param value the value, case-sensitive
     * @return the new cleanup
     * @throws IllegalArgumentException if the key is blank
     */
    public OrphanSnapshots keepingTagged(String key, String value) {
        return keep(new KeepRule.Tagged(key, Optional.of(value)));
    }

    /**
     * Keeps snapshots until the date in a tag of theirs. What is no date keeps the snapshot for good.
     *
     * @param key the key, case-sensitive; its value is a date such as {@code 2026-01-31}, up to the end of that day in UTC, or
     *     an instant such as {@code 2026-01-31T18:00:00Z}
     * @return the new cleanup
     * @throws IllegalArgumentException if the key is blank
     */
    public OrphanSnapshots keepingUntil(String key) {
        Set<String> keys = new LinkedHashSet<>(policy.keepUntil());
        keys.add(key);
        return with(policy.withKeepUntil(keys));
    }

    /**
     * Keeps snapshots up to an age.
     *
     * @param age counted from when they were begun to the time of the plan, at least a day, which is the default
     * @return the new cleanup
     * @throws IllegalArgumentException if the age is below a day, or above a hundred years
     */
    public OrphanSnapshots keepingNewerThan(Duration age) {
        return with(policy.withKeepNewerThan(age));
    }

    /**
     * Keeps snapshots that are named one by one.
     *
     * @param snapshot the id of a snapshot
     * @param more further ids
     * @return the new cleanup
     */
    public OrphanSnapshots keeping(SnapshotId snapshot, SnapshotId... more) {
        Set<SnapshotId> kept = new LinkedHashSet<>(policy.kept());
        kept.add(snapshot);
        kept.addAll(List.of(more));
        return with(policy.withKept(kept));
    }

    /**
     * Also takes a tag as proof that a snapshot was made for an image: its value is the id of the image. Where the description
     * says otherwise, the snapshot stays.
     *
     * @param key the key, case-sensitive
     * @return the new cleanup
     * @throws IllegalArgumentException if the key is blank
     */
    public OrphanSnapshots madeForImageIn(String key) {
        Set<String> keys = new LinkedHashSet<>(policy.imageTags());
        keys.add(key);
        return with(policy.withImageTags(keys));
    }

    /**
     * Does not ask some sources who needs snapshots; what only they know of is deleted.
     *
     * @param sources names out of {@link #SOURCES}, but not that of the account's own images
     * @return the new cleanup
     * @throws IllegalArgumentException if a name is none of these
     */
    public OrphanSnapshots ignoringUseIn(String... sources) {
        Set<String> ignored = new LinkedHashSet<>(policy.ignoredSources());
        ignored.addAll(List.of(sources));
        return with(policy.withIgnoredSources(ignored));
    }

    /**
     * Takes it that an image in the Recycle Bin needs only the snapshots whose description or tags name it. That is so unless
     * somebody registered it on snapshots of another image; without this, no snapshot is deleted that is older than the
     * last image that came into the bin.
     *
     * @return the new cleanup
     */
    public OrphanSnapshots trustingDescriptions() {
        return with(policy.withTrustingDescriptions(true));
    }

    /**
     * Does not believe a source that tells of too little in a Region: a role that sees half, an answer cut short. All snapshots
     * of the Region stay then.
     *
     * @param uses how many uses of snapshots it must tell of, at least 1
     * @param source its name, out of {@link #SOURCES}
     * @return the new cleanup
     * @throws IllegalArgumentException if the number is below 1, or there is no such source
     */
    public OrphanSnapshots expectingAtLeast(int uses, String source) {
        Map<String, Integer> expected = new LinkedHashMap<>(policy.expected());
        expected.put(source, uses);
        return with(policy.withExpected(expected));
    }

    /**
     * Limits how many snapshots the plan may delete in all Regions together.
     *
     * @param snapshots the limit, at least 1
     * @return the new cleanup
     * @throws IllegalArgumentException if the limit is below 1
     */
    public OrphanSnapshots atMost(int snapshots) {
        return with(policy.withAtMost(snapshots));
    }

    /**
     * Limits how much of the own snapshots of each Region the plan may delete.
     *
     * @param percent the limit, from 1 to 100
     * @return the new cleanup
     * @throws IllegalArgumentException if the limit is not from 1 to 100
     */
    public OrphanSnapshots atMostPercent(int percent) {
        return with(policy.withAtMostPercent(percent));
    }

    /**
     * Sets how long the plan may be applied; by default a day.
     *
     * @param validity counted from when it was made
     * @return the new cleanup
     * @throws IllegalArgumentException if it is not positive, or above a hundred years
     */
    public OrphanSnapshots validFor(Duration validity) {
        return with(policy.withValidFor(validity));
    }

    /**
     * What was said so far, as a value.
     *
     * @return the policy
     */
    public OrphanPolicy policy() {
        return policy;
    }

    /**
     * Looks at all own snapshots and who needs them, and decides about each; nothing is changed.
     *
     * <p>Calls {@code DescribeSnapshots}, {@code DescribeImages}, {@code DescribeVolumes}, {@code
     * DescribeLaunchTemplateVersions}, {@code DescribeFastLaunchImages} and {@code ListImagesInRecycleBin} for each Region,
     * {@code DescribeLaunchTemplateVersions} once more for each template with versions beside its default and its latest one
     * if nothing else keeps all snapshots, {@code DescribeSnapshotAttribute} for each snapshot that nothing else keeps, and {@code ListRules} of the Recycle Bin.
     *
     * @return the plan, with a decision about every own snapshot of the Regions
     * @throws dev.amis.error.ConflictException if the plan would exceed a limit
     * @throws dev.amis.error.AmiException if the snapshots could not be read
     */
    public Plan plan() {
        return new OrphanRun(session, policy, prices).plan();
    }

    /** The policy as one line. */
    @Override
    public String toString() {
        return policy.toString();
    }

    private OrphanSnapshots only(OnlyRule.Tagged rule) {
        List<OnlyRule.Tagged> rules = new ArrayList<>(policy.onlyTagged());
        rules.add(rule);
        return with(policy.withOnlyTagged(rules));
    }

    private OrphanSnapshots keep(KeepRule.Tagged rule) {
        List<KeepRule.Tagged> rules = new ArrayList<>(policy.keepTagged());
        rules.add(rule);
        return with(policy.withKeepTagged(rules));
    }

    /** By default the built-in prices are used: the sizes of snapshots are known without a further call. */
    @Override
    public OrphanSnapshots pricedBy(PriceSource source) {
        return new OrphanSnapshots(session, policy, source);
    }

    @Override
    public OrphanSnapshots limitedBy(OwnerLimit limit) {
        List<OwnerLimit> limits = new ArrayList<>(policy.ownerLimits());
        limits.add(limit);
        return with(policy.withOwnerLimits(limits));
    }

    private OrphanSnapshots with(OrphanPolicy changed) {
        return new OrphanSnapshots(session, changed, prices);
    }
}
