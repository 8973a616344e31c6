/**
 * What images cost: snapshots are billed as long as they exist, images themselves are free. Every snapshot counts once, however
 * many images share it, by list prices that are dated and can be replaced. What could not be read or has no known price is
 * named, and what it belongs to is marked incomplete.
 *
 * <pre>{@code
 * CostReport costs = amis.costs().in(Region.EU_WEST_1).byTag("Owner").estimate();
 * System.out.println(costs.describe());
 * System.out.println(costs.savings(plan).describe());
 * }</pre>
 */
@NullMarked
package dev.amis.cost;

import org.jspecify.annotations.NullMarked;
