package dev.amis.cleanup;

import dev.amis.cost.PlanPricing;
import dev.amis.cost.PriceSource;
import dev.amis.internal.CountedCalls;
import dev.amis.internal.OwnResources;
import dev.amis.internal.Session;
import dev.amis.internal.owners.SnapshotOwners;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one plan about orphan snapshots: reads the snapshots of all Regions, then who needs them, and decides about each. */
final class OrphanRun {

    private final CountedCalls calls;
    private final Session session;
    private final OrphanPolicy policy;
    private final PriceSource prices;
    private final Instant now;

    OrphanRun(Session session, OrphanPolicy policy, PriceSource prices) {
        this.calls = new CountedCalls(session.provider());
        this.session = session.countedBy(calls);
        this.policy = policy.regions().isEmpty() ? policy.withRegions(session.region()) : policy;
        this.prices = prices;
        this.now = session.now();
    }

    Plan plan() {
        Map<Region, List<Snapshot>> snapshots = new LinkedHashMap<>();
        policy.regions()
                .forEach(region -> snapshots.computeIfAbsent(region, one -> OwnResources.snapshots(session.in(one))));
        Plan.Builder plan = Plan.builder();
        plan.title(policy.toString()).account(session.account()).createdAt(now).expiresAt(now.plus(policy.validFor()));
        OrphanLimits limits = new OrphanLimits(policy);
        // Who needs them is read after the snapshots, so that whatever needs one of them by then is seen.
        snapshots.forEach((region, found) -> {
            OrphanReview review = new OrphanReview(session, policy, region, now);
            review.of(found, limits, plan);
        });
        limits.check();
        Plan made = plan.addAllNotes(notes()).build();
        return made.withSavings(new PlanPricing(session, prices).ofSnapshots(made, snapshots))
                .withCalls(calls.count());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        policy.ignoredSources().forEach(source -> notes.add(source + " were not asked who needs snapshots"));
        if (policy.trustingDescriptions() && !policy.ignoredSources().contains(SnapshotOwners.RECYCLE_BIN)) {
            notes.add("images in the Recycle Bin were taken to need only the snapshots that name them");
        }
        return notes;
    }
}
