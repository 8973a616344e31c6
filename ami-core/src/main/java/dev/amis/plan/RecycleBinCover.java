package dev.amis.plan;

import dev.amis.error.AmiException;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import dev.amis.spi.RecycleBinRulePort;
import dev.amis.spi.RegionalProvider;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the rules of the Recycle Bin in one Region would keep, and so how far a removal could be taken back. */
public final class RecycleBinCover {

    private static final Reversibility NO_RULE = Reversibility.irreversible("no rule of the Recycle Bin keeps it");
    private static final Reversibility NEVER_AVAILABLE =
            Reversibility.irreversible("the Recycle Bin does not keep what never became available");

    private final List<RecycleBinRule> rules;
    private final Optional<Reversibility> unread;

    private RecycleBinCover(List<RecycleBinRule> rules, Optional<String> unread) {
        this.rules = List.copyOf(rules);
        this.unread = unread.map(why -> Reversibility.irreversible(
                "whether the Recycle Bin keeps it is not known, its rules could not be read: " + why));
    }

    /**
     * Stands for rules that were not asked for: nothing counts as covered.
     *
     * @return the cover
     */
    public static RecycleBinCover unread() {
        return new RecycleBinCover(List.of(), Optional.of("they were not asked for"));
    }

    /**
     * Reads the rules of a Region, by {@code ListRules} and {@code GetRule}. Where they cannot be read, nothing counts as
     * covered.
     *
     * @param region the account in the Region
     * @return the cover
     */
    public static RecycleBinCover read(RegionalProvider region) {
        Optional<RecycleBinRulePort> port = region.recycleBinRules();
        if (port.isEmpty()) {
            return new RecycleBinCover(List.of(), Optional.of("the provider has no access to them"));
        }
        try {
            return new RecycleBinCover(port.get().listRules(), Optional.empty());
        } catch (AmiException failure) {
            return new RecycleBinCover(List.of(), Optional.of(failure.failure().message()));
        }
    }

    /**
     * Tells whether the tags of snapshots must be known, which takes a call to read.
     *
     * @return whether a rule for snapshots depends on tags
     */
    public boolean dependsOnSnapshotTags() {
        return rules.stream()
                .filter(rule -> rule.resourceType() == RecycleBinResourceType.EBS_SNAPSHOT)
                .anyMatch(rule -> !rule.resourceTags().isEmpty()
                        || !rule.excludeResourceTags().isEmpty());
    }

    /**
     * How far deregistering an image could be taken back. It comes back whole as long as it and all of its snapshots are
     * there, in the bin or out of it.
     *
     * @param image the image
     * @param deleted the snapshots that would go with it
     * @param tagsOf the tags of a snapshot, nothing if they are not known
     * @return {@link Reversibility.Kind#UNTIL} for the shortest retention, or irreversible with the reason
     */
    public Reversibility ofDeregistering(
            Image image, List<SnapshotId> deleted, Function<SnapshotId, Optional<Tags>> tagsOf) {
        if (image.state() == ImageState.FAILED || image.state() == ImageState.PENDING) {
            return NEVER_AVAILABLE;
        }
        if (rules.isEmpty()) {
            return unread.orElse(NO_RULE);
        }
        Optional<Duration> shortest = retention(RecycleBinResourceType.EC2_IMAGE, image.tags());
        if (shortest.isEmpty()) {
            return NO_RULE;
        }
        for (SnapshotId snapshot : deleted) {
            Optional<Duration> kept = ofSnapshot(tagsOf.apply(snapshot));
            if (kept.isEmpty()) {
                return Reversibility.irreversible("a rule of the Recycle Bin keeps the image, but none keeps "
                        + snapshot + ", without which it cannot be restored");
            }
            shortest = shortest.filter(one -> one.compareTo(kept.get()) <= 0).or(() -> kept);
        }
        return Reversibility.recycleBin(shortest.get());
    }

    /**
     * How far deleting a snapshot could be taken back.
     *
     * @param tags the tags of the snapshot
     * @return {@link Reversibility.Kind#UNTIL} for the retention, or irreversible with the reason
     */
    public Reversibility ofDeletingSnapshot(Tags tags) {
        return unread.orElseGet(() ->
                ofSnapshot(Optional.of(tags)).map(Reversibility::recycleBin).orElse(NO_RULE));
    }

    /**
     * How long a snapshot would stay in the bin if it were deleted.
     *
     * @param tags the tags of the snapshot
     * @return the retention, zero if no rule covers it, nothing if the rules could not be read
     */
    public Optional<Duration> retentionOfSnapshot(Tags tags) {
        return unread.isPresent()
                ? Optional.empty()
                : ofSnapshot(Optional.of(tags)).or(() -> Optional.of(Duration.ZERO));
    }

    private Optional<Duration> ofSnapshot(Optional<Tags> tags) {
        if (tags.isEmpty() && dependsOnSnapshotTags()) {
            return Optional.empty();
        }
        return retention(RecycleBinResourceType.EBS_SNAPSHOT, tags.orElse(Tags.none()));
    }

    /** Of several rules that match, the longest retention wins. */
    private Optional<Duration> retention(RecycleBinResourceType type, Tags tags) {
        return rules.stream()
                .filter(rule -> rule.resourceType() == type && rule.covers(tags))
                .map(RecycleBinRule::retention)
                .max(Comparator.naturalOrder());
    }
}
