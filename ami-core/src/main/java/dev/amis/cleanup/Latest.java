package dev.amis.cleanup;

import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;

/**
 * How many of the newest available images of each family stay.
 *
 * @param count how many, 0 if there is no such rule
 * @param reason why they do
 */
record Latest(int count, Reason reason) {

    /** Of several rules the widest decides. */
    static Latest of(RetentionPolicy policy) {
        int count = 0;
        for (KeepRule rule : policy.keepRules()) {
            if (rule instanceof KeepRule.Latest latest) {
                count = Math.max(count, latest.count());
            }
        }
        return new Latest(count, new Reason(Kind.AMONG_LATEST, "one of the latest " + count));
    }
}
