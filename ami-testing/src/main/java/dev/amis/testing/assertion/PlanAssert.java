package dev.amis.testing.assertion;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.plan.Action;
import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.Reason;
import dev.amis.plan.Reversibility;
import dev.amis.plan.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractObjectAssert;

/** Assertions on a plan. Made by {@link AmiAssertions#assertThat(Plan)}. */
@SuppressWarnings("exports") // AssertJ is there wherever this is used
public final class PlanAssert extends AbstractObjectAssert<PlanAssert, Plan> {

    PlanAssert(Plan actual) {
        super(actual, PlanAssert.class);
    }

    /**
     * Asserts that nothing is to be done.
     *
     * @return this
     */
    public PlanAssert isEmpty() {
        return check(plan().isEmpty(), "be empty", describe(plan().actions()));
    }

    /**
     * Asserts how many actions there are.
     *
     * @param expected the number
     * @return this
     */
    public PlanAssert hasActions(int expected) {
        return check(plan().actions().size() == expected, "have " + expected + " actions", describe(plan().actions()));
    }

    /**
     * Asserts that an image was looked at, and that it is kept.
     *
     * @param image the image
     * @return this
     */
    public PlanAssert keeps(Image image) {
        return decides(image, Verdict.KEEP);
    }

    /**
     * Asserts that an image is kept, and a reason for it.
     *
     * @param image the image
     * @param reason one of the reasons
     * @return this
     */
    public PlanAssert keeps(Image image, Reason.Kind reason) {
        keeps(image);
        List<Reason> reasons = decision(image).reasons();
        return check(
                reasons.stream().anyMatch(one -> one.kind() == reason),
                "keep " + image + " for the reason " + reason,
                reasons.stream().map(Reason::kind).toList());
    }

    /**
     * Asserts that an image is to be deprecated.
     *
     * @param image the image
     * @return this
     */
    public PlanAssert deprecates(Image image) {
        return acts(image, "deprecate", Action.Deprecate.class::isInstance);
    }

    /**
     * Asserts that an image is to be disabled.
     *
     * @param image the image
     * @return this
     */
    public PlanAssert disables(Image image) {
        return acts(image, "disable", Action.Disable.class::isInstance);
    }

    /**
     * Asserts that an image is to be deregistered.
     *
     * @param image the image
     * @return this
     */
    public PlanAssert deregisters(Image image) {
        return acts(image, "deregister", Action.Deregister.class::isInstance);
    }

    /**
     * Asserts that no action is about an image.
     *
     * @param image the image
     * @return this
     */
    public PlanAssert doesNotTouch(Image image) {
        return check(actionsOn(image.imageId()).isEmpty(), "not touch " + image, describe(actionsOn(image.imageId())));
    }

    /**
     * Asserts what was decided about an image.
     *
     * @param image the image
     * @param expected the verdict
     * @return this
     */
    public PlanAssert decides(Image image, Verdict expected) {
        Decision decision = decision(image);
        return check(
                decision.verdict() == expected,
                "decide " + expected + " for " + image,
                decision.verdict() + " because " + decision.reasons());
    }

    /**
     * Asserts that every source of references could be read.
     *
     * @return this
     */
    public PlanAssert readAllSources() {
        return check(plan().unreadSources().isEmpty(), "have read all sources", plan().unreadSources());
    }

    /**
     * Asserts that whatever it does can be undone, at least for a while.
     *
     * @return this
     */
    public PlanAssert isReversible() {
        List<PlannedAction> lasting = plan().actions().stream()
                .filter(action -> action.reversibility().kind() == Reversibility.Kind.IRREVERSIBLE)
                .toList();
        return check(lasting.isEmpty(), "be reversible", describe(lasting));
    }

    private PlanAssert acts(Image image, String verb, Predicate<Action> kind) {
        List<PlannedAction> actions = actionsOn(image.imageId());
        return check(actions.stream().map(PlannedAction::action).anyMatch(kind), verb + " " + image, describe(actions));
    }

    private List<PlannedAction> actionsOn(ImageId image) {
        return plan().actions().stream()
                .filter(action -> action.action().target().equals(image.value()))
                .toList();
    }

    private Decision decision(Image image) {
        return plan().decisions().stream()
                .filter(one -> one.id().equals(image.imageId()) && one.region().equals(image.region()))
                .findFirst()
                .orElseThrow(() -> failure(
                        "%nExpecting plan%n  %s%nto decide about %s%nbut it did not look at it",
                        plan().title(), image));
    }

    private PlanAssert check(boolean holds, String expectation, Object found) {
        if (!holds) {
            failWithMessage("%nExpecting plan%n  %s%nto %s%nbut found%n  %s", plan().title(), expectation, found);
        }
        return this;
    }

    private static Object describe(List<PlannedAction> actions) {
        return actions.isEmpty()
                ? "no such action"
                : actions.stream().map(one -> one.action().describe()).toList();
    }

    private Plan plan() {
        isNotNull();
        return Objects.requireNonNull(actual);
    }
}
