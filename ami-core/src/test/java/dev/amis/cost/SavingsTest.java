package dev.amis.cost;

import static dev.amis.cost.Reports.HERE;
import static dev.amis.cost.Reports.ONE;
import static dev.amis.cost.Reports.deregister;
import static dev.amis.cost.Reports.kept;
import static dev.amis.cost.Reports.plan;
import static dev.amis.cost.Reports.report;
import static dev.amis.cost.Reports.snapshot;
import static dev.amis.cost.Reports.stored;
import static dev.amis.cost.Reports.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amis.cost.Uncounted.Kind;
import dev.amis.model.AccountId;
import dev.amis.plan.Action;
import dev.amis.plan.Plan;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SavingsTest {

    @Test
    void aSnapshotThatGoesWithItsImageIsSaved() {
        Savings savings = report(stored(1, 1)).build().savings(plan(deregister(1, true, 1)));
        assertThat(savings.perMonth()).isEqualTo(ONE);
    }

    @Test
    void aSnapshotThatAKeptImageNeedsSavesNothing() {
        Savings savings = report(stored(1, 1, 2)).build().savings(plan(deregister(1, true, 1)));
        assertThat(savings.perMonth()).isEqualTo(Cost.ZERO);
        assertThat(savings.stillNeeded()).containsExactly(snapshot(1));
    }

    @Test
    void aSharedSnapshotIsSavedOnceWithItsLastImage() {
        Savings savings = report(stored(1, 1, 2)).build().savings(plan(deregister(1, true, 1), deregister(2, true, 1)));
        assertThat(savings.perMonth()).isEqualTo(ONE);
        assertThat(savings.stillNeeded()).isEmpty();
    }

    @Test
    void aSharedSnapshotStaysIfItsLastImageLeavesItBehind() {
        Savings savings =
                report(stored(1, 1, 2)).build().savings(plan(deregister(1, true, 1), deregister(2, false, 1)));
        assertThat(savings.perMonth()).isEqualTo(Cost.ZERO);
        assertThat(savings.leftBehind()).containsExactly(snapshot(1));
    }

    @Test
    void deregisteringWithoutSnapshotsSavesNothing() {
        Savings savings = report(stored(1, 1)).build().savings(plan(deregister(1, false, 1)));
        assertThat(savings.perMonth()).isEqualTo(Cost.ZERO);
        assertThat(savings.leftBehind()).containsExactly(snapshot(1));
    }

    @Test
    void disablingSavesNothing() {
        Savings savings = report(stored(1, 1)).build().savings(plan(new Action.Disable(HERE, Reports.image(1))));
        assertThat(savings.perMonth()).isEqualTo(Cost.ZERO);
    }

    @Test
    void aSnapshotDeletedForItselfIsSaved() {
        Savings savings = report(stored(1)).build().savings(plan(new Action.DeleteSnapshot(HERE, snapshot(1))));
        assertThat(savings.perMonth()).isEqualTo(ONE);
    }

    @Test
    void aSnapshotInUseIsNotDeletedForItself() {
        Savings savings = report(stored(1, 1)).build().savings(plan(new Action.DeleteSnapshot(HERE, snapshot(1))));
        assertThat(savings.perMonth()).isEqualTo(Cost.ZERO);
        assertThat(savings.stillNeeded()).containsExactly(snapshot(1));
    }

    @Test
    void aSnapshotLeftBehindAndThenDeletedIsSaved() {
        Savings savings = report(stored(1, 1))
                .build()
                .savings(plan(deregister(1, false, 1), new Action.DeleteSnapshot(HERE, snapshot(1))));
        assertThat(savings.perMonth()).isEqualTo(ONE);
        assertThat(savings.leftBehind()).isEmpty();
    }

    @Test
    void whatTheRecycleBinKeepsIsSavedLater() {
        Savings savings = report(
                        stored(1, 1),
                        kept(stored(2, 2), Optional.of(Duration.ofDays(7))),
                        kept(stored(3, 3), Optional.of(Duration.ofDays(7))))
                .build()
                .savings(plan(deregister(1, true, 1), deregister(2, true, 2), deregister(3, true, 3)));
        assertThat(savings.byStart())
                .containsEntry(Duration.ZERO, ONE)
                .containsEntry(Duration.ofDays(7), times(2))
                .hasSize(2);
        assertThat(savings.describe())
                .contains("at once: at most $1.00, measured $0.25")
                .contains("from 7 days after the removal, when the Recycle Bin lets go: at most $2.00, measured $0.50");
    }

    @Test
    void aStartThatIsNotKnownIsNotClaimed() {
        Savings savings = report(kept(stored(1, 1), Optional.empty())).build().savings(plan(deregister(1, true, 1)));
        assertThat(savings.byStart()).isEmpty();
        assertThat(savings.startingUnknown()).contains(ONE);
        assertThat(savings.describe()).contains("whose rules could not be read: at most $1.00");
    }

    @Test
    void anImageThatTheEstimateDoesNotKnowIsNamed() {
        Savings savings = report().build().savings(plan(deregister(9, true, 9)));
        assertThat(savings.perMonth().complete()).isFalse();
        assertThat(savings.uncounted())
                .containsExactly(new Uncounted(
                        HERE, Kind.ACTION, Reports.image(9).value(), "the estimate does not know the image"));
    }

    @Test
    void aSnapshotThatTheEstimateDoesNotKnowIsNamedOnce() {
        Savings savings = report(stored(1, 1))
                .build()
                .savings(plan(deregister(1, true, 1, 9), new Action.DeleteSnapshot(HERE, snapshot(9))));
        assertThat(savings.uncounted())
                .containsExactly(new Uncounted(
                        HERE, Kind.ACTION, snapshot(9).value(), "the estimate does not know the snapshot"));
    }

    @Test
    void aSnapshotWithoutAPriceIsNotSavedByANumber() {
        SnapshotCost one = stored(1, 1);
        SnapshotCost unpriced = new SnapshotCost(
                one.region(), one.snapshotId(), one.images(), 10, false, Cost.UNKNOWN, one.keptWhenDeleted());
        Savings savings = report(unpriced).build().savings(plan(deregister(1, true, 1)));
        assertThat(savings.perMonth()).hasToString("not known");
        assertThat(savings.describe()).contains("no price known for eu-west-1");
    }

    @Test
    void whatIsArchivedIsBilledForNinetyDays() {
        SnapshotCost one = stored(1, 1);
        SnapshotCost archived =
                new SnapshotCost(one.region(), one.snapshotId(), one.images(), 10, true, ONE, one.keptWhenDeleted());
        assertThat(report(archived)
                        .build()
                        .savings(plan(deregister(1, true, 1)))
                        .describe())
                .contains("what is missing to 90 days in the archive is billed once");
    }

    @Test
    void aPlanAboutAnotherAccountIsRefused() {
        Plan others =
                Plan.of("theirs", AccountId.of("444455556666"), Reports.NOW).build();
        CostReport report = report().build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.savings(others))
                .withMessageContaining("plan is about account 444455556666");
    }
}
