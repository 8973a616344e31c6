package dev.amis.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An amount of US dollars per month, told in two ways that are never mixed.
 *
 * @param upperBoundUsd by the sizes of volumes: what is billed cannot be more, if it is complete
 * @param measuredUsd by measured sizes; nothing if a part of it was not measured
 * @param complete whether nothing is missing in it
 */
public record MonthlyCost(BigDecimal upperBoundUsd, Optional<BigDecimal> measuredUsd, boolean complete) {

    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");

    /**
     * Makes an amount.
     *
     * @throws IllegalArgumentException if a figure is negative
     */
    public MonthlyCost {
        upperBoundUsd = plain("upperBoundUsd", upperBoundUsd);
        measuredUsd = measuredUsd.map(amount -> plain("measuredUsd", amount));
    }

    private static BigDecimal plain(String field, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException(field + " is " + amount.toPlainString() + ", but must be zero or more");
        }
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /** Both figures in cents; what is not known does not claim to be nothing. */
    @Override
    public String toString() {
        String measured =
                measuredUsd.map(amount -> ", measured " + text(amount)).orElse("");
        if (complete) {
            return "at most " + text(upperBoundUsd) + measured;
        }
        return upperBoundUsd.signum() == 0
                ? "not known"
                : text(upperBoundUsd) + measured + " for what could be counted, incomplete";
    }

    private static String text(BigDecimal usd) {
        return usd.signum() > 0 && usd.compareTo(HALF_A_CENT) < 0
                ? "under $0.01"
                : "$" + usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
