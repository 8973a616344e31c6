package dev.amis.cost;

import dev.amis.cost.Uncounted.Kind;
import dev.amis.internal.style.AmisStyle;
import dev.amis.model.AccountId;
import dev.amis.model.Region;
import dev.amis.plan.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * What the images of an account cost per month, by prices of a certain day. Every snapshot is in the total once; what could not
 * be counted is named, and makes the total incomplete.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class CostReport implements WithCostReport {

    CostReport() {}

    /**
     * The account it is about.
     *
     * @return the account
     */
    public abstract AccountId account();

    /**
     * When the account was looked at.
     *
     * @return the instant
     */
    public abstract Instant createdAt();

    /**
     * The day that the prices are of.
     *
     * @return the date
     */
    public abstract LocalDate pricesAsOf();

    /**
     * The Regions that were looked at.
     *
     * @return the Regions, in the order they were named
     */
    public abstract List<Region> regions();

    /**
     * What the images are grouped by.
     *
     * @return a few words, empty if they are not
     */
    @Value.Default
    public String groupedBy() {
        return "";
    }

    /**
     * What each image costs.
     *
     * @return the images, Region by Region
     */
    public abstract List<ImageCost> images();

    /**
     * What each snapshot costs, however many images need it.
     *
     * @return the snapshots, Region by Region, each once
     */
    public abstract List<SnapshotCost> snapshots();

    /**
     * What is in no sum.
     *
     * @return all that could not be read, has no price, or is in the Recycle Bin
     */
    public abstract List<Uncounted> uncounted();

    /**
     * Tells whether everything was counted.
     *
     * @return whether the total is whole
     */
    public boolean isComplete() {
        return uncounted().isEmpty();
    }

    /**
     * What all snapshots cost per month, each counted once.
     *
     * @return the total; incomplete if anything could not be counted
     */
    public Cost total() {
        return Cost.sum(byRegion().values()).incompleteIf(!isComplete());
    }

    /**
     * What the snapshots of each Region cost per month.
     *
     * @return the costs by Region
     */
    public Map<Region, Cost> byRegion() {
        Map<Region, Cost> costs = new LinkedHashMap<>();
        regions().forEach(region -> costs.put(region, Cost.ZERO));
        snapshots().forEach(snapshot -> costs.merge(snapshot.region(), snapshot.perMonth(), Cost::plus));
        uncounted().forEach(gap -> costs.computeIfPresent(gap.region(), (region, cost) -> cost.incompleteIf(true)));
        return Collections.unmodifiableMap(costs);
    }

    /**
     * What the images of each group cost per month.
     *
     * @return the groups by name, that of images without one first; a single one if images are not grouped
     */
    public List<GroupCost> groups() {
        Map<String, List<Cost>> costs = new TreeMap<>();
        images().forEach(image ->
                costs.computeIfAbsent(image.group(), none -> new ArrayList<>()).add(image.perMonth()));
        boolean blind = uncounted().stream().anyMatch(gap -> gap.kind() == Kind.IMAGES);
        return costs.entrySet().stream()
                .map(group -> new GroupCost(
                        group.getKey(),
                        group.getValue().size(),
                        Cost.sum(group.getValue()).incompleteIf(blind)))
                .toList();
    }

    /**
     * What a plan saves per month: the snapshots that go with the last image that needs them, or that it deletes for itself. A
     * snapshot that an image needs which stays saves nothing.
     *
     * @param plan a plan about the same account, made at about the same time
     * @return the savings, at most the total
     * @throws IllegalArgumentException if the plan is about another account
     */
    public Savings savings(Plan plan) {
        return SavingsRun.of(this, plan);
    }

    /**
     * The report for a terminal, at most 120 characters wide: total, Regions, groups, the most expensive images, and what could
     * not be counted.
     *
     * @return lines, without tag values but the groups' names
     */
    public String describe() {
        return CostText.of(this);
    }

    /**
     * The report as a table for machines, by RFC 4180: a header, then a line for each image. Amounts are US dollars per month;
     * {@code measured_usd} is empty where not everything was measured.
     *
     * @return comma-separated values, without tag values but the groups' names
     */
    public String toCsv() {
        return CostCsv.of(this);
    }

    /** One line; {@link #describe()} tells all. */
    @Override
    public String toString() {
        return "costs of " + images().size() + " images in " + regions() + " per month: " + total();
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link CostReport} values; each attribute can be set once. */
    public static final class Builder extends ImmutableCostReport.Builder {
        Builder() {}
    }
}
