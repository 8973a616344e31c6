package dev.amis.cleanup;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.model.Region;
import java.util.ArrayList;
import java.util.List;

/** Counts what a plan would change, and refuses more than the policy allows. */
final class Limits {

    private static final String OPERATION = "Planning the cleanup";

    private final RetentionPolicy policy;
    private final List<Failure> above = new ArrayList<>();
    private int changes;

    Limits(RetentionPolicy policy) {
        this.policy = policy;
    }

    void count(Region region, Family family) {
        int retired = family.countRetired();
        changes += retired;
        int size = family.members().size();
        int most = policy.atMostPercent().orElse(100);
        if (retired * 100L > (long) most * size) {
            int needed = (int) ((retired * 100L + size - 1) / size);
            above.add(Failure.of(
                            OPERATION,
                            "it would " + policy.retirement().verb() + " " + retired + " of the " + size
                                    + " images of the family, " + needed + " percent, but at most " + most
                                    + " percent are allowed")
                    .resource(family.name())
                    .region(region)
                    .advice("Keep more, or raise the limit with atMostPercent(" + needed + ")")
                    .build());
        }
    }

    /**
     * Refuses what was counted, if it is too much.
     *
     * @throws ConflictException with the numbers, and how to raise the limit
     */
    void check() {
        if (!above.isEmpty()) {
            Failure first = above.get(0);
            int more = above.size() - 1;
            throw new ConflictException(
                    more == 0
                            ? first
                            : first.withReason(first.reason() + "; " + more + " more families are above it, too"));
        }
        if (policy.atMost().isPresent() && changes > policy.atMost().getAsInt()) {
            throw new ConflictException(Failure.of(
                            OPERATION,
                            "it would " + policy.retirement().verb() + " " + changes + " images, but at most "
                                    + policy.atMost().getAsInt() + " are allowed")
                    .advice("Keep more, or raise the limit with atMost(" + changes + ")")
                    .build());
        }
    }
}
