package dev.amis.cost;

import dev.amis.error.AmiException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.model.ResourceId;
import dev.amis.model.Snapshot;
import dev.amis.plan.Decision;
import dev.amis.plan.DecisionCost;
import dev.amis.plan.MonthlyCost;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanSavings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what a plan saves by what was read for it already; plans carry that as plain figures. */
public final class PlanPricing {

    private static final int MOST_GAPS = 10;

    private final Session session;
    private final PriceSource source;

    /** What tells resources of several Regions apart. */
    private record Key(Region region, ResourceId id) {}

    /**
     * Prepares pricing; no call is made. Used by the chains that make plans.
     *
     * @param session the account
     * @param source who is asked for prices
     */
    @SuppressWarnings("exports") // made by chains only
    public PlanPricing(Session session, PriceSource source) {
        this.session = session;
        this.source = source;
    }

    /**
     * Prices a plan about images: reads their snapshots, by {@code DescribeSnapshots}.
     *
     * @param plan the plan
     * @param images the images of each Region that it decided about
     * @return what it saves
     */
    public PlanSavings ofImages(Plan plan, Map<Region, List<Image>> images) {
        return price(plan, images.keySet(), run -> run.estimateOfImages(images));
    }

    /**
     * Prices a plan about snapshots.
     *
     * @param plan the plan
     * @param snapshots the snapshots of each Region that it decided about
     * @return what it saves
     */
    public PlanSavings ofSnapshots(Plan plan, Map<Region, List<Snapshot>> snapshots) {
        return price(plan, snapshots.keySet(), run -> run.estimateOfSnapshots(snapshots));
    }

    /** Makes an estimate. */
    private interface Estimating {
        CostReport by(CostRun run);
    }

    /** What something costs is no reason to have no plan. */
    private PlanSavings price(Plan plan, Set<Region> regions, Estimating estimating) {
        Prices prices;
        try {
            prices = source.prices(regions);
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (AmiException unread) {
            return PlanSavings.builder()
                    .perMonth(new MonthlyCost(BigDecimal.ZERO, Optional.empty(), false))
                    .addGap("prices could not be read: " + unread.failure().message())
                    .build();
        }
        CostReport report = estimating.by(new CostRun(session, prices, SnapshotSizes.ofFullCopies(), Grouping.NONE));
        Savings savings = report.savings(plan);
        return PlanSavings.builder()
                .pricesAsOf(prices.asOf())
                .perMonth(plain(savings.perMonth()))
                .addAllGaps(gaps(savings, prices, regions))
                .addAllCosts(costs(plan, report))
                .build();
    }

    private static List<String> gaps(Savings savings, Prices prices, Set<Region> regions) {
        Set<String> gaps = new LinkedHashSet<>();
        regions.stream()
                .filter(region -> prices.in(region).isEmpty())
                .forEach(region -> gaps.add("no price known for " + region));
        savings.uncounted().stream()
                .filter(one -> prices.in(one.region()).isPresent())
                .forEach(one -> gaps.add(one.toString()));
        savings.byStart().forEach((after, cost) -> {
            if (!after.isZero()) {
                gaps.add(plain(cost) + " of it from " + after.toDays()
                        + " days after the removal, when the Recycle Bin lets go");
            }
        });
        savings.startingUnknown()
                .ifPresent(cost ->
                        gaps.add(plain(cost) + " of it perhaps later: the rules of the Recycle Bin could not be read"));
        List<String> first = new ArrayList<>(gaps);
        return first.size() <= MOST_GAPS
                ? first
                : List.of(String.join("; ", first.subList(0, MOST_GAPS)) + "; and " + (first.size() - MOST_GAPS)
                        + " more");
    }

    private static List<DecisionCost> costs(Plan plan, CostReport report) {
        Map<Key, Cost> known = new LinkedHashMap<>();
        report.images().forEach(image -> known.put(new Key(image.region(), image.imageId()), image.perMonth()));
        report.snapshots()
                .forEach(snapshot -> known.put(new Key(snapshot.region(), snapshot.snapshotId()), snapshot.perMonth()));
        List<DecisionCost> costs = new ArrayList<>();
        for (Decision decision : plan.decisions()) {
            Cost cost = known.get(new Key(decision.region(), decision.id()));
            if (cost != null && cost.complete()) {
                costs.add(new DecisionCost(decision.region(), decision.id(), plain(cost)));
            }
        }
        return costs;
    }

    private static MonthlyCost plain(Cost cost) {
        return new MonthlyCost(cost.upperBound().usd(), cost.measured().map(Money::usd), cost.complete());
    }
}
