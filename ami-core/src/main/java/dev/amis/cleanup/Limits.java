package dev.amis.cleanup;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.model.Region;
import java.util.Optional;

/** Counts what a plan would change, and refuses more than the policy allows. */
final class Limits {

    private static final String OPERATION = "Planning the cleanup";

    private final RetentionPolicy policy;
    private final int mostPercent;
    private final OwnerTally owners;
    private int changes;
    private int familiesAbove;
    private Optional<Share> worst = Optional.empty();

    Limits(RetentionPolicy policy) {
        this.policy = policy;
        this.mostPercent = policy.atMostPercent().orElse(100);
        this.owners = new OwnerTally(OPERATION, "images", policy.retirement().verb(), policy.ownerLimits());
    }

    /** What would be changed of one family. */
    private record Share(Region region, String family, int changes, int size) {

        /** Rounded up, so that a limit of as much would let it through. */
        int percent() {
            return (int) ((changes * 100L + size - 1) / size);
        }
    }

    void count(Region region, Family family) {
        int retired = family.countRetired();
        changes += retired;
        if (!owners.isIdle() && !family.isNone()) {
            family.members()
                    .forEach(member -> owners.count(
                            region, member.imageId(), member.image().tags(), member.isRetired()));
        }
        if (retired == 0) {
            return;
        }
        Share share = new Share(region, family.name(), retired, family.members().size());
        if (share.percent() > mostPercent) {
            familiesAbove++;
            worst = worst.filter(before -> before.percent() >= share.percent()).or(() -> Optional.of(share));
        }
    }

    /**
     * Refuses what was counted, if it is too much.
     *
     * @throws ConflictException with the numbers, and how to raise the limit
     */
    void check() {
        if (worst.isPresent()) {
            throw new ConflictException(ofFamilies(worst.get()));
        }
        if (changes > policy.atMost().orElse(Integer.MAX_VALUE)) {
            throw new ConflictException(Failure.of(
                            OPERATION,
                            "it would " + policy.retirement().verb() + " " + changes + " images, but at most "
                                    + policy.atMost().orElse(0) + " are allowed")
                    .advice("Keep more, or raise the limit with atMost(" + changes + ")")
                    .build());
        }
        owners.check();
    }

    private Failure ofFamilies(Share share) {
        String others = familiesAbove == 1 ? "" : "; it is the worst of " + familiesAbove + " families above the limit";
        return Failure.of(
                        OPERATION,
                        "it would " + policy.retirement().verb() + " " + share.changes() + " of the " + share.size()
                                + " images of the family, " + share.percent() + " percent, but at most " + mostPercent
                                + " percent are allowed" + others)
                .resource(share.family())
                .region(share.region())
                .advice("Keep more, or raise the limit with atMostPercent(" + share.percent() + ")")
                .build();
    }
}
