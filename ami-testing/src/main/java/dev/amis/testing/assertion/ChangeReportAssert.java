package dev.amis.testing.assertion;

import dev.amis.model.Image;
import dev.amis.plan.ActionResult;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Outcome;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractObjectAssert;

/** Assertions on a report of changes. Made by {@link AmiAssertions#assertThat(ChangeReport)}. */
@SuppressWarnings("exports") // AssertJ is there wherever this is used
public final class ChangeReportAssert extends AbstractObjectAssert<ChangeReportAssert, ChangeReport> {

    ChangeReportAssert(ChangeReport actual) {
        super(actual, ChangeReportAssert.class);
    }

    /**
     * Asserts that everything that was planned is done.
     *
     * @return this
     */
    public ChangeReportAssert isComplete() {
        List<ActionResult> open = report().results().stream()
                .filter(result -> !result.isComplete())
                .toList();
        return check(
                report().isComplete(),
                "be complete",
                lines(open)
                        + (report().notBegun().isEmpty()
                                ? ""
                                : " and " + report().notBegun().size() + " not begun"));
    }

    /**
     * Asserts that something that was planned is not done.
     *
     * @return this
     */
    public ChangeReportAssert isNotComplete() {
        return check(!report().isComplete(), "not be complete", "everything done");
    }

    /**
     * Asserts how many actions ended in a way.
     *
     * @param outcome the way
     * @param expected the number
     * @return this
     */
    public ChangeReportAssert has(Outcome outcome, int expected) {
        return check(
                report().results(outcome).size() == expected,
                "have " + expected + " results " + outcome,
                lines(report().results()));
    }

    /**
     * Asserts that everything about an image is done, and that there was something.
     *
     * @param image the image
     * @return this
     */
    public ChangeReportAssert hasDone(Image image) {
        List<ActionResult> results = of(image);
        boolean done = !results.isEmpty() && results.stream().allMatch(result -> result.outcome() == Outcome.DONE);
        return check(done, "have done what concerns " + image, lines(results));
    }

    /**
     * Asserts that something about an image was left alone since the image had changed in the meantime.
     *
     * @param image the image
     * @return this
     */
    public ChangeReportAssert hasSkipped(Image image) {
        List<ActionResult> results = of(image);
        boolean skipped = results.stream().anyMatch(result -> result.outcome() == Outcome.SKIPPED_STALE);
        return check(skipped, "have skipped " + image, lines(results));
    }

    private List<ActionResult> of(Image image) {
        return report().results().stream()
                .filter(result -> result.planned()
                        .action()
                        .target()
                        .equals(image.imageId().value()))
                .toList();
    }

    private static String lines(List<ActionResult> results) {
        return results.isEmpty()
                ? "no such result"
                : results.stream()
                        .map(result ->
                                result.planned().action().describe() + ": " + result.outcome() + " " + result.detail())
                        .toList()
                        .toString();
    }

    private ChangeReportAssert check(boolean holds, String expectation, Object found) {
        if (!holds) {
            failWithMessage(
                    "%nExpecting report of%n  %s%nto %s%nbut found%n  %s", report().title(), expectation, found);
        }
        return this;
    }

    private ChangeReport report() {
        isNotNull();
        return Objects.requireNonNull(actual);
    }
}
