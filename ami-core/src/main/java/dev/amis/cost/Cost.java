package dev.amis.cost;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What something costs, told in two ways that are never mixed.
 *
 * @param upperBound by the sizes of the volumes: what is billed cannot be more, if it is complete
 * @param measured by measured sizes; nothing if a part of it was not measured
 * @param complete whether nothing is missing in it; if not, it costs more, and the report names what was not counted
 */
public record Cost(Money upperBound, Optional<Money> measured, boolean complete) {

    /** Nothing. */
    public static final Cost ZERO = new Cost(Money.ZERO, Optional.of(Money.ZERO), true);

    static final Cost UNKNOWN = new Cost(Money.ZERO, Optional.empty(), false);

    /**
     * Adds a cost.
     *
     * @param other the other
     * @return the sum: measured if both are, complete if both are
     */
    public Cost plus(Cost other) {
        return new Cost(
                upperBound.plus(other.upperBound),
                measured.flatMap(one -> other.measured.map(one::plus)),
                complete && other.complete);
    }

    static Cost sum(Collection<Cost> costs) {
        return costs.stream().reduce(ZERO, Cost::plus);
    }

    Cost incompleteIf(boolean missing) {
        return missing ? new Cost(upperBound, measured, false) : this;
    }

    /** Splits the cost into parts that add up to it again. */
    List<Cost> split(int parts) {
        List<Money> bounds = upperBound.split(parts);
        Optional<List<Money>> measures = measured.map(amount -> amount.split(parts));
        List<Cost> shares = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int part = i;
            shares.add(new Cost(bounds.get(i), measures.map(all -> all.get(part)), complete));
        }
        return shares;
    }

    /** The upper bound as a cell of a table. */
    String upperBoundText() {
        if (complete) {
            return upperBound.toString();
        }
        return upperBound.equals(Money.ZERO) ? "not known" : upperBound + " + ?";
    }

    /** The measured cost as a cell of a table. */
    String measuredText() {
        return measured.map(amount -> amount + (complete ? "" : " + ?")).orElse("-");
    }

    /** Both figures; an incomplete cost does not claim to be a bound. */
    @Override
    public String toString() {
        String measure = measured.map(amount -> ", measured " + amount).orElse("");
        if (complete) {
            return "at most " + upperBound + measure;
        }
        return upperBound.equals(Money.ZERO)
                ? "not known"
                : upperBound + measure + " for what could be counted, incomplete";
    }
}
