package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import dev.amis.testing.Faults;
import dev.amis.testing.SimulatedCrash;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ChangesPropertyTest {

    /** What can be taken back whole, and plans the same again in another process. */
    @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
    enum Task {
        DEPRECATE(account -> account.amis()
                .deprecate(account.id())
                .at(Account.START.plus(Duration.ofDays(90)))
                .plan()),
        DISABLE(account -> account.amis().disable(account.id()).plan()),
        PROTECT(account ->
                account.amis().protect(account.id()).withoutCooldown().plan()),
        SHARE(account -> account.amis()
                .share(account.id())
                .with(Account.STRANGER, Account.FRIEND)
                .includingSnapshots()
                .plan()),
        UNSHARE(account ->
                account.amis().unshare(account.id()).from(Account.FRIEND).plan()),
        TAG(account -> account.amis()
                .tag(account.id())
                .with("Stage", "prod")
                .with("Owner", "me")
                .includingSnapshots()
                .plan()),
        UNTAG(account -> account.amis().untag(account.id(), "Team", "Stage").plan()),
        DESCRIBE(account ->
                account.amis().changeDescription(account.id(), "after").plan()),
        DEREGISTER(account ->
                account.amis().deregister(account.id()).withSnapshots().plan());

        private static final Set<Task> NOT_WHILE_DISABLED = EnumSet.of(DEPRECATE, SHARE, UNSHARE, DESCRIBE);

        private final Function<Account, Plan> planner;

        Task(Function<Account, Plan> planner) {
            this.planner = planner;
        }

        /** Disabled images can undergo little, protected ones are not deregistered, and the end comes last. */
        private static boolean isPossible(List<Task> tasks) {
            int disabled = tasks.indexOf(DISABLE);
            int last = tasks.size() - 1;
            return (!tasks.contains(DEREGISTER) || (tasks.indexOf(DEREGISTER) == last && !tasks.contains(PROTECT)))
                    && (disabled < 0
                            || tasks.subList(disabled, tasks.size()).stream()
                                    .noneMatch(task -> NOT_WHILE_DISABLED.contains(task)));
        }
    }

    @Property(tries = 60)
    void whatWasAppliedPlansNothingAnyMore(@ForAll("tasks") List<Task> tasks) {
        Account account = Account.withOneImage();
        for (Task task : tasks) {
            account.amis().apply(task.planner.apply(account)).orThrow();
            assertThat(task.planner.apply(account).actions()).isEmpty();
        }
    }

    @Property(tries = 60)
    void undoneInReverseAllIsAsBefore(@ForAll("tasks") List<Task> tasks) {
        Account account = Account.withOneImage().withRecycleBin();
        Account.State before = account.state();
        Deque<ChangeReport> reports = new ArrayDeque<>();
        for (Task task : tasks) {
            reports.push(account.amis().apply(task.planner.apply(account)).orThrow());
        }
        for (ChangeReport report : reports) {
            account.amis().undo(ChangeReport.fromJson(report.toJson())).orThrow();
        }
        account.aws().time().advance(Duration.ofHours(1));
        assertThat(account.state()).isEqualTo(before);
    }

    @Property(tries = 60)
    void wheneverTheProcessDiesTheSamePlanEndsInTheSameState(
            @ForAll Task task, @ForAll @IntRange(min = 1, max = 12) int call, @ForAll boolean before) {
        Account calm = Account.withOneImage();
        calm.amis().apply(task.planner.apply(calm)).orThrow();
        Account account = Account.withOneImage();
        Plan plan = task.planner.apply(account);
        Faults faults = account.aws().faults();
        assertThat(before ? faults.crashBefore(call) : faults.crashAfter(call)).isNotNull();
        ChangeReport report = applyUntilItLives(account, plan);
        faults.clear();
        report.orThrow();
        assertThat(account.state()).isEqualTo(calm.state());
    }

    @Property(tries = 60)
    void whateverIsLostTheReportTellsTheTruth(
            @ForAll Task task, @ForAll @IntRange(min = 1, max = 6) int call, @ForAll boolean answer) {
        Account account = Account.withOneImage();
        Plan plan = task.planner.apply(account);
        Faults faults = account.aws().faults();
        assertThat(answer ? faults.loseAnswer(Faults.ANY, call) : faults.loseRequest(Faults.ANY, call))
                .isNotNull();
        ChangeReport report = account.amis().apply(plan);
        faults.clear();
        boolean allDone = report.results().stream().allMatch(result -> result.outcome() == Outcome.DONE);
        assertThat(task.planner.apply(account).isEmpty()).isEqualTo(allDone);
        account.amis().apply(plan).orThrow();
        assertThat(task.planner.apply(account).actions()).isEmpty();
    }

    private static ChangeReport applyUntilItLives(Account account, Plan plan) {
        while (true) {
            try {
                return Amis.using(account.aws()).apply(Plan.fromJson(plan.toJson()));
            } catch (SimulatedCrash died) {
                assertThat(died).hasMessageContaining("crash");
            }
        }
    }

    @Provide
    Arbitrary<List<Task>> tasks() {
        return Arbitraries.shuffle(Task.values())
                .flatMap(order -> Arbitraries.integers().between(1, 5).map(n -> order.subList(0, n)))
                .filter(Task::isPossible);
    }
}
