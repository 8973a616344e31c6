package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.ConflictException;
import dev.amis.error.StalePlanException;
import dev.amis.model.Image;
import dev.amis.model.Region;
import dev.amis.rollout.RolloutJournal;
import dev.amis.rollout.RolloutPlan;
import dev.amis.rollout.RolloutReport;
import dev.amis.rollout.RolloutReport.Status;
import dev.amis.usage.UseStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Roll-outs that meet one another, or that are begun once more. */
class RolloutsTogetherTest extends RolloutScene {

    @Test
    void aJournalIsAboutOneRollout() {
        RolloutJournal journal = RolloutJournal.inMemory();
        RolloutReport first = amis.applying(
                        amis.rollout(young).toGroups("web-0").plan())
                .journal(journal)
                .apply()
                .orThrow();
        RolloutPlan second = amis.rollout(young).toGroups("web-1").plan();

        assertThatThrownBy(() -> amis.applying(second).journal(journal).apply())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("journal in memory is about roll-out");
        assertThat(first.describe()).contains("COMPLETED").contains("web-0 in us-east-1: DONE");
    }

    @Test
    void takingBackTheFirstOfTwoKeepsWhatTheSecondWouldGoBackTo() {
        RolloutReport first =
                amis.apply(amis.rollout(young).toGroups("web-0").plan()).orThrow();
        Map<String, RolloutFleet.RegionState> between = fleet.state();
        Image third = bake("web-3.0.0");
        RolloutReport second =
                amis.apply(amis.rollout(third).toGroups("web-0").plan()).orThrow();

        amis.rollback(first); // incomplete: somebody else has set web-0
        RolloutReport back = amis.rollback(second);

        assertThat(back.reason()).isEmpty();
        assertThat(back.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(word("web-0")).isEqualTo("3");
        assertThat(between).isNotNull();
    }

    @Test
    void takingBackTheFirstOfTwoLeavesAGroupOfTheSecondThatFollowsAlone() {
        RolloutReport first =
                amis.apply(amis.rollout(young).toGroups("web-2").plan()).orThrow();
        Image third = bake("web-3.0.0");
        amis.apply(amis.rollout(third).toGroups("web-2").plan()).orThrow();
        assertThat(word("web-2")).isEqualTo("$Default");

        amis.rollback(first);

        assertThat(word("web-2")).isEqualTo("$Default");
        assertThat(images("web-2")).containsOnly(third.imageId().value());
    }

    @Test
    void aDefaultThatSomebodySetMeanwhileKeepsItsWayBack() {
        RolloutReport report = amis.apply(
                        amis.rollout(young).toTemplates(RolloutFleet.TEMPLATE).plan())
                .orThrow();
        assertThat(templateState()).isEqualTo("3 of 3");
        Image third = bake("web-3.0.0");
        amis.launchTemplate(template())
                .newVersion()
                .onTopOf(1)
                .image(third)
                .apply()
                .orThrow();
        amis.launchTemplate(template()).setDefault(4).apply().orThrow();

        RolloutReport back = amis.rollback(report);

        assertThat(back.describe()).contains("its default version is 4, which somebody else has set");
        assertThat(templateState()).isEqualTo("4 of 4");
        assertThat(amis.launchTemplate(template()).versions()).hasSize(4);
    }

    @Test
    void aDefaultThatSomebodyHasSetBackIsNoReasonToKeepTheNewVersion() {
        Map<String, RolloutFleet.RegionState> before = fleet.state();
        RolloutReport report = amis.apply(
                        amis.rollout(young).toTemplates(RolloutFleet.TEMPLATE).plan())
                .orThrow();
        amis.launchTemplate(template()).setDefault(1).apply().orThrow();

        amis.rollback(report).orThrow();

        assertThat(fleet.state()).isEqualTo(before);
    }

    @Test
    void takingBackTwiceLeavesALaterRolloutAlone() {
        RolloutReport first =
                amis.apply(amis.rollout(young).toGroups("web-2").plan()).orThrow();
        amis.rollback(first).orThrow();
        Image third = bake("web-3.0.0");
        RolloutReport second =
                amis.apply(amis.rollout(third).toGroups("web-2").plan()).orThrow();

        amis.rollback(first);
        assertThat(word("web-2")).isEqualTo("$Default");
        assertThat(amis.rollback(second).status()).isEqualTo(Status.ROLLED_BACK);
    }

    @Test
    void goingOnWithACompletedOneLeavesALaterRolloutAlone() {
        RolloutJournal journal = RolloutJournal.inMemory();
        amis.applying(amis.rollout(young).toGroups("web-2").plan())
                .journal(journal)
                .apply()
                .orThrow();
        Image third = bake("web-3.0.0");
        amis.apply(amis.rollout(third).toGroups("web-2").plan()).orThrow();
        assertThat(templateState()).isEqualTo("4 of 4");

        amis.resume(journal);

        assertThat(images("web-2")).containsOnly(third.imageId().value());
        assertThat(templateState()).isEqualTo("4 of 4");
    }

    @Test
    void aPlanThatWasTakenBackCanBeAppliedAgain() {
        RolloutPlan plan = fleet.rollout(amis).plan();
        Map<String, RolloutFleet.RegionState> before = fleet.state();
        amis.rollback(amis.apply(plan).orThrow()).orThrow();
        assertThat(fleet.state()).isEqualTo(before);

        assertThat(amis.apply(plan).status()).isEqualTo(Status.COMPLETED);
        fleet.assertAllNew();
    }

    @Test
    void goingOnWithWhatWasTakenBackBeginsAnew() {
        RolloutJournal journal = RolloutJournal.inMemory();
        amis.rollback(amis.applying(fleet.rollout(amis).plan())
                        .journal(journal)
                        .apply()
                        .orThrow())
                .orThrow();

        assertThat(amis.resume(journal).status()).isEqualTo(Status.COMPLETED);
        fleet.assertAllNew();
    }

    @Test
    void goingOnAfterConfirmingDoesNotMarkTheImagesAgain() {
        RolloutJournal journal = RolloutJournal.inMemory();
        RolloutReport report = amis.applying(fleet.rollout(amis).plan())
                .journal(journal)
                .apply()
                .orThrow();
        amis.confirm(report);

        amis.resume(journal).orThrow();

        assertThat(amis.find().byId(young.imageId()).one().tags().asMap().keySet())
                .noneMatch(key -> key.startsWith("amis:rollout:"));
    }

    @Test
    void aReportThatWasTakenBackInPartCannotBeConfirmed() {
        RolloutReport report = amis.apply(fleet.rollout(amis).plan()).orThrow();
        aws.faults().failNextBoot("Kernel panic");
        assertThat(amis.rollback(report).status()).isEqualTo(Status.ROLLBACK_INCOMPLETE);

        assertThatThrownBy(() -> amis.confirm(report))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("being taken back");
        assertThat(marks(young)).hasSize(1);
    }

    @Test
    void aCopyWithTheTagIsNotWhatTheRolloutIsAbout() {
        amis.apply(amis.rollout(young).toGroups("web-0").plan()).orThrow();
        Image copy = amis.copy(young)
                .to(Region.EU_WEST_1)
                .keepingTags()
                .start()
                .await(Duration.ofHours(1))
                .images()
                .get(0);

        assertThat(marks(young)).hasSize(1);
        assertThat(marks(copy)).hasSize(1);
        assertThat(amis.in(Region.EU_WEST_1).usage().read().of(copy).status()).isEqualTo(UseStatus.UNUSED);
    }

    @Test
    void takingBackBothInTheWrongOrderReachesAnEndSomehow() {
        RolloutReport first =
                amis.apply(amis.rollout(young).toGroups("web-0").plan()).orThrow();
        Image third = bake("web-3.0.0");
        RolloutJournal journal = RolloutJournal.inMemory();
        RolloutReport second = amis.applying(
                        amis.rollout(third).toGroups("web-0").plan())
                .journal(journal)
                .apply()
                .orThrow();
        amis.rollback(first);

        Status last = Status.STOPPED;
        for (int nth = 0; nth < 3; nth++) {
            amis.rollback(second);
            last = amis.rollback(journal).status();
        }
        RolloutReport again = amis.resume(journal);

        assertThat(last == Status.ROLLED_BACK || again.status() == Status.COMPLETED)
                .as(last + " " + again + " versions " + templateState() + " web-0 at " + word("web-0"))
                .isTrue();
    }

    @Test
    void aNewPlanRightAfterTheWayBackCanBeApplied() {
        amis.rollback(amis.apply(amis.rollout(young)
                                .toTemplates(RolloutFleet.TEMPLATE)
                                .plan())
                        .orThrow())
                .orThrow();

        RolloutReport again = amis.apply(
                amis.rollout(young).toTemplates(RolloutFleet.TEMPLATE).plan());

        assertThat(again.status()).as(again.toString()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aGroupThatAStoppedRolloutHoldsIsNotTakenForOneThatNamesItsVersion() {
        aws.faults().failNextBoot("Kernel panic");
        assertThat(amis.apply(fleet.rollout(amis).plan()).status()).isEqualTo(Status.STOPPED);
        Image third = bake("web-3.0.0");

        assertThat(amis.rollout(third).toGroups("web-2").plan().notes())
                .anyMatch(note -> note.contains("web-2") && note.contains("not confirmed"));
    }

    @Test
    void goingOnWithWhatNeverBeganRefusesWhatSomebodyHasChanged() {
        RolloutJournal journal = RolloutJournal.inMemory();
        journal.begin(amis.rollout(young).toGroups("web-2").plan()); // and the process died
        Image hotfix = bake("web-1.0.1");
        here.putLaunchTemplateVersion(RolloutFleet.TEMPLATE, hotfix.imageId().value());
        here.defaultLaunchTemplateVersion(template(), 3);
        aws.calls().clear();

        assertThatThrownBy(() -> amis.resume(journal))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("3 and 3 now, not 1 and 2");
        assertThat(fleet.changes()).isEmpty();
    }
}
