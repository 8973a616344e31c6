package dev.amis.aws;

import dev.amis.aws.internal.style.AmisStyle;
import java.time.Duration;
import java.util.Map;
import org.immutables.value.Value;

/**
 * How calls to AWS are attempted: how often, with which pauses, and how fast at most. The defaults keep within what EC2
 * documents for an account that nobody else uses.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class AwsSettings implements WithAwsSettings {

    AwsSettings() {}

    /**
     * How often a call is made at most, the first time included.
     *
     * @return by default 8
     */
    @Value.Default
    public int maxAttempts() {
        return 8;
    }

    /**
     * The longest pause before the second attempt; each later one may be twice as long, and the real pause is a random part of it.
     *
     * @return by default 200 ms
     */
    @Value.Default
    public Duration firstPause() {
        return Duration.ofMillis(200);
    }

    /**
     * The pause that is never exceeded.
     *
     * @return by default 20 seconds
     */
    @Value.Default
    public Duration longestPause() {
        return Duration.ofSeconds(20);
    }

    /**
     * How long all attempts of one call may take together.
     *
     * @return by default 2 minutes
     */
    @Value.Default
    public Duration callDeadline() {
        return Duration.ofMinutes(2);
    }

    /**
     * How long one attempt may take.
     *
     * @return by default 30 seconds
     */
    @Value.Default
    public Duration callTimeout() {
        return Duration.ofSeconds(30);
    }

    /**
     * How long no call is made in a Region once most of the last have failed.
     *
     * @return by default 10 seconds
     */
    @Value.Default
    public Duration breakerPause() {
        return Duration.ofSeconds(10);
    }

    /**
     * How many times faster than documented the budget refills; below 1 leaves room for others of the account.
     *
     * @return by default 1
     */
    @Value.Default
    public double budgetSpeed() {
        return 1.0;
    }

    /**
     * Bucket sizes that differ from the documented ones, because the account's quota was raised.
     *
     * @return calls at once, by action
     */
    public abstract Map<String, Integer> bucketSizes();

    /**
     * Refill rates that differ from the documented ones, because the account's quota was raised.
     *
     * @return calls per second, by action
     */
    public abstract Map<String, Double> refillRates();

    @Value.Check
    void check() {
        if (maxAttempts() < 1) {
            throw new IllegalArgumentException("maxAttempts is " + maxAttempts() + ", but must be at least 1");
        }
        if (!(budgetSpeed() > 0)) {
            throw new IllegalArgumentException("budgetSpeed is " + budgetSpeed() + ", but must be positive");
        }
        positive("firstPause", firstPause());
        positive("longestPause", longestPause());
        positive("callDeadline", callDeadline());
        positive("callTimeout", callTimeout());
        positive("breakerPause", breakerPause());
    }

    private static void positive(String field, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(field + " is " + value + ", but must be positive");
        }
    }

    /**
     * The defaults.
     *
     * @return settings that nobody has changed
     */
    public static AwsSettings ofDefaults() {
        return builder().build();
    }

    /**
     * Starts settings of one's own.
     *
     * @return a builder with the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link AwsSettings} values; each attribute can be set once. */
    public static final class Builder extends ImmutableAwsSettings.Builder {
        Builder() {}
    }
}
