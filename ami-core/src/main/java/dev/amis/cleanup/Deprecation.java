package dev.amis.cleanup;

import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** When images are deprecated, and how long a plan that does so is good. */
final class Deprecation {

    private static final Reason DONE = new Reason(Kind.DONE_ALREADY, "deprecated already, or no later than planned");

    private Deprecation() {}

    /** The date that a policy sets, in the full minutes that EC2 knows, rounded up. */
    static Instant at(Instant now, RetentionPolicy policy) {
        Duration after = policy.retirement() instanceof Retirement.Deprecate deprecate
                ? deprecate.after().orElse(policy.validFor())
                : policy.validFor();
        return now.plus(after).plus(Duration.ofMinutes(1).minusNanos(1)).truncatedTo(ChronoUnit.MINUTES);
    }

    /** The end of a plan's validity: EC2 refuses a date that is past, so such a plan is void by then. */
    static Instant expiry(Instant now, Instant at, RetentionPolicy policy) {
        Instant expiry = now.plus(policy.validFor());
        return policy.retirement() instanceof Retirement.Deprecate && at.isBefore(expiry) ? at : expiry;
    }

    /** Keeps images whose own date is no later; nothing unless the policy deprecates. */
    static List<KeepTest> doneBefore(Instant at, RetentionPolicy policy) {
        if (!(policy.retirement() instanceof Retirement.Deprecate)) {
            return List.of();
        }
        return List.of(member -> member.image()
                        .deprecationTime()
                        .filter(time -> !time.isAfter(at))
                        .isPresent()
                ? DONE
                : null);
    }
}
