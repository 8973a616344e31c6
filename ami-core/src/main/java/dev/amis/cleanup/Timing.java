package dev.amis.cleanup;

import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The instants of a plan.
 *
 * @param now when the account was looked at
 * @param deprecateAt the date that images get if they are deprecated, in the full minutes that EC2 knows
 * @param expiresAt when the plan is too old to be applied
 */
record Timing(Instant now, Instant deprecateAt, Instant expiresAt) {

    private static final Reason DONE = new Reason(Kind.DONE_ALREADY, "deprecated already, or no later than planned");
    private static final Duration ALMOST_A_MINUTE = Duration.ofMinutes(1).minusNanos(1);

    /** EC2 refuses a date that is past, so it is rounded up, and a plan that sets one is void by then. */
    static Timing of(RetentionPolicy policy, Instant now) {
        Instant expiresAt = now.plus(policy.validFor());
        if (policy.retirement() instanceof Retirement.Disable || policy.retirement() instanceof Retirement.Deregister) {
            return new Timing(now, expiresAt, expiresAt);
        }
        Optional<Duration> after =
                policy.retirement() instanceof Retirement.Deprecate deprecate ? deprecate.after() : Optional.empty();
        Instant deprecateAt =
                now.plus(after.orElse(policy.validFor())).plus(ALMOST_A_MINUTE).truncatedTo(ChronoUnit.MINUTES);
        return new Timing(now, deprecateAt, deprecateAt.isBefore(expiresAt) ? deprecateAt : expiresAt);
    }

    /** Keeps images whose own deprecation date is no later. */
    KeepTest deprecatedByThen() {
        return (image, place) -> image.deprecationTime()
                        .filter(time -> !time.isAfter(deprecateAt))
                        .isPresent()
                ? DONE
                : null;
    }
}
