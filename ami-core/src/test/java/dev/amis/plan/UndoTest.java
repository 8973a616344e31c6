package dev.amis.plan;

import static dev.amis.plan.Worlds.FRIEND;
import static dev.amis.plan.Worlds.IMAGE;
import static dev.amis.plan.Worlds.NEXT_MONTH;
import static dev.amis.plan.Worlds.NEXT_YEAR;
import static dev.amis.plan.Worlds.REGION;
import static dev.amis.plan.Worlds.SNAPSHOT;
import static dev.amis.plan.Worlds.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.StalePlanException;
import dev.amis.model.AccountId;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Tags;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UndoTest {

    private static final PlannedAction DEREGISTER = new PlannedAction(
            new Action.Deregister(REGION, IMAGE, true, List.of(SNAPSHOT)),
            "asked for",
            Facts.none(),
            Reversibility.recycleBin(Duration.ofDays(7)));

    private final TinyEc2 ec2 = Worlds.ofOneImage();

    @Test
    void theLastChangeIsTakenBackFirst() {
        ChangeReport report = apply(
                Worlds.planned(new Action.Deprecate(REGION, IMAGE, NEXT_YEAR)),
                Worlds.planned(new Action.Disable(REGION, IMAGE)));
        assertThat(plan(report).actions())
                .extracting(PlannedAction::action)
                .containsExactly(
                        new Action.Enable(REGION, IMAGE),
                        new Action.ChangeLaunchPermissions(
                                REGION, IMAGE, Set.of(LaunchPermission.of(FRIEND)), Set.of()),
                        new Action.CancelDeprecation(REGION, IMAGE));
    }

    @Test
    void theTitleAndTheReasonsTellWhatIsTakenBack() {
        Plan plan = plan(apply(Worlds.planned(new Action.Enable(REGION, IMAGE))));
        assertThat(plan.title()).isEqualTo("undo: a test");
        Plan other = plan(apply(Worlds.planned(new Action.Disable(REGION, IMAGE))));
        assertThat(other.actions().get(0).reason()).isEqualTo("takes back: disable " + IMAGE);
    }

    @Test
    void whatSomebodyChangedSinceIsLeft() {
        ChangeReport report = apply(Worlds.planned(new Action.Deprecate(REGION, IMAGE, NEXT_YEAR)));
        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withDeprecationTime(NEXT_MONTH));
        ChangeReport undone = undo(report);
        assertThat(undone.results(Outcome.SKIPPED_STALE)).hasSize(1);
        assertThat(ec2.images.get(IMAGE).deprecationTime()).contains(NEXT_MONTH);
    }

    @Test
    void aTagThatSomebodyChangedSinceIsLeft() {
        ChangeReport report = apply(Worlds.planned(new Action.SetTags(
                REGION, IMAGE.value(), Tags.of("Stage", "new").with("Added", "1"))));
        ec2.images.computeIfPresent(
                IMAGE, (id, image) -> image.withTags(image.tags().with("Added", "2")));
        undo(report);
        assertThat(ec2.images.get(IMAGE).tags())
                .isEqualTo(Tags.of("Stage", "secret").with("Team", "web").with("Added", "2"));
    }

    @Test
    void aTagThatSomebodySetAnewAfterItsRemovalIsLeft() {
        ChangeReport report = apply(Worlds.planned(new Action.RemoveTags(REGION, IMAGE.value(), Set.of("Stage"))));
        ec2.images.computeIfPresent(
                IMAGE, (id, image) -> image.withTags(image.tags().with("Stage", "anew")));
        assertThat(undo(report).results(Outcome.SKIPPED_STALE)).hasSize(1);
    }

    @Test
    void tagsThatAreTheSameAlreadyAreNotPutBack() {
        ChangeReport report = apply(Worlds.planned(
                new Action.SetTags(REGION, IMAGE.value(), Tags.of("Team", "web").with("Stage", "new"))));
        assertThat(plan(report).actions().get(0).action())
                .isEqualTo(new Action.SetTags(REGION, IMAGE.value(), Tags.of("Stage", "secret")));
    }

    @Test
    void aDateThatHasPassedIsNamedAndLeft() {
        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withDeprecationTime(NEXT_MONTH));
        ChangeReport report = apply(Worlds.planned(new Action.CancelDeprecation(REGION, IMAGE)));
        ec2.now = NEXT_MONTH;
        Plan plan = plan(report);
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.notes())
                .containsExactly("cancel the deprecation of " + IMAGE + " cannot be undone: the date before,"
                        + " 2026-02-05T08:00:00Z, has passed and cannot be set again");
    }

    @Test
    void aDateThatHadPassedBeforeIsMarkedIrreversible() {
        ec2.now = NEXT_MONTH;
        Action cancel = new Action.CancelDeprecation(REGION, IMAGE);
        Facts facts = Facts.builder().deprecationTime(NEXT_MONTH).build();
        assertThat(PlannedAction.of(cancel, "", facts, NEXT_MONTH).reversibility())
                .hasToString(
                        "cannot be undone: the date before, 2026-02-05T08:00:00Z, has passed and cannot be set again");
    }

    @Test
    void whatHasNoWayBackIsNamed() {
        Plan plan = plan(apply(Worlds.planned(new Action.RequireImdsV2(REGION, IMAGE))));
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.notes())
                .containsExactly("require IMDSv2 of " + IMAGE + " cannot be undone: EC2 has no way back;"
                        + " register a new image on the same snapshots instead");
    }

    @Test
    void whatWasNotDoneIsNotTakenBack() {
        ec2.refusals.put("RequireImdsV2", "InvalidParameterValue");
        Plan plan = plan(apply(
                Worlds.planned(new Action.RequireImdsV2(REGION, IMAGE)),
                Worlds.planned(new Action.Enable(REGION, Worlds.OTHER))));
        assertThat(plan.notes()).isEmpty();
        assertThat(plan.isEmpty()).isTrue();
    }

    @Test
    void whatMayHaveBeenDoneIsTakenBackIfItWas() {
        ec2.mishaps.put(2, TinyEc2.Mishap.LOST_REQUEST);
        ChangeReport report = apply(Worlds.planned(new Action.Deprecate(REGION, IMAGE, NEXT_YEAR)));
        assertThat(report.results().get(0).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(undo(report).isComplete()).isTrue();
        assertThat(ec2.images.get(IMAGE).deprecationTime()).isEmpty();
        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withDeprecationTime(NEXT_YEAR));
        assertThat(undo(report).isComplete()).isTrue();
        assertThat(ec2.images.get(IMAGE).deprecationTime()).isEmpty();
    }

    @Test
    void snapshotsComeOutOfTheBinBeforeTheirImage() {
        ChangeReport report = apply(DEREGISTER);
        undo(report);
        assertThat(ec2.changes())
                .containsExactly("DeregisterImage " + IMAGE, "RestoreSnapshot " + SNAPSHOT, "RestoreImage " + IMAGE);
    }

    @Test
    void whatTheBinDoesNotHoldIsNamed() {
        ChangeReport report = apply(DEREGISTER);
        ec2.binnedImages.clear();
        Plan plan = plan(report);
        assertThat(plan.actions())
                .extracting(PlannedAction::action)
                .containsExactly(new Action.RestoreSnapshot(REGION, SNAPSHOT));
        assertThat(plan.notes())
                .containsExactly("deregister " + IMAGE + " and delete 1 snapshot cannot be undone: " + IMAGE
                        + " is not in the Recycle Bin");
    }

    @Test
    void whatIsBackAlreadyIsNotRestored() {
        ChangeReport report = apply(DEREGISTER);
        undo(report);
        assertThat(plan(report).isEmpty()).isTrue();
        assertThat(plan(report).notes()).isEmpty();
    }

    @Test
    void aBinThatCannotBeReadIsNamed() {
        ChangeReport report = apply(DEREGISTER);
        ec2.refusals.put("ListSnapshotsInRecycleBin", "UnauthorizedOperation");
        assertThat(plan(report).notes())
                .hasSize(2)
                .allMatch(note -> note.contains("the Recycle Bin could not be read: ListSnapshotsInRecycleBin failed"));
    }

    @Test
    void aProviderWithoutABinIsNamed() {
        ChangeReport report = apply(DEREGISTER);
        ec2.hasBin = false;
        assertThat(plan(report).notes()).anyMatch(note -> note.contains("the provider has no access to it"));
    }

    @Test
    void restoringWithoutABinFails() {
        ec2.images.clear();
        ec2.hasBin = false;
        ActionResult result = Worlds.make(ec2, new Action.RestoreImage(REGION, IMAGE));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.detail()).contains("the provider has no access to the Recycle Bin");
    }

    @Test
    void anImageWaitsForItsSnapshotsToSettle() {
        ChangeReport report = apply(DEREGISTER);
        ec2.refusals.put("RestoreImage", "IncorrectState");
        Plan plan = plan(report);
        ChangeReport undone = Worlds.engine(ec2)
                .applying(plan)
                .journal(new ScriptedJournal() {
                    @Override
                    public void before(JournalEntry entry) {
                        if (entry.index() == 1) {
                            ec2.beforeNextCall.add(() -> ec2.beforeNextCall.add(ec2.refusals::clear));
                        }
                    }
                })
                .apply();
        assertThat(undone.isComplete()).isTrue();
        assertThat(ec2.changes()).endsWith("RestoreImage " + IMAGE, "RestoreImage " + IMAGE);
    }

    @Test
    void anImageWhoseNameIsTakenIsNotWaitedFor() {
        ChangeReport report = apply(DEREGISTER);
        ec2.refusals.put("RestoreImage", "InvalidAMIName.Duplicate");
        assertThat(undo(report).results(Outcome.FAILED)).hasSize(1);
        assertThat(ec2.now).isEqualTo(TinyEc2.START);
    }

    @Test
    void waitingForSnapshotsEnds() {
        ChangeReport report = apply(DEREGISTER);
        ec2.refusals.put("RestoreImage", "IncorrectState");
        assertThat(undo(report).results(Outcome.FAILED)).hasSize(1);
        assertThat(Duration.between(TinyEc2.START, ec2.now)).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(5));
    }

    @Test
    void theBinIsListedOnceForAllOfARegion() {
        ChangeReport report = apply(DEREGISTER);
        ec2.calls.clear();
        plan(report);
        assertThat(ec2.calls).containsExactly("ListImagesInRecycleBin ", "ListSnapshotsInRecycleBin ");
    }

    @Test
    void anImageThatCameIntoUseIsNotDisabledByAnUndo() {
        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withStateText(ImageState.DISABLED.text()));
        ChangeReport report = apply(Worlds.planned(new Action.Enable(REGION, IMAGE)));
        ChangeReport undone = Worlds.engine(ec2, Worlds.source("instances", "i-1"))
                .undoing(report)
                .apply();
        assertThat(undone.results(Outcome.SKIPPED_STALE)).hasSize(1);
        assertThat(ec2.images.get(IMAGE).state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void aPublicImageMayNotBecomePublicAgain() {
        Facts shared = Facts.builder()
                .launchPermissions(Set.of(LaunchPermission.EVERYONE))
                .build();
        Reversibility reversibility =
                Worlds.planned(new Action.Disable(REGION, IMAGE), shared).reversibility();
        assertThat(reversibility.kind()).isEqualTo(Reversibility.Kind.PARTLY);
        assertThat(reversibility.note()).contains("only if public access is not blocked by then");
    }

    @Test
    void anImageThatWasDisabledBeforeItWasDeregisteredComesBackDisabled() {
        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withStateText(ImageState.DISABLED.text()));
        ec2.permissions.put(IMAGE, new HashSet<>());
        TinyEc2.World before = ec2.world();
        ChangeReport report = apply(DEREGISTER);
        ChangeReport undone = Worlds.engine(ec2, Worlds.source("instances", "i-1"))
                .undoing(report)
                .apply();
        assertThat(undone.isComplete()).isTrue();
        assertThat(ec2.world()).isEqualTo(before);
    }

    @Test
    void aDisabledImageThatTheBinDoesNotHoldIsNotDisabledAgain() {
        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withStateText(ImageState.DISABLED.text()));
        ChangeReport report = apply(DEREGISTER);
        ec2.binnedImages.clear();
        assertThat(plan(report).actions())
                .extracting(PlannedAction::action)
                .containsExactly(new Action.RestoreSnapshot(REGION, SNAPSHOT));
    }

    @Test
    void permissionsThatWereThereBeforeStay() {
        ChangeReport report = apply(Worlds.planned(new Action.ChangeLaunchPermissions(
                REGION, IMAGE, Set.of(LaunchPermission.of(FRIEND), LaunchPermission.of(STRANGER)), Set.of())));
        undo(report);
        assertThat(ec2.permissions.get(IMAGE)).containsExactly(LaunchPermission.of(FRIEND));
    }

    @Test
    void anUndoCanBeUndone() {
        ChangeReport report = apply(Worlds.planned(new Action.Disable(REGION, IMAGE)));
        TinyEc2.World disabled = ec2.world();
        ChangeReport undone = undo(report);
        assertThat(undo(undone).isComplete()).isTrue();
        assertThat(ec2.world()).isEqualTo(disabled);
    }

    @Test
    void undoingARestoreRemovesNothing() {
        ChangeReport report = apply(DEREGISTER);
        ChangeReport undone = undo(report);
        Plan plan = plan(undone);
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.notes()).hasSize(2).allMatch(note -> note.contains("it stays until a plan of its own"));
    }

    @Test
    void aReportOfAnotherAccountIsRefused() {
        ChangeReport report = apply().withAccount(AccountId.of("999900001111"));
        assertThatThrownBy(() -> plan(report))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("it is about account 999900001111, but this is 111122223333");
    }

    @Test
    void aReportThatWasReadCanBeUndone() {
        TinyEc2.World before = ec2.world();
        ChangeReport report = apply(
                Worlds.planned(new Action.Disable(REGION, IMAGE)),
                Worlds.planned(new Action.SetTags(
                        REGION, IMAGE.value(), Tags.of("Stage", "x").with("New", "y"))));
        undo(ChangeReport.fromJson(report.toJson()));
        assertThat(ec2.world()).isEqualTo(before);
    }

    private ChangeReport apply(PlannedAction... actions) {
        return Worlds.engine(ec2).applying(Worlds.plan(actions)).apply();
    }

    private Plan plan(ChangeReport report) {
        return Worlds.engine(ec2).undoing(report).plan();
    }

    private ChangeReport undo(ChangeReport report) {
        return Worlds.engine(ec2).undoing(report).apply();
    }
}
