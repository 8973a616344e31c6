package dev.amis.cleanup;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import java.util.Collection;
import java.util.Set;

/** Counts what a plan would delete, and refuses more than the policy allows. */
final class OrphanLimits {

    private static final String OPERATION = "Planning to delete orphan snapshots";

    private final OrphanPolicy policy;
    private final OwnerTally owners;
    private int deleted;

    OrphanLimits(OrphanPolicy policy) {
        this.policy = policy;
        this.owners = new OwnerTally(OPERATION, "snapshots", "delete", policy.ownerLimits());
    }

    /**
     * Counts the snapshots of a Region.
     *
     * @throws ConflictException if too much of the Region would be deleted
     */
    void count(Region region, Collection<Snapshot> all, Set<Snapshot> orphans) {
        deleted += orphans.size();
        all.forEach(
                snapshot -> owners.count(region, snapshot.snapshotId(), snapshot.tags(), orphans.contains(snapshot)));
        int percent = orphans.isEmpty() ? 0 : (int) ((orphans.size() * 100L + all.size() - 1) / all.size());
        if (percent > policy.atMostPercent().orElse(100)) {
            throw new ConflictException(Failure.of(
                            OPERATION,
                            "it would delete " + orphans.size() + " of the " + all.size() + " snapshots, " + percent
                                    + " percent, but at most "
                                    + policy.atMostPercent().orElse(100) + " percent are allowed")
                    .region(region)
                    .advice("Keep more, or raise the limit with atMostPercent(" + percent + ")")
                    .build());
        }
    }

    /**
     * Refuses what was counted, if it is too much.
     *
     * @throws ConflictException with the numbers, and how to raise the limit
     */
    void check() {
        if (deleted > policy.atMost().orElse(Integer.MAX_VALUE)) {
            throw new ConflictException(Failure.of(
                            OPERATION,
                            "it would delete " + deleted + " snapshots, but at most "
                                    + policy.atMost().orElse(0) + " are allowed")
                    .advice("Keep more, or raise the limit with atMost(" + deleted + ")")
                    .build());
        }
        owners.check();
    }
}
