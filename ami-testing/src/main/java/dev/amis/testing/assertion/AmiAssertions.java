package dev.amis.testing.assertion;

import dev.amis.model.Image;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Plan;

/** Where assertions on images, plans and reports start; to be imported statically beside AssertJ's own. */
@SuppressWarnings("exports") // AssertJ is there wherever this is used
public final class AmiAssertions {

    private AmiAssertions() {}

    /**
     * Starts assertions on an image.
     *
     * @param actual the image
     * @return its assertions
     */
    public static ImageAssert assertThat(Image actual) {
        return new ImageAssert(actual);
    }

    /**
     * Starts assertions on a plan.
     *
     * @param actual the plan
     * @return its assertions
     */
    public static PlanAssert assertThat(Plan actual) {
        return new PlanAssert(actual);
    }

    /**
     * Starts assertions on a report.
     *
     * @param actual the report
     * @return its assertions
     */
    public static ChangeReportAssert assertThat(ChangeReport actual) {
        return new ChangeReportAssert(actual);
    }
}
