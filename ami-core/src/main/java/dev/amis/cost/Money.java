package dev.amis.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An amount of US dollars, exact and never negative.
 *
 * @param usd the amount, without trailing zeros
 */
public record Money(BigDecimal usd) implements Comparable<Money> {

    /** Nothing. */
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");
    private static final int PLACES_OF_SHARES = 12;

    /**
     * Makes an amount.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Money {
        if (usd.signum() < 0) {
            throw new IllegalArgumentException("amount is " + usd.toPlainString() + " USD, but must be zero or more");
        }
        usd = usd.signum() == 0 ? BigDecimal.ZERO : usd.stripTrailingZeros();
    }

    /**
     * Makes an amount.
     *
     * @param usd the amount in US dollars, for example {@code 0.05}
     * @return the amount
     * @throws IllegalArgumentException if it is not a plain decimal number of zero or more
     */
    public static Money of(String usd) {
        if (!usd.matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
            throw new IllegalArgumentException("amount is '" + usd + "', but must be a number such as 0.05");
        }
        return new Money(new BigDecimal(usd));
    }

    /**
     * Adds an amount.
     *
     * @param other the other
     * @return the sum
     */
    public Money plus(Money other) {
        return new Money(usd.add(other.usd));
    }

    /**
     * Takes an amount away.
     *
     * @param other the other
     * @return the difference
     * @throws IllegalArgumentException if the other is greater
     */
    public Money minus(Money other) {
        return new Money(usd.subtract(other.usd));
    }

    /**
     * Multiplies the amount.
     *
     * @param factor by what
     * @return the product
     * @throws IllegalArgumentException if the factor is negative, and the amount not zero
     */
    public Money times(BigDecimal factor) {
        return new Money(usd.multiply(factor));
    }

    /** Splits the amount into parts that add up to it again; the first takes what is left of dividing. */
    List<Money> split(int parts) {
        BigDecimal part =
                usd.divide(BigDecimal.valueOf(parts), Math.max(PLACES_OF_SHARES, usd.scale()), RoundingMode.DOWN);
        List<Money> shares = new ArrayList<>();
        shares.add(new Money(usd.subtract(part.multiply(BigDecimal.valueOf(parts - 1L)))));
        for (int i = 1; i < parts; i++) {
            shares.add(new Money(part));
        }
        return shares;
    }

    /**
     * The amount as a plain number, for machines.
     *
     * @return for example {@code 0.0125}
     */
    public String toPlainString() {
        return usd.toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return usd.compareTo(other.usd);
    }

    /** The amount in cents, for people; what is less than half a cent but not nothing says so. */
    @Override
    public String toString() {
        return usd.signum() > 0 && usd.compareTo(HALF_A_CENT) < 0
                ? "under $0.01"
                : "$" + usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
