package dev.amis.time;

import java.time.Duration;

/**
 * How patiently something is waited for: the pause before each look grows from the first to the longest, and each is
 * varied at random by up to a quarter so that many waiters do not knock at once.
 *
 * @param firstPause the pause before the second look
 * @param longestPause the pause that is never exceeded
 * @param growth by how much each pause grows, at least 1
 * @param visibilityGrace how long a fresh resource may be invisible before that counts as a failure
 * @param deadline how long to wait in all, if the caller names no deadline
 */
public record WaitPolicy(
        Duration firstPause, Duration longestPause, double growth, Duration visibilityGrace, Duration deadline) {

    /** 2 seconds growing by half to 1 minute; 5 minutes of invisibility; 24 hours, the longest that EC2 names. */
    public static final WaitPolicy DEFAULT = new WaitPolicy(
            Duration.ofSeconds(2), Duration.ofMinutes(1), 1.5, Duration.ofMinutes(5), Duration.ofHours(24));

    /**
     * Makes a policy.
     *
     * @throws IllegalArgumentException if a duration is not positive, the longest pause is shorter than the first, or
     *     growth is below 1 or infinite
     */
    public WaitPolicy {
        positive("firstPause", firstPause);
        positive("longestPause", longestPause);
        positive("deadline", deadline);
        if (visibilityGrace.isNegative()) {
            throw new IllegalArgumentException("visibilityGrace is " + visibilityGrace + ", but must not be negative");
        }
        if (longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "longestPause is " + longestPause + ", but must not be shorter than firstPause " + firstPause);
        }
        if (!(growth >= 1) || Double.isInfinite(growth)) {
            throw new IllegalArgumentException("growth is " + growth + ", but must be finite and at least 1");
        }
    }

    /**
     * This policy with another deadline.
     *
     * @param deadline how long to wait in all
     * @return the policy
     * @throws IllegalArgumentException if the deadline is not positive
     */
    public WaitPolicy within(Duration deadline) {
        return new WaitPolicy(firstPause, longestPause, growth, visibilityGrace, deadline);
    }

    private static void positive(String field, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(field + " is " + value + ", but must be positive");
        }
    }
}
