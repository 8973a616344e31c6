package dev.amis.plan;

import static dev.amis.plan.Worlds.IMAGE;
import static dev.amis.plan.Worlds.NEXT_YEAR;
import static dev.amis.plan.Worlds.OTHER;
import static dev.amis.plan.Worlds.REGION;
import static dev.amis.plan.Worlds.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.AccessDeniedException;
import dev.amis.error.ConflictException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.StalePlanException;
import dev.amis.model.DeregistrationProtection;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportFailureTest {

    private static final PlannedAction DEPRECATE = Worlds.planned(new Action.Deprecate(REGION, IMAGE, NEXT_YEAR));
    private static final PlannedAction GONE = Worlds.planned(new Action.Disable(REGION, OTHER));
    private static final PlannedAction DEREGISTER =
            Worlds.planned(new Action.Deregister(REGION, IMAGE, true, List.of(SNAPSHOT)));

    private final TinyEc2 ec2 = Worlds.ofOneImage();

    @Test
    void aReportOfWhichAllWasDoneIsItself() {
        ChangeReport report = apply(DEPRECATE);
        assertThat(report.orThrow()).isSameAs(report);
    }

    @Test
    void aRefusalOfEc2IsThrownAsWhatItIs() {
        ec2.refusals.put("EnableImageDeprecation", "UnauthorizedOperation");
        assertThatThrownBy(() -> apply(DEPRECATE).orThrow())
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageStartingWith("EnableImageDeprecation failed: EC2 does not want to (UnauthorizedOperation)");
    }

    @Test
    void severalActionsAreCounted() {
        ec2.refusals.put("EnableImageDeprecation", "UnauthorizedOperation");
        assertThatThrownBy(() -> apply(DEPRECATE, GONE, Worlds.planned(new Action.Protect(REGION, IMAGE, false)))
                        .orThrow())
                .hasMessageContaining("EC2 does not want to; 1 of 3 actions are done");
    }

    @Test
    void whatStandsInTheWayIsAConflict() {
        ec2.images.computeIfPresent(
                IMAGE,
                (id, image) -> image.withDeregistrationProtection(DeregistrationProtection.ENABLED_WITHOUT_COOLDOWN));
        assertThatThrownBy(() -> apply(DEREGISTER).orThrow())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(
                        "deregister " + IMAGE + " and delete 1 snapshot failed in eu-west-1: it is protected");
    }

    @Test
    void snapshotsThatAreLeftAreAConflict() {
        ec2.refusals.put("DeleteSnapshot", "UnauthorizedOperation");
        assertThatThrownBy(() -> apply(DEREGISTER).orThrow())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(SNAPSHOT + " is left, ec2:DeleteSnapshot is not allowed");
    }

    @Test
    void whatCannotBeToldIsThrownAsThat() {
        ec2.mishaps.put(2, TinyEc2.Mishap.LOST_REQUEST);
        assertThatThrownBy(() -> apply(DEPRECATE, GONE).orThrow())
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("it cannot be told whether it was done");
    }

    @Test
    void whatWasSkippedIsAStalePlan() {
        assertThatThrownBy(() -> apply(GONE).orThrow())
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("disable " + OTHER + " failed in eu-west-1: it is gone. Read the report");
    }

    @Test
    void whatWasNotBegunIsAStalePlan() {
        ChangeReport report = apply(DEPRECATE).withNotBegun(GONE);
        assertThatThrownBy(report::orThrow)
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("a test failed: applying was interrupted; 1 of 2 actions are done");
    }

    private ChangeReport apply(PlannedAction... actions) {
        return Worlds.engine(ec2).applying(Worlds.plan(actions)).apply();
    }
}
