package dev.amis.report;

import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanSavings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** What the images and snapshots of a plan cost per month, if it tells that. */
final class PlanCosts {

    private final boolean known;
    private final Map<ImageKey, Long> cents = new HashMap<>();

    private PlanCosts(boolean known) {
        this.known = known;
    }

    static PlanCosts of(Plan plan) {
        PlanCosts costs = new PlanCosts(plan.savings()
                .map(PlanSavings::costs)
                .filter(all -> !all.isEmpty())
                .isPresent());
        plan.savings()
                .ifPresent(savings -> savings.costs()
                        .forEach(cost -> costs.cents.put(
                                new ImageKey(cost.region(), cost.id().value()),
                                cents(cost.perMonth().upperBoundUsd()))));
        return costs;
    }

    private static long cents(BigDecimal usd) {
        return usd.movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .longValue();
    }

    /** Whether there is anything to draw. */
    boolean isKnown() {
        return known;
    }

    long cents(Decision decision) {
        return cents.getOrDefault(new ImageKey(decision.region(), decision.id().value()), 0L);
    }
}
