package dev.amis.plan;

import static dev.amis.plan.Worlds.IMAGE;
import static dev.amis.plan.Worlds.NEXT_YEAR;
import static dev.amis.plan.Worlds.OTHER;
import static dev.amis.plan.Worlds.REGION;
import static dev.amis.plan.Worlds.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.StalePlanException;
import dev.amis.model.AccountId;
import dev.amis.model.ImageState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplyingTest {

    private static final PlannedAction FIRST = Worlds.planned(new Action.Deprecate(REGION, IMAGE, NEXT_YEAR));
    private static final PlannedAction SECOND = Worlds.planned(new Action.Disable(REGION, OTHER));
    private static final PlannedAction THIRD = Worlds.planned(new Action.Protect(REGION, IMAGE, false));

    private final TinyEc2 ec2 = Worlds.ofOneImage();

    @Test
    void anExpiredPlanIsRefusedBeforeAnyCall() {
        Plan plan = Worlds.plan(FIRST);
        ec2.now = plan.expiresAt();
        assertThatThrownBy(() -> Worlds.engine(ec2).applying(plan).apply())
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("it expired at 2026-01-06T08:00:00Z, and now it is 2026-01-06T08:00:00Z")
                .hasMessageContaining("Plan again");
        assertThat(ec2.calls).isEmpty();
    }

    @Test
    void aPlanIsGoodUntilItExpires() {
        Plan plan = Worlds.plan(FIRST);
        ec2.now = plan.expiresAt().minusSeconds(1);
        assertThat(Worlds.engine(ec2).applying(plan).apply().isComplete()).isTrue();
    }

    @Test
    void aPlanOfAnotherAccountIsRefusedBeforeAnyCall() {
        Plan plan = Worlds.plan(FIRST).withAccount(AccountId.of("999900001111"));
        assertThatThrownBy(() -> Worlds.engine(ec2).applying(plan).apply())
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("it was made for account 999900001111, but this is 111122223333");
        assertThat(ec2.calls).isEmpty();
    }

    @Test
    void theOrderIsThatOfThePlan() {
        ec2.add(Worlds.image(OTHER, SNAPSHOT));
        Worlds.engine(ec2).applying(Worlds.plan(FIRST, SECOND, THIRD)).apply();
        assertThat(ec2.changes())
                .containsExactly(
                        "EnableImageDeprecation " + IMAGE, "DisableImage " + OTHER, "EnableProtection " + IMAGE);
    }

    @Test
    void oneFailureDoesNotKeepTheOthersFromBeingDone() {
        ChangeReport report =
                Worlds.engine(ec2).applying(Worlds.plan(SECOND, FIRST)).apply();
        assertThat(report.results())
                .extracting(ActionResult::outcome)
                .containsExactly(Outcome.SKIPPED_STALE, Outcome.DONE);
    }

    @Test
    void theReportSaysWhichPlanWhenAndForWhom() {
        Plan plan = Worlds.plan(FIRST);
        ec2.beforeNextCall.add(() -> ec2.pass(Duration.ofSeconds(7)));
        ChangeReport report = Worlds.engine(ec2).applying(plan).apply();
        assertThat(report.planFingerprint()).isEqualTo(plan.fingerprint());
        assertThat(report.title()).isEqualTo("a test");
        assertThat(report.account()).isEqualTo(TinyEc2.ACCOUNT);
        assertThat(report.startedAt()).isEqualTo(TinyEc2.START);
        assertThat(report.finishedAt()).isEqualTo(TinyEc2.START.plusSeconds(7));
    }

    @Test
    void itStopsBetweenTwoActionsOnRequestAndGoesOnLater() {
        Plan plan = Worlds.plan(FIRST, THIRD);
        Journal journal = Journal.inMemory();
        List<ApplyProgress> told = new ArrayList<>();
        ChangeReport stopped = Worlds.engine(ec2)
                .applying(plan)
                .journal(journal)
                .onProgress(told::add)
                .stoppingWhen(() -> told.size() == 1)
                .apply();
        assertThat(stopped.results()).extracting(ActionResult::planned).containsExactly(FIRST);
        assertThat(stopped.notBegun()).containsExactly(THIRD);

        ChangeReport resumed = Worlds.engine(ec2).resuming(journal).apply();
        assertThat(resumed.isComplete()).isTrue();
        assertThat(ec2.changes()).containsExactly("EnableImageDeprecation " + IMAGE, "EnableProtection " + IMAGE);
    }

    @Test
    void progressIsToldAfterEachAction() {
        List<ApplyProgress> told = new ArrayList<>();
        ec2.beforeNextCall.add(() -> ec2.pass(Duration.ofSeconds(8)));
        Worlds.engine(ec2)
                .applying(Worlds.plan(FIRST, THIRD))
                .onProgress(told::add)
                .apply();
        assertThat(told).extracting(ApplyProgress::finished).containsExactly(1, 2);
        assertThat(told.get(0).total()).isEqualTo(2);
        assertThat(told.get(0).latest().outcome()).isEqualTo(Outcome.DONE);
        assertThat(told.get(0).elapsed()).isEqualTo(Duration.ofSeconds(8));
        assertThat(told.get(0).expectedRest()).isEqualTo(Duration.ofSeconds(8));
        assertThat(told.get(1).expectedRest()).isEqualTo(Duration.ZERO);
        assertThat(told.get(0)).hasToString("1/2 DONE " + FIRST.action().describe());
    }

    @Test
    void aListenerThatFailsChangesNothing() {
        ChangeReport report = Worlds.engine(ec2)
                .applying(Worlds.plan(FIRST, THIRD))
                .onProgress(progress -> {
                    throw new IllegalStateException("careless");
                })
                .apply();
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void aListenerAndAJournalCanBothBeSet() {
        ScriptedJournal journal = new ScriptedJournal();
        List<ApplyProgress> told = new ArrayList<>();
        Worlds.engine(ec2)
                .applying(Worlds.plan(FIRST))
                .journal(journal)
                .onProgress(told::add)
                .apply();
        assertThat(journal.before).hasSize(1);
        assertThat(told).hasSize(1);
    }

    @Test
    void anInterruptEndsItBetweenTwoActions() {
        ChangeReport report = Worlds.engine(ec2)
                .applying(Worlds.plan(FIRST, THIRD))
                .onProgress(progress -> Thread.currentThread().interrupt())
                .apply();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.results()).hasSize(1);
        assertThat(report.notBegun()).containsExactly(THIRD);
        assertThat(report.isComplete()).isFalse();
    }

    @Test
    void anEmptyPlanIsDone() {
        assertThat(Worlds.engine(ec2).applying(Worlds.plan()).apply().isComplete())
                .isTrue();
        assertThat(ec2.calls).isEmpty();
    }

    @Test
    void whatThisRunChangedMayShowLate() {
        PlannedAction disable = Worlds.planned(new Action.Disable(REGION, IMAGE));
        PlannedAction relying = Worlds.planned(
                new Action.SetDescription(REGION, IMAGE, "after"),
                Facts.builder().state(ImageState.DISABLED).build());
        ScriptedJournal slow = new ScriptedJournal() {
            @Override
            public void after(JournalEntry entry, ActionResult result) {
                if (entry.index() == 0) {
                    showAvailableForTwoLooks();
                }
            }
        };
        ChangeReport report = Worlds.engine(ec2)
                .applying(Worlds.plan(disable, relying))
                .journal(slow)
                .apply();
        assertThat(report.isComplete()).isTrue();
        assertThat(ec2.now).isAfter(TinyEc2.START);
    }

    @Test
    void whatOthersChangedIsNotWaitedFor() {
        PlannedAction relying = Worlds.planned(
                new Action.SetDescription(REGION, IMAGE, "after"),
                Facts.builder().state(ImageState.DISABLED).build());
        Worlds.engine(ec2).applying(Worlds.plan(relying)).apply();
        assertThat(ec2.now).isEqualTo(TinyEc2.START);
    }

    @Test
    void patienceWithOnesOwnChangesEnds() {
        PlannedAction relying = Worlds.planned(
                new Action.SetDescription(REGION, IMAGE, "after"),
                Facts.builder().state(ImageState.DISABLED).build());
        ChangeReport report =
                Worlds.engine(ec2).applying(Worlds.plan(FIRST, relying)).apply();
        assertThat(report.results(Outcome.SKIPPED_STALE)).hasSize(1);
        assertThat(Duration.between(TinyEc2.START, ec2.now)).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(5));
    }

    private void showAvailableForTwoLooks() {
        ec2.beforeNextCall.add(() -> {
            show(ImageState.AVAILABLE);
            ec2.beforeNextCall.add(() -> ec2.beforeNextCall.add(() -> show(ImageState.DISABLED)));
        });
    }

    private void show(ImageState state) {
        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withStateText(state.text()));
    }
}
