package dev.amis.cleanup;

import dev.amis.cost.PriceSource;
import dev.amis.cost.Prices;

/**
 * The steps of a chain that make its plan tell what it saves per month, and what each image or snapshot costs: by the sizes
 * of volumes as an upper bound, and by full copies as measured. What has no known price is named, and not taken for nothing.
 *
 * @param <C> the chain
 */
public sealed interface PricingSteps<C> permits Cleanup, CombinedCleanup, OrphanSnapshots {

    /**
     * Prices the plan. Of a plan about images it reads their snapshots, by {@code DescribeSnapshots}. Prices that cannot be
     * read do not keep the plan from being made; it says so.
     *
     * @param prices a table, or who is asked for one when the plan is made
     * @return the chain with prices
     */
    C pricedBy(PriceSource prices);

    /**
     * Prices the plan by the {@linkplain Prices#builtIn() built-in prices}.
     *
     * @return the chain with prices
     */
    default C priced() {
        return pricedBy(Prices.builtIn());
    }
}
