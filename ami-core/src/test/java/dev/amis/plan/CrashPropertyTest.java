package dev.amis.plan;

import static dev.amis.plan.Worlds.FRIEND;
import static dev.amis.plan.Worlds.IMAGE;
import static dev.amis.plan.Worlds.NEXT_YEAR;
import static dev.amis.plan.Worlds.OTHER;
import static dev.amis.plan.Worlds.REGION;
import static dev.amis.plan.Worlds.SNAPSHOT;
import static dev.amis.plan.Worlds.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.CreateVolumePermission;
import dev.amis.model.LaunchPermission;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CrashPropertyTest {

    private static final SnapshotId SECOND = SnapshotId.of("snap-0123456789abcdef1");
    private static final int MOST_CALLS = 50;

    @Property(tries = 200)
    void wheneverTheProcessDiesASecondRunFinishesThePlan(
            @ForAll("plans") Plan plan,
            @ForAll @IntRange(min = 1, max = MOST_CALLS) int call,
            @ForAll("crashes") TinyEc2.Mishap crash) {
        TinyEc2 undisturbed = world();
        Worlds.engine(undisturbed).applying(plan).apply();

        TinyEc2 ec2 = world();
        ec2.mishaps.put(call, crash);
        applyUntilItLives(ec2, plan, Journal.inMemory());

        assertThat(ec2.world()).isEqualTo(undisturbed.world());
        assertThat(ec2.changes().size() - undisturbed.changes().size()).isLessThanOrEqualTo(1);
    }

    @Property(tries = 200)
    void wheneverTheProcessDiesAllComesBackInTheEnd(
            @ForAll("plans") Plan plan,
            @ForAll @IntRange(min = 1, max = MOST_CALLS) int call,
            @ForAll("crashes") TinyEc2.Mishap crash) {
        TinyEc2 ec2 = world();
        TinyEc2.World before = ec2.world();
        ec2.mishaps.put(call, crash);
        ChangeReport report = applyUntilItLives(ec2, plan, Journal.inMemory());
        undoUntilItLives(ec2, report).orThrow();
        assertThat(ec2.world()).isEqualTo(before);
    }

    @Property(tries = 200)
    void whateverIsLostTheReportTellsTheTruth(
            @ForAll("plans") Plan plan,
            @ForAll @IntRange(min = 1, max = MOST_CALLS) int call,
            @ForAll("losses") TinyEc2.Mishap loss) {
        TinyEc2 ec2 = world();
        ec2.mishaps.put(call, loss);
        ChangeReport report = Worlds.engine(ec2).applying(plan).apply();
        ec2.mishaps.clear();
        for (ActionResult result : report.results(Outcome.FAILED)) {
            assertThat(isDone(ec2, result)).isFalse();
        }
        for (ActionResult result : report.results(Outcome.DONE)) {
            assertThat(isDone(ec2, result)).isTrue();
        }
        assertThat(report.results(Outcome.UNKNOWN).size()).isLessThanOrEqualTo(1);
    }

    @Property(tries = 100)
    void aPlanThatWasAppliedHasNothingLeftToDo(@ForAll("plans") Plan plan) {
        TinyEc2 ec2 = world();
        Worlds.engine(ec2).applying(plan).apply();
        int changes = ec2.changes().size();
        TinyEc2.World after = ec2.world();
        ChangeReport again = Worlds.engine(ec2).applying(plan).apply();
        assertThat(again.results()).allMatch(result -> result.outcome() == Outcome.DONE);
        assertThat(ec2.changes()).hasSize(changes);
        assertThat(ec2.world()).isEqualTo(after);
    }

    private static ChangeReport applyUntilItLives(TinyEc2 ec2, Plan plan, Journal journal) {
        while (true) {
            try {
                return Worlds.engine(ec2).applying(plan).journal(journal).apply();
            } catch (TinyEc2.Crash died) {
                assertThat(died).hasMessageStartingWith("crash at ");
            }
        }
    }

    private static ChangeReport undoUntilItLives(TinyEc2 ec2, ChangeReport report) {
        while (true) {
            try {
                return Worlds.engine(ec2).undoing(report).apply();
            } catch (TinyEc2.Crash died) {
                assertThat(died).hasMessageStartingWith("crash at ");
            }
        }
    }

    private static boolean isDone(TinyEc2 ec2, ActionResult result) {
        Action action = result.planned().action();
        Effect<Action> effect = Effects.of(action);
        return effect.isDone(action, effect.look(action, Facts.none(), new Observer(ec2.session())));
    }

    private static TinyEc2 world() {
        TinyEc2 ec2 = Worlds.ofOneImage();
        ec2.add(Worlds.image(OTHER, SECOND), LaunchPermission.of(FRIEND), LaunchPermission.of(STRANGER));
        ec2.add(Worlds.snapshot(SECOND), CreateVolumePermission.of(FRIEND));
        return ec2;
    }

    @Provide
    Arbitrary<TinyEc2.Mishap> crashes() {
        return Arbitraries.of(TinyEc2.Mishap.CRASH_BEFORE, TinyEc2.Mishap.CRASH_AFTER);
    }

    @Provide
    Arbitrary<TinyEc2.Mishap> losses() {
        return Arbitraries.of(
                TinyEc2.Mishap.LOST_ANSWER,
                TinyEc2.Mishap.LOST_REQUEST,
                TinyEc2.Mishap.INTERNAL_ERROR,
                TinyEc2.Mishap.BUG);
    }

    /** Some of these in any order, none of which is in the way of another. */
    @Provide
    Arbitrary<Plan> plans() {
        List<PlannedAction> some = List.of(
                Worlds.planned(new Action.Deprecate(REGION, IMAGE, NEXT_YEAR)),
                Worlds.planned(new Action.ChangeLaunchPermissions(
                        REGION, IMAGE, Set.of(LaunchPermission.of(STRANGER)), Set.of(LaunchPermission.of(FRIEND)))),
                Worlds.planned(new Action.ChangeSnapshotPermissions(
                        REGION, SNAPSHOT, Set.of(CreateVolumePermission.of(STRANGER)), Set.of())),
                Worlds.planned(new Action.ChangeSnapshotPermissions(
                        REGION, SECOND, Set.of(), Set.of(CreateVolumePermission.of(FRIEND)))),
                Worlds.planned(new Action.SetTags(
                        REGION, IMAGE.value(), Tags.of("Stage", "new").with("Added", "1"))),
                Worlds.planned(new Action.RemoveTags(REGION, IMAGE.value(), Set.of("Team"))),
                Worlds.planned(new Action.SetDescription(REGION, IMAGE, "after")),
                Worlds.planned(new Action.Protect(REGION, IMAGE, false)),
                Worlds.planned(new Action.Disable(REGION, OTHER)));
        PlannedAction deregister = new PlannedAction(
                new Action.Deregister(REGION, OTHER, true, List.of(SECOND)),
                "asked for",
                Facts.none(),
                Reversibility.recycleBin(Duration.ofDays(7)));
        Arbitrary<Boolean> removing = Arbitraries.of(true, false);
        return Arbitraries.shuffle(some)
                .flatMap(
                        order -> Arbitraries.integers().between(1, order.size()).map(n -> order.subList(0, n)))
                .flatMap(actions -> removing.map(remove -> Worlds.plan(actions.toArray(PlannedAction[]::new))
                        .withActions(remove ? removing(actions, deregister) : actions)));
    }

    /** Deregistered last, and without having been disabled or its snapshots unshared: what is gone has no other facts. */
    private static List<PlannedAction> removing(List<PlannedAction> actions, PlannedAction deregister) {
        return Stream.concat(
                        actions.stream()
                                .filter(planned -> !planned.action().target().equals(OTHER.value())
                                        && !planned.action().target().equals(SECOND.value())),
                        Stream.of(deregister))
                .toList();
    }
}
