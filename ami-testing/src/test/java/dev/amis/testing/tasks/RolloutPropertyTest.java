package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.Region;
import dev.amis.rollout.RolloutJournal;
import dev.amis.rollout.RolloutPlan;
import dev.amis.rollout.RolloutReport;
import dev.amis.rollout.RolloutReport.Status;
import dev.amis.testing.Faults;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.SimulatedCrash;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever goes wrong at whichever call: all ends on the new image, or exactly as it was recorded. */
class RolloutPropertyTest {

    private static final List<Region> FIVE = List.of(
            Region.US_EAST_1,
            Region.US_WEST_2,
            Region.EU_WEST_1,
            Region.of("eu-central-1"),
            Region.of("ap-southeast-2"));
    private static final int MOST_CALLS = calls();

    private enum Kind {
        LOST_ANSWER,
        LOST_REQUEST,
        CRASH_BEFORE,
        CRASH_AFTER,
        SERVER_ERROR,
        DENIED;

        void arrange(Faults faults, int nth) {
            switch (this) {
                case LOST_ANSWER -> faults.loseAnswer(Faults.ANY, nth);
                case LOST_REQUEST -> faults.loseRequest(Faults.ANY, nth);
                case CRASH_BEFORE -> faults.crashBefore(nth);
                case CRASH_AFTER -> faults.crashAfter(nth);
                case SERVER_ERROR -> faults.fail(Faults.ANY, nth, "InternalError");
                case DENIED -> faults.fail(Faults.ANY, nth, "UnauthorizedOperation");
            }
        }
    }

    private static RolloutFleet fleet() {
        return new RolloutFleet(InMemoryAws.create(), FIVE, 10, 2);
    }

    /** How many calls a roll-out takes in which nothing goes wrong. */
    private static int calls() {
        RolloutFleet fleet = fleet();
        Amis amis = Amis.using(fleet.aws);
        RolloutPlan plan = fleet.rollout(amis).plan();
        fleet.aws.calls().clear();
        assertThat(amis.apply(plan).orThrow().status()).isEqualTo(Status.COMPLETED);
        return fleet.aws.calls().count();
    }

    @Property(tries = 120)
    void endsAllNewOrAsRecorded(
            @ForAll Kind kind, @ForAll @IntRange(min = 1, max = 1_000) int promille, @ForAll boolean goesOn) {
        RolloutFleet fleet = fleet();
        Amis amis = Amis.using(fleet.aws);
        Map<String, RolloutFleet.RegionState> before = fleet.state();
        RolloutPlan plan = fleet.rollout(amis).plan();
        RolloutJournal journal = RolloutJournal.inMemory();
        kind.arrange(fleet.aws.faults(), Math.max(1, MOST_CALLS * promille / 1_000));

        Optional<Status> first = apply(amis, plan, journal);
        fleet.aws.faults().clear();

        if (!first.equals(Optional.of(Status.COMPLETED))) {
            Amis another = Amis.using(fleet.aws);
            if (journal.plan().isEmpty()) {
                assertThat(fleet.state()).isEqualTo(before);
            } else if (goesOn) {
                assertThat(another.resume(journal).orThrow().status()).isEqualTo(Status.COMPLETED);
                fleet.assertAllNew();
            } else {
                assertThat(another.rollback(journal).orThrow().status()).isEqualTo(Status.ROLLED_BACK);
                assertThat(fleet.state()).isEqualTo(before);
            }
        } else {
            fleet.assertAllNew();
        }
    }

    @Property(tries = 60)
    void rollingBackSurvivesTheSame(@ForAll Kind kind, @ForAll @IntRange(min = 1, max = 1_000) int promille) {
        RolloutFleet fleet = new RolloutFleet(InMemoryAws.create(), FIVE.subList(0, 2), 6, 2);
        Amis amis = Amis.using(fleet.aws);
        Map<String, RolloutFleet.RegionState> before = fleet.state();
        RolloutReport report = amis.apply(fleet.rollout(amis).plan()).orThrow();
        kind.arrange(fleet.aws.faults(), promille);

        rollback(amis, report);
        fleet.aws.faults().clear();
        RolloutReport read = RolloutReport.fromJson(report.toJson());

        assertThat(Amis.using(fleet.aws).rollback(read).orThrow().status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(fleet.state()).isEqualTo(before);
    }

    private static Optional<Status> apply(Amis amis, RolloutPlan plan, RolloutJournal journal) {
        try {
            return Optional.of(amis.applying(plan).journal(journal).apply().status());
        } catch (SimulatedCrash | dev.amis.error.AmiException died) {
            return Optional.empty();
        }
    }

    private static void rollback(Amis amis, RolloutReport report) {
        try {
            assertThat(amis.rollback(report).status()).isIn(Status.ROLLED_BACK, Status.ROLLBACK_INCOMPLETE);
        } catch (SimulatedCrash died) {
            assertThat(died).hasMessageContaining("simulated");
        }
    }
}
