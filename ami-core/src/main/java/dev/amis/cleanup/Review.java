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

    private static final List<Reason> LAST =
            List.of(new Reason(Kind.LAST_AVAILABLE, "the last available image of its family"));

    private final AccountId account;
    private final Scope scope;
    private final Latest latest;
    private final Eligibility eligibility;
    private final Tests tests;
    private final Actions actions;
    private final ReasonLists reasons = new ReasonLists();

    /**
     * What may keep images.
     *
     * @param ofImages asked about every image that is eligible, so that all reasons are told
     * @param ofFamilies asked next, so that all reasons are told
     * @param last asked one after the other about images that nothing else keeps
     * @param previous tells which image of a family is the one to roll back to
     */
    record Tests(List<KeepTest> ofImages, List<KeepTest> ofFamilies, List<KeepTest> last, Previous previous) {

        boolean askForPlace() {
            return !ofFamilies.isEmpty() || !last.isEmpty();
        }
    }

    /**
     * Prepares the judgement.
     *
     * @param actions makes what is done with an image that nothing keeps
     */
    Review(AccountId account, RetentionPolicy policy, Tests tests, Actions actions) {
        this.account = account;
        this.scope = new Scope(policy);
        this.latest = Latest.of(policy);
        this.eligibility = new Eligibility(policy);
        this.tests = tests;
        this.actions = actions;
    }

    /**
     * The families by name, and last the images of no family or of another account; each is judged when the stream comes to
     * it, so that whoever goes on with it finds it at hand.
     */
    Stream<Family> of(List<Image> images) {
        Families families = new Families();
        for (Image image : images) {
            String name = image.ownerId().equals(account) ? scope.familyOf(image) : "";
            families.of(name).add(name.isEmpty() ? new Member(image, scope.whyNotAbout(image), null) : look(image));
        }
        return families.byName().stream().map(this::judged);
    }

    /** All that can be said of an image without the others of its family. */
    private Member look(Image image) {
        Reason bar = eligibility.whyNot(image);
        if (bar != null) {
            reasons.add(bar);
        } else {
            for (KeepTest test : tests.ofImages()) {
                Reason reason = test.keeps(image, Place.UNKNOWN);
                if (reason != null) {
                    reasons.add(reason);
                }
            }
        }
        return reasons.isEmpty()
                ? new Member(image, List.of(), actions.canBeMadeAtFirstLook() ? actions.on(image) : null)
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
        Member previous = tests.previous().of(family);
        int available = 0;
        boolean oneStays = false;
        for (Member member : family.members()) {
            int rank = member.isAvailable() ? ++available : 0;
            Place place = tests.askForPlace() ? new Place(rank, member == previous) : Place.UNKNOWN;
            keepForItsPlace(member, rank, place);
            keepAtLast(member, place);
            if (member.isRetired() && !actions.canBeMadeAtFirstLook()) {
                member.retireBy(actions);
            }
            oneStays |= member.isAvailable() && member.staysAsItIs();
        }
        if (!oneStays) {
            keepNewestAvailable(family);
        }
    }

    private void keepForItsPlace(Member member, int rank, Place place) {
        if (rank > 0 && rank <= latest.count()) {
            reasons.add(latest.reason());
        }
        for (KeepTest test : tests.ofFamilies()) {
            Reason reason = test.keeps(member.image(), place);
            if (reason != null) {
                reasons.add(reason);
            }
        }
        if (!reasons.isEmpty()) {
            reasons.addAll(member.reasons());
            member.keep(reasons.take());
        }
    }

    private void keepAtLast(Member member, Place place) {
        for (int i = 0; i < tests.last().size() && member.isRetired(); i++) {
            Reason reason = tests.last().get(i).keeps(member.image(), place);
            if (reason != null) {
                member.keep(reasons.of(reason));
            }
        }
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
