package dev.amis.internal;

import dev.amis.time.WaitPolicy;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** The pauses between looks: each longer than the one before, varied at random, none longer than the policy's longest. */
public final class Pauses {

    private static final double SPREAD = 0.25;

    private final WaitPolicy policy;
    private final RandomGenerator random;
    private Duration base;

    /**
     * Begins with the first pause.
     *
     * @param policy how patient to be
     * @param random where jitter comes from
     */
    public Pauses(WaitPolicy policy, RandomGenerator random) {
        this.policy = policy;
        this.random = random;
        this.base = policy.firstPause();
    }

    /** Begins again with the first pause. */
    void restart() {
        base = policy.firstPause();
    }

    /**
     * The pause that comes now.
     *
     * @return how long to wait until the next look
     */
    public Duration next() {
        Duration pause = atMostLongest(scaled(base, 1 - SPREAD + 2 * SPREAD * random.nextDouble()));
        base = atMostLongest(scaled(base, policy.growth()));
        return pause;
    }

    private Duration atMostLongest(Duration pause) {
        return pause.compareTo(policy.longestPause()) > 0 ? policy.longestPause() : pause;
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos(Math.max(1, Math.round(duration.toNanos() * factor)));
    }
}
