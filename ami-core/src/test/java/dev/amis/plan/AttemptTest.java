package dev.amis.plan;

import static dev.amis.plan.Worlds.FRIEND;
import static dev.amis.plan.Worlds.IMAGE;
import static dev.amis.plan.Worlds.NEXT_YEAR;
import static dev.amis.plan.Worlds.REGION;
import static dev.amis.plan.Worlds.SNAPSHOT;
import static dev.amis.plan.Worlds.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.Failure;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.SnapshotId;
import dev.amis.spi.SnapshotDeletionCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private static final Action DEPRECATE = new Action.Deprecate(REGION, IMAGE, NEXT_YEAR);
    private static final Action DISABLE = new Action.Disable(REGION, IMAGE);
    private static final PlannedAction DEREGISTER = new PlannedAction(
            new Action.Deregister(REGION, IMAGE, true, List.of(SNAPSHOT)),
            "asked for",
            Facts.none(),
            Reversibility.recycleBin(Duration.ofDays(7)));

    private final TinyEc2 ec2 = Worlds.ofOneImage();

    @Test
    void refusalsOfEc2AreFailures() {
        ec2.refusals.put("EnableImageDeprecation", "InvalidParameterValue");
        ActionResult result = Worlds.make(ec2, DEPRECATE);
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.detail()).contains("EC2 does not want to (InvalidParameterValue)");
        assertThat(result.failure().flatMap(Failure::code)).contains("InvalidParameterValue");
        assertThat(result.undo()).isEmpty();
    }

    @Test
    void whatCannotBeLookedAtIsNotChanged() {
        ec2.refusals.put("DescribeImages", "UnauthorizedOperation");
        ActionResult result = Worlds.make(ec2, DEPRECATE);
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.detail()).startsWith("it could not be looked at, so nothing was changed: ");
        assertThat(ec2.changes()).isEmpty();
    }

    @Test
    void launchPermissionsThatCannotBeReadKeepAnImageFromBeingDisabled() {
        ec2.refusals.put("DescribeImageAttribute", "UnauthorizedOperation");
        assertThat(Worlds.make(ec2, DISABLE).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ec2.changes()).isEmpty();
    }

    @Test
    void aLostAnswerIsSettledByLookingAgain() {
        ec2.mishaps.put(2, TinyEc2.Mishap.LOST_ANSWER);
        ActionResult result = Worlds.make(ec2, DEPRECATE);
        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
        assertThat(result.detail()).isEqualTo("the answer was lost, but the account shows that it was done");
        assertThat(result.undo()).hasSize(1);
        assertThat(result.failure()).isEmpty();
    }

    @Test
    void aLostRequestStaysUnknownWithItsWayBack() {
        ec2.mishaps.put(3, TinyEc2.Mishap.LOST_REQUEST);
        ActionResult result = Worlds.make(ec2, DISABLE);
        assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result.detail()).startsWith("it cannot be told whether it was done: ");
        assertThat(result.failure()).isPresent();
        assertThat(result.undo()).hasSize(2);
    }

    @Test
    void aLostRequestIsLookedAfterAFewTimesAndNotForever() {
        ec2.mishaps.put(2, TinyEc2.Mishap.LOST_REQUEST);
        Worlds.make(ec2, DEPRECATE);
        assertThat(ec2.calls).hasSize(6);
        assertThat(Duration.between(TinyEc2.START, ec2.now)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(20));
    }

    @Test
    void anEffectThatShowsLateIsFound() {
        ec2.mishaps.put(2, TinyEc2.Mishap.LOST_REQUEST);
        PlannedAction planned = Worlds.planned(DEPRECATE);
        Journal journal = new ScriptedJournal() {
            @Override
            public void before(JournalEntry entry) {
                // The request goes through after all, once two looks have not shown it.
                later(2);
            }

            private void later(int looks) {
                ec2.beforeNextCall.add(() -> {
                    if (looks == 0) {
                        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withDeprecationTime(NEXT_YEAR));
                    } else {
                        later(looks - 1);
                    }
                });
            }
        };
        ActionResult result = Worlds.engine(ec2)
                .applying(Worlds.plan(planned))
                .journal(journal)
                .apply()
                .results()
                .get(0);
        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void whenLookingAgainFailsTheOutcomeIsUnknown() {
        ec2.mishaps.put(2, TinyEc2.Mishap.LOST_ANSWER);
        ec2.mishaps.put(3, TinyEc2.Mishap.INTERNAL_ERROR);
        assertThat(Worlds.make(ec2, DEPRECATE).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void anInternalErrorOfEc2LeavesTheOutcomeOpen() {
        ec2.mishaps.put(2, TinyEc2.Mishap.INTERNAL_ERROR);
        assertThat(Worlds.make(ec2, DEPRECATE).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aBugInAProviderLeavesTheOutcomeOpen() {
        ec2.mishaps.put(2, TinyEc2.Mishap.BUG);
        ActionResult result = Worlds.make(ec2, DEPRECATE);
        assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result.failure().orElseThrow().reason()).contains("a bug in a provider");
    }

    @Test
    void crashesFlyThrough() {
        ec2.mishaps.put(2, TinyEc2.Mishap.CRASH_AFTER);
        assertThatThrownBy(() -> Worlds.make(ec2, DEPRECATE)).isInstanceOf(TinyEc2.Crash.class);
    }

    @Test
    void aRefusalBecauseItIsDoneMeanwhileIsNoFailure() {
        ec2.refusals.put("DisableImage", "IncorrectState");
        ScriptedJournal someoneElse = new ScriptedJournal() {
            @Override
            public void before(JournalEntry entry) {
                ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withStateText(ImageState.DISABLED.text()));
            }
        };
        ActionResult result = Worlds.engine(ec2)
                .applying(Worlds.plan(Worlds.planned(DISABLE)))
                .journal(someoneElse)
                .apply()
                .results()
                .get(0);
        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
        assertThat(result.detail()).isEqualTo("it was done when EC2 was asked again");
        assertThat(result.undo()).hasSize(2);
    }

    @Test
    void aRefusalThatCannotBeLookedAfterStaysAFailure() {
        ec2.refusals.put("EnableImageDeprecation", "InvalidParameterValue");
        ec2.mishaps.put(3, TinyEc2.Mishap.INTERNAL_ERROR);
        assertThat(Worlds.make(ec2, DEPRECATE).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void anImageThatEc2CallsUnavailableIsDeregistered() {
        ec2.refusals.put("DeregisterImage", "InvalidAMIID.Unavailable");
        ActionResult result = Worlds.make(ec2, DEREGISTER);
        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void anImageThatEc2DoesNotKnowIsDeregistered() {
        ec2.refusals.put("DeregisterImage", "InvalidAMIID.NotFound");
        assertThat(Worlds.make(ec2, DEREGISTER).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void otherRefusalsToDeregisterAreFailures() {
        ec2.refusals.put("DeregisterImage", "AuthFailure");
        assertThat(Worlds.make(ec2, DEREGISTER).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aSnapshotThatEc2DoesNotKnowIsDeleted() {
        ec2.refusals.put("DeleteSnapshot", "InvalidSnapshot.NotFound");
        assertThat(Worlds.make(ec2, new Action.DeleteSnapshot(REGION, SNAPSHOT)).outcome())
                .isEqualTo(Outcome.DONE);
    }

    @Test
    void aProtectedImageIsNotEvenTried() {
        DeregistrationProtection protection =
                DeregistrationProtection.coolingDownUntil(TinyEc2.START.plus(Duration.ofHours(3)));
        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withDeregistrationProtection(protection));
        ActionResult result = Worlds.make(ec2, DEREGISTER);
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.detail()).endsWith("possible after 2026-01-05T11:00:00Z");
        assertThat(ec2.changes()).isEmpty();
    }

    @Test
    void theWayBackOutOfTheBinIsKnownWithItsEnd() {
        ActionResult result = Worlds.make(ec2, DEREGISTER);
        assertThat(result.undo())
                .extracting(PlannedAction::action)
                .containsExactly(new Action.RestoreSnapshot(REGION, SNAPSHOT), new Action.RestoreImage(REGION, IMAGE));
        assertThat(result.undoUntil()).contains(TinyEc2.START.plus(Duration.ofDays(7)));
    }

    @Test
    void whatTheBinDoesNotKeepHasNoWayBack() {
        ActionResult result = Worlds.make(ec2, Worlds.planned(DEREGISTER.action()));
        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
        assertThat(result.undo()).isEmpty();
        assertThat(result.undoUntil()).isEmpty();
    }

    @Test
    void snapshotsThatAreLeftAreNamedWithTheReason() {
        ec2.refusals.put("DeleteSnapshot", "UnauthorizedOperation");
        ActionResult result = Worlds.make(ec2, DEREGISTER);
        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
        assertThat(result.isComplete()).isFalse();
        assertThat(result.detail()).isEqualTo(SNAPSHOT + " is left, ec2:DeleteSnapshot is not allowed");
    }

    @Test
    void snapshotsThatAnotherImageNeedsAreNoFailure() {
        ec2.add(Worlds.image(Worlds.OTHER, SNAPSHOT));
        ActionResult result = Worlds.make(ec2, DEREGISTER);
        assertThat(result.isComplete()).isTrue();
        assertThat(result.detail()).isEqualTo(SNAPSHOT + " stays, another image needs it");
    }

    @Test
    void afterALostAnswerTheSnapshotsAreLookedAt() {
        ec2.mishaps.put(2, TinyEc2.Mishap.LOST_ANSWER);
        ActionResult result = Worlds.make(ec2, DEREGISTER);
        assertThat(result.snapshots())
                .extracting(snapshot -> snapshot.code())
                .containsExactly(SnapshotDeletionCode.SUCCESS);
    }

    @Test
    void afterALostAnswerASnapshotThatIsLeftIsNamed() {
        ec2.mishaps.put(2, TinyEc2.Mishap.LOST_ANSWER);
        ec2.refusals.put("DeleteSnapshot", "UnauthorizedOperation");
        ActionResult result = Worlds.make(ec2, DEREGISTER);
        assertThat(result.detail()).endsWith(SNAPSHOT + " is left, why is not known");
        assertThat(result.isComplete()).isFalse();
    }

    @Test
    void afterALostAnswerASnapshotThatIsNeededIsToldApart() {
        ec2.add(Worlds.image(Worlds.OTHER, SNAPSHOT));
        ec2.mishaps.put(2, TinyEc2.Mishap.LOST_ANSWER);
        ActionResult result = Worlds.make(ec2, DEREGISTER);
        assertThat(result.isComplete()).isTrue();
        assertThat(result.leftovers())
                .extracting(snapshot -> snapshot.code())
                .containsExactly(SnapshotDeletionCode.SKIPPED);
    }

    @Test
    void ifTheSnapshotsCannotBeLookedAtThatIsSaid() {
        ec2.mishaps.put(2, TinyEc2.Mishap.LOST_ANSWER);
        ec2.refusals.put("DescribeSnapshots", "UnauthorizedOperation");
        ActionResult result = Worlds.make(ec2, DEREGISTER);
        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
        assertThat(result.detail()).contains("but what became of its snapshots could not be read");
    }

    @Test
    void keptSnapshotsAreNotLookedAt() {
        ec2.images.clear();
        Worlds.make(ec2, new Action.Deregister(REGION, IMAGE, false, List.of(SNAPSHOT)));
        assertThat(ec2.calls).noneMatch(call -> call.startsWith("DescribeSnapshots"));
    }

    @Test
    void withoutSnapshotsNothingIsAskedAboutThem() {
        ec2.images.clear();
        Worlds.make(ec2, new Action.Deregister(REGION, IMAGE, true, List.<SnapshotId>of()));
        assertThat(ec2.calls).noneMatch(call -> call.startsWith("DescribeSnapshots"));
    }

    @Test
    void launchPermissionsAreReadRightBeforeDisabling() {
        ec2.beforeNextCall.add(() -> ec2.permissions.get(IMAGE).add(LaunchPermission.of(STRANGER)));
        ActionResult result = Worlds.make(ec2, DISABLE);
        assertThat(result.undo().get(1).action())
                .isEqualTo(new Action.ChangeLaunchPermissions(
                        REGION, IMAGE, Set.of(LaunchPermission.of(FRIEND), LaunchPermission.of(STRANGER)), Set.of()));
    }

    @Test
    void anImageThatVanishesBetweenTwoLooksIsGone() {
        ec2.beforeNextCall.add(() -> ec2.beforeNextCall.add(() -> ec2.images.clear()));
        assertThat(Worlds.make(ec2, DISABLE).detail()).isEqualTo("it is gone");
    }

    @Test
    void sharingASnapshotOfTheDefaultKeyIsAnsweredWithAdvice() {
        ec2.beforeNextCall.add(() -> ec2.beforeNextCall.add(() -> ec2.beforeNextCall.add(() -> {
            throw TinyEc2.conflict("x", "Encrypted snapshots with EBS default key cannot be shared");
        })));
        Action share =
                new Action.ChangeLaunchPermissions(REGION, IMAGE, Set.of(LaunchPermission.of(STRANGER)), Set.of());
        assertThat(Worlds.make(ec2, share).detail())
                .startsWith("a snapshot is encrypted with the AWS managed key, which cannot be shared;"
                        + " copy the image to a customer managed key");
    }

    @Test
    void afterARestartTheWayBackIsThatOfThePlan() {
        Facts facts = Facts.builder()
                .state(ImageState.AVAILABLE)
                .launchPermissions(Set.of(LaunchPermission.of(FRIEND)))
                .build();
        Plan plan = Worlds.plan(Worlds.planned(DISABLE, facts));
        ec2.mishaps.put(3, TinyEc2.Mishap.CRASH_AFTER);
        assertThatThrownBy(() -> Worlds.engine(ec2).applying(plan).apply()).isInstanceOf(TinyEc2.Crash.class);
        ActionResult result =
                Worlds.engine(ec2).applying(plan).apply().results().get(0);
        assertThat(result.undo()).hasSize(2);
        assertThat(result.detail()).isEqualTo("it was so already");
    }

    @Test
    void afterARestartTheJournalKnowsTheWayBackBetter() {
        Journal journal = Journal.inMemory();
        Plan plan = Worlds.plan(Worlds.planned(DISABLE));
        ec2.mishaps.put(3, TinyEc2.Mishap.CRASH_AFTER);
        assertThatThrownBy(
                        () -> Worlds.engine(ec2).applying(plan).journal(journal).apply())
                .isInstanceOf(TinyEc2.Crash.class);
        ActionResult result = Worlds.engine(ec2)
                .applying(plan)
                .journal(journal)
                .apply()
                .results()
                .get(0);
        assertThat(result.undo()).hasSize(2);
    }

    @Test
    void afterARestartTheBinIsCountedFromWhenItWasDone() {
        Journal journal = Journal.inMemory();
        Plan plan = Worlds.plan(DEREGISTER);
        ec2.mishaps.put(2, TinyEc2.Mishap.CRASH_AFTER);
        assertThatThrownBy(
                        () -> Worlds.engine(ec2).applying(plan).journal(journal).apply())
                .isInstanceOf(TinyEc2.Crash.class);
        ec2.pass(Duration.ofHours(5));
        ActionResult result = Worlds.engine(ec2)
                .applying(plan)
                .journal(journal)
                .apply()
                .results()
                .get(0);
        assertThat(result.undoUntil()).contains(TinyEc2.START.plus(Duration.ofDays(7)));
    }

    @Test
    void withoutAJournalTheBinIsCountedFromWhenItWasPlanned() {
        ec2.images.clear();
        ec2.pass(Duration.ofHours(5));
        assertThat(Worlds.make(ec2, DEREGISTER).undoUntil()).contains(TinyEc2.START.plus(Duration.ofDays(7)));
    }

    @Test
    void withoutAJournalEntryNothingIsChanged() {
        ScriptedJournal full = new ScriptedJournal() {
            @Override
            public void before(JournalEntry entry) {
                throw new IllegalStateException("the disk is full");
            }
        };
        ActionResult result = apply(full);
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.detail())
                .isEqualTo("its journal could not be written, so nothing was changed:"
                        + " java.lang.IllegalStateException: the disk is full");
        assertThat(ec2.changes()).isEmpty();
    }

    @Test
    void aJournalThatFailsAfterwardsDoesNotUndoTheResult() {
        ScriptedJournal full = new ScriptedJournal() {
            @Override
            public void after(JournalEntry entry, ActionResult result) {
                throw new IllegalStateException("the disk is full");
            }
        };
        ActionResult result = apply(full);
        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
        assertThat(result.detail()).isEqualTo("the journal could not be written afterwards: the disk is full");
        assertThat(result.undo()).hasSize(1);
    }

    @Test
    void theJournalIsToldWhatIsAboutToBeDoneAndWhatBecameOfIt() {
        ScriptedJournal journal = new ScriptedJournal();
        ActionResult result = apply(journal);
        assertThat(journal.before).hasSize(1);
        JournalEntry entry = journal.before.get(0);
        assertThat(entry.plan())
                .isEqualTo(Worlds.plan(Worlds.planned(DEPRECATE)).fingerprint());
        assertThat(entry.index()).isZero();
        assertThat(entry.undo()).isEqualTo(result.undo());
        assertThat(entry.planned().action()).isEqualTo(DEPRECATE);
        assertThat(journal.after).containsExactly(result);
    }

    @Test
    void thePlainJournalRemembersTheLatestEntry() {
        Journal journal = Journal.inMemory();
        PlannedAction planned = Worlds.planned(DEPRECATE);
        JournalEntry first = new JournalEntry("plan", 0, TinyEc2.START, planned, List.of());
        JournalEntry second = new JournalEntry("plan", 0, NEXT_YEAR, planned, List.of());
        journal.before(first);
        journal.before(second);
        assertThat(journal.find("plan", 0)).contains(second);
        assertThat(journal.find("plan", 1)).isEmpty();
        assertThat(journal.find("other", 0)).isEqualTo(Optional.empty());
    }

    private ActionResult apply(Journal journal) {
        return Worlds.engine(ec2)
                .applying(Worlds.plan(Worlds.planned(DEPRECATE)))
                .journal(journal)
                .apply()
                .results()
                .get(0);
    }
}
