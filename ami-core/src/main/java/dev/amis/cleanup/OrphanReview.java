package dev.amis.cleanup;

import dev.amis.error.AmiException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.Session;
import dev.amis.internal.owners.SnapshotNeed;
import dev.amis.internal.owners.SnapshotOrigin;
import dev.amis.internal.owners.SnapshotOwners;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.Tags;
import dev.amis.plan.Action;
import dev.amis.plan.Decision;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import dev.amis.plan.RecycleBinCover;
import dev.amis.plan.Verdict;
import dev.amis.spi.RegionalProvider;
import dev.amis.usage.UnreadSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides about the snapshots of one Region. What takes a call for each snapshot is asked last, where nothing else keeps it. */
final class OrphanReview {

    private final Session session;
    private final OrphanPolicy policy;
    private final Region region;
    private final Instant now;
    private final Map<Snapshot, List<Reason>> reasons = new LinkedHashMap<>();

    OrphanReview(Session session, OrphanPolicy policy, Region region, Instant now) {
        this.session = session;
        this.policy = policy;
        this.region = region;
        this.now = now;
    }

    /** Puts decisions and actions into a plan, and counts them. */
    void of(List<Snapshot> found, OrphanLimits limits, Plan.Builder plan) {
        OrphanTests tests = new OrphanTests(policy, now);
        List<Snapshot> snapshots = new ArrayList<>(found);
        snapshots.sort(Comparator.comparing((Snapshot one) -> one.startTime().orElse(Instant.MIN))
                .reversed()
                .thenComparing(Snapshot::snapshotId));
        snapshots.forEach(snapshot -> reasons.put(snapshot, tests.of(snapshot)));
        List<String> early = new ArrayList<>(policy.sources());
        boolean others = early.remove(SnapshotOwners.IMAGES_OF_OTHERS);
        ask(early, snapshots, plan);
        if (others) {
            ask(List.of(SnapshotOwners.IMAGES_OF_OTHERS), orphans(), plan);
        }
        if (early.contains(SnapshotOwners.LAUNCH_TEMPLATES)) {
            ask(List.of(SnapshotOwners.ALL_TEMPLATE_VERSIONS), orphans(), plan);
        }
        RegionalProvider ec2 = session.in(region);
        orphans()
                .forEach(snapshot -> shared(ec2, snapshot)
                        .ifPresent(reason -> reasons(snapshot).add(reason)));
        List<Snapshot> orphans = orphans();
        limits.count(region, snapshots, new HashSet<>(orphans));
        snapshots.forEach(snapshot -> plan.addDecision(decision(snapshot)));
        add(ec2, orphans, plan);
    }

    private List<Snapshot> orphans() {
        return reasons.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Reason> reasons(Snapshot snapshot) {
        return reasons.computeIfAbsent(snapshot, none -> new ArrayList<>());
    }

    private void ask(List<String> sources, List<Snapshot> snapshots, Plan.Builder plan) {
        SnapshotOwners owners = SnapshotOwners.read(
                session,
                region,
                new SnapshotOwners.Question(sources, policy.regions(), List.copyOf(policy.imageTags()), policy.least()),
                snapshots);
        owners.unread().forEach((name, why) -> plan.addUnreadSource(new UnreadSource(region, name, why)));
        for (Snapshot snapshot : snapshots) {
            for (SnapshotNeed need : owners.of(snapshot.snapshotId())) {
                reasons(snapshot).add(new Reason(need.known() ? Kind.IN_USE : Kind.USE_UNKNOWN, need.toString()));
            }
            owners.unread()
                    .keySet()
                    .forEach(name -> reasons(snapshot)
                            .add(new Reason(Kind.USE_UNKNOWN, "possibly in use: " + name + " could not be read")));
        }
    }

    private static Optional<Reason> shared(RegionalProvider ec2, Snapshot snapshot) {
        try {
            Set<CreateVolumePermission> others = ec2.snapshots().describeCreateVolumePermissions(snapshot.snapshotId());
            if (others.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Reason(
                    Kind.SHARED,
                    others.contains(CreateVolumePermission.EVERYONE)
                            ? "public, and whose images stand on it cannot be seen"
                            : "shared with " + others.size() + " others, and whose images stand on it cannot be seen"));
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException unread) {
            return Optional.of(
                    new Reason(Kind.USE_UNKNOWN, "possibly shared with others, not read: " + unread.getMessage()));
        }
    }

    private Decision decision(Snapshot snapshot) {
        List<Reason> why = reasons(snapshot);
        return new Decision(
                region,
                snapshot.snapshotId(),
                snapshot.description().orElse(""),
                snapshot.startTime(),
                snapshot.volumeSize().orElse(0),
                "",
                0,
                why.isEmpty() ? Verdict.DELETE : Verdict.KEEP,
                why.isEmpty() ? List.of(new Reason(Kind.NOTHING_KEEPS_IT, why(snapshot))) : why);
    }

    private String why(Snapshot snapshot) {
        return SnapshotOrigin.of(snapshot, List.copyOf(policy.imageTags()))
                        .map(SnapshotOrigin::toString)
                        .orElse("made for an image")
                + ", which is gone, and nothing needs it";
    }

    /** From oldest to newest, so that what is left if they stop is the newest. */
    private void add(RegionalProvider ec2, List<Snapshot> orphans, Plan.Builder plan) {
        if (orphans.isEmpty()) {
            return;
        }
        RecycleBinCover bin = RecycleBinCover.read(ec2);
        for (int i = orphans.size() - 1; i >= 0; i--) {
            Snapshot snapshot = orphans.get(i);
            plan.addAction(new PlannedAction(
                    new Action.DeleteSnapshot(region, snapshot.snapshotId()),
                    why(snapshot),
                    facts(snapshot.tags()),
                    bin.ofDeletingSnapshot(snapshot.tags())));
        }
    }

    /** Any tag may have been what another service, or somebody, says about it. */
    private Facts facts(Tags tags) {
        return Facts.builder()
                .tags(tags)
                .snapshotPermissions(Set.of())
                .addAllUnusedIn(policy.sources())
                .build();
    }
}
