package dev.amis.cleanup;

import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import java.util.List;

/**
 * The judgement itself, without any call but those of the last tests: which images of a Region stay and which are retired.
 * The order of the images makes no difference.
 */
final class Review {

    private static final Reason NO_FAMILY = new Reason(Kind.NO_FAMILY, "of no family that the policy is about");
    private static final Reason LAST = new Reason(Kind.LAST_AVAILABLE, "last available image of its family");
    private static final Reason NOTHING = new Reason(Kind.NOTHING_KEEPS_IT, "no rule of the policy keeps it");

    private final Families families;
    private final Eligibility eligibility;
    private final List<KeepTest> tests;
    private final List<KeepTest> lastTests;
    private final ReasonLists reasons = new ReasonLists();

    /**
     * Prepares the judgement.
     *
     * @param tests asked about every image that is eligible, so that all reasons are told
     * @param lastTests asked one after the other about images that nothing else keeps
     */
    Review(AccountId account, RetentionPolicy policy, List<KeepTest> tests, List<KeepTest> lastTests) {
        this.families = new Families(account, policy.families());
        this.eligibility = new Eligibility(policy);
        this.tests = tests;
        this.lastTests = lastTests;
    }

    /** The families by name and last the images of none, every image with its reasons. */
    List<Family> of(List<Image> images) {
        List<Family> sorted = families.sort(images);
        for (Family family : sorted) {
            if (family.isNone()) {
                List<Reason> none = reasons.of(NO_FAMILY);
                family.members().forEach(member -> member.keep(none));
            } else {
                judge(family);
            }
        }
        return sorted;
    }

    private void judge(Family family) {
        int available = 0;
        boolean oneStays = false;
        for (Member member : family.members()) {
            if (member.isAvailable()) {
                member.rankAvailable(++available);
            }
            collectReasons(member);
            if (reasons.isEmpty()) {
                member.retire(reasons.of(NOTHING));
            } else {
                member.keep(reasons.take());
                oneStays |= member.isAvailable() && member.reasons().get(0).kind() != Kind.DONE_ALREADY;
            }
        }
        if (!oneStays) {
            keepNewestAvailable(family);
        }
    }

    private void collectReasons(Member member) {
        Reason bar = eligibility.whyNot(member.image());
        if (bar != null) {
            reasons.add(bar);
            return;
        }
        for (KeepTest test : tests) {
            Reason reason = test.keeps(member);
            if (reason != null) {
                reasons.add(reason);
            }
        }
        for (int i = 0; i < lastTests.size() && reasons.isEmpty(); i++) {
            Reason reason = lastTests.get(i).keeps(member);
            if (reason != null) {
                reasons.add(reason);
            }
        }
    }

    private void keepNewestAvailable(Family family) {
        for (Member member : family.members()) {
            if (member.isRetired() && member.isAvailable()) {
                member.keep(reasons.of(LAST));
                return;
            }
        }
    }
}
