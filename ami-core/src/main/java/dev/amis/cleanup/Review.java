package dev.amis.cleanup;

import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import java.util.List;
import java.util.stream.Stream;

/**
 * The judgement itself, without any call but those of the last tests: which images of a Region stay, and which are retired.
 * The order of the images makes no difference.
 */
final class Review {

    private static final List<Reason> NO_FAMILY =
            List.of(new Reason(Kind.NO_FAMILY, "of no family that the policy is about"));
    private static final List<Reason> LAST =
            List.of(new Reason(Kind.LAST_AVAILABLE, "the last available image of its family"));

    private final AccountId account;
    private final FamilyNames names;
    private final Latest latest;
    private final Eligibility eligibility;
    private final List<KeepTest> tests;
    private final List<KeepTest> lastTests;
    private final Actions actions;
    private final ReasonLists reasons = new ReasonLists();

    /**
     * Prepares the judgement.
     *
     * @param tests asked about every image that is eligible, so that all reasons are told
     * @param lastTests asked one after the other about images that nothing else keeps
     * @param actions makes what is done with an image that nothing keeps
     */
    Review(AccountId account, RetentionPolicy policy, List<KeepTest> tests, List<KeepTest> lastTests, Actions actions) {
        this.account = account;
        this.names = FamilyNames.by(policy.families());
        this.latest = Latest.of(policy);
        this.eligibility = new Eligibility(policy);
        this.tests = tests;
        this.lastTests = lastTests;
        this.actions = actions;
    }

    /**
     * The families by name, and last the images of no family or of another account; each is judged when the stream comes to
     * it, so that whoever goes on with it finds it at hand.
     */
    Stream<Family> of(List<Image> images) {
        Families families = new Families();
        for (Image image : images) {
            String name = image.ownerId().equals(account) ? names.familyOf(image) : "";
            families.of(name).add(name.isEmpty() ? new Member(image, NO_FAMILY, null) : look(image));
        }
        return families.byName().stream().map(this::judged);
    }

    /** All that can be said of an image without the others of its family. */
    private Member look(Image image) {
        Reason bar = eligibility.whyNot(image);
        if (bar != null) {
            reasons.add(bar);
        } else {
            for (KeepTest test : tests) {
                Reason reason = test.keeps(image);
                if (reason != null) {
                    reasons.add(reason);
                }
            }
        }
        return reasons.isEmpty()
                ? new Member(image, List.of(), actions.on(image))
                : new Member(image, reasons.take(), null);
    }

    private Family judged(Family family) {
        family.sortNewestFirst();
        if (!family.isNone()) {
            judge(family);
        }
        return family;
    }

    private void judge(Family family) {
        int available = 0;
        boolean oneStays = false;
        for (Member member : family.members()) {
            if (member.isAvailable() && ++available <= latest.count()) {
                reasons.add(latest.reason());
                reasons.addAll(member.reasons());
                member.keep(reasons.take());
            }
            for (int i = 0; i < lastTests.size() && member.isRetired(); i++) {
                Reason reason = lastTests.get(i).keeps(member.image());
                if (reason != null) {
                    member.keep(reasons.of(reason));
                }
            }
            oneStays |= member.isAvailable() && staysAsItIs(member);
        }
        if (!oneStays) {
            keepNewestAvailable(family);
        }
    }

    /** What is done already, stays but not for the family's sake. */
    private static boolean staysAsItIs(Member member) {
        return !member.isRetired() && member.reasons().get(0).kind() != Kind.DONE_ALREADY;
    }

    private static void keepNewestAvailable(Family family) {
        for (Member member : family.members()) {
            if (member.isRetired() && member.isAvailable()) {
                member.keep(LAST);
                return;
            }
        }
    }
}
