package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.model.AutoScalingInstance;
import dev.amis.model.Image;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.ScaleInProtectedInstances;
import dev.amis.model.StandbyInstances;
import dev.amis.plan.Plan;
import dev.amis.rollout.GroupResult.Outcome;
import dev.amis.rollout.Rollout;
import dev.amis.rollout.RolloutJournal;
import dev.amis.rollout.RolloutPlan;
import dev.amis.rollout.RolloutReport;
import dev.amis.rollout.RolloutReport.Status;
import dev.amis.spi.DescribeInstanceRefreshesRequest;
import dev.amis.usage.Reference;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instances that are protected from scale in, or in standby: told of before, and waited for, ignored or replaced as was chosen. */
class RolloutHeldInstancesTest extends RolloutScene {

    private final Image old = amis.find().ownedBySelf().named("web-1.0.0").one();
    private final InstanceId first = instances("web-0").get(0);
    private final Rollout rollout = amis.rollout(young).toGroups("web-0");

    @Test
    void thePlanTellsOfThemAndWhatHappens() {
        here.protectFromScaleIn("web-0", first, true)
                .standby("web-0", instances("web-0").get(1), true);

        RolloutPlan plan = rollout.plan();

        assertThat(plan.groups().get(0).protectedFromScaleIn()).isOne();
        assertThat(plan.groups().get(0).inStandby()).isOne();
        assertThat(plan.describe())
                .contains("web-0 in us-east-1: 2 instances, 1 protected from scale in, 1 in standby")
                .contains("note: web-0 in us-east-1: 1 of its 2 instances is protected from scale in, and waited for")
                .contains("note: web-0 in us-east-1: 1 of its 2 instances is in standby, and waited for");
        assertThat(rollout.refreshing(ignoring()).plan().describe())
                .contains("protected from scale in, and ignored: left on the old version")
                .contains("in standby, and ignored: left on the old version");
        assertThat(rollout.refreshing(replacing()).plan().describe())
                .contains("protected from scale in, and replaced nevertheless")
                .contains("in standby, and terminated");
    }

    @Test
    void aPlanWithoutThemSaysNothing() {
        RolloutPlan plan = rollout.plan();

        assertThat(plan.notes()).noneMatch(note -> note.contains("protected") || note.contains("standby"));
        assertThat(plan.toString() + plan.groups()).doesNotContain("protected", "standby");
    }

    @Test
    void nothingIsChosenUnlessAsked() {
        amis.apply(rollout.plan()).orThrow();

        assertThat(refreshes()).singleElement().satisfies(refresh -> {
            assertThat(refresh.preferences().scaleInProtectedInstances()).isEmpty();
            assertThat(refresh.preferences().standbyInstances()).isEmpty();
        });
    }

    @Test
    void byDefaultTheyAreWaitedForAndStopItInTheEnd() {
        here.protectFromScaleIn("web-0", first, true);
        var before = fleet.state();

        RolloutReport report = amis.apply(rollout.nextWave().toGroups("web-1").plan());

        assertThat(report.status()).isEqualTo(Status.STOPPED);
        assertThat(report.reason().orElseThrow()).contains("still protected from scale in");
        assertThat(Duration.between(report.startedAt(), report.finishedAt())).isGreaterThan(Duration.ofHours(1));
        assertThat(report.groups())
                .extracting(group -> group.outcome())
                .containsExactly(Outcome.FAILED, Outcome.NOT_BEGUN);
        assertThat(images("web-0"))
                .containsExactlyInAnyOrder(
                        old.imageId().value(), young.imageId().value());
        amis.rollback(report).orThrow();
        assertThat(fleet.state()).isEqualTo(before);
    }

    @Test
    void whoLiftsTheProtectionMeanwhileLetsItGoOn() {
        here.protectFromScaleIn("web-0", first, true);

        RolloutReport report = amis.applying(rollout.plan())
                .onProgress(progress -> {
                    if (progress.percent().orElse(0) == 50) {
                        here.protectFromScaleIn("web-0", first, false);
                    }
                })
                .apply()
                .orThrow();

        assertThat(report.ignoredInstances()).isZero();
        assertThat(images("web-0")).containsOnly(young.imageId().value());
    }

    @Test
    void whoIsIgnoredStaysAndIsNotPassedOffAsNew() {
        here.protectFromScaleIn("web-0", first, true);
        RolloutJournal journal = RolloutJournal.inMemory();

        RolloutReport report = amis.applying(rollout.refreshing(ignoring()).plan())
                .journal(journal)
                .apply()
                .orThrow();

        assertThat(report.status()).isEqualTo(Status.COMPLETED);
        assertThat(report.ignoredInstances()).isOne();
        assertThat(report.describe())
                .contains("COMPLETED, 1 instance was ignored and stays old")
                .contains("web-0 in us-east-1: DONE, 1 instance was ignored and stays old");
        assertThat(images("web-0"))
                .containsExactlyInAnyOrder(
                        old.imageId().value(), young.imageId().value());
        assertThat(instances("web-0")).contains(first);
        assertThat(RolloutReport.fromJson(report.toJson())).isEqualTo(report);
        assertThat(amis.resume(journal).ignoredInstances()).isOne();
    }

    @Test
    void whereAllAreIgnoredNothingIsReplaced() {
        instances("web-0").forEach(id -> here.protectFromScaleIn("web-0", id, true));

        RolloutReport report = amis.apply(rollout.refreshing(ignoring()).plan()).orThrow();

        assertThat(report.ignoredInstances()).isEqualTo(2);
        assertThat(report.toString()).contains("2 instances were ignored and stay old");
        assertThat(images("web-0")).containsOnly(old.imageId().value());
    }

    @Test
    void whoFollowsTheDefaultIsNotHeldAgainForTheSakeOfWhoIsIgnored() {
        here.protectFromScaleIn("web-2", instances("web-2").get(0), true);
        RolloutJournal journal = RolloutJournal.inMemory();
        RolloutPlan plan =
                amis.rollout(young).toGroups("web-2").refreshing(ignoring()).plan();
        amis.applying(plan).journal(journal).apply().orThrow();
        aws.calls().clear();

        assertThat(amis.resume(journal).orThrow().ignoredInstances()).isOne();

        assertThat(word("web-2")).isEqualTo("$Default");
        assertThat(fleet.changes()).isEmpty();
    }

    @Test
    void whoIsProtectedIsReplacedOnRequest() {
        here.protectFromScaleIn("web-0", first, true);

        RolloutReport report =
                amis.apply(rollout.refreshing(replacing()).plan()).orThrow();

        assertThat(report.ignoredInstances()).isZero();
        assertThat(images("web-0")).hasSize(2).containsOnly(young.imageId().value());
    }

    @Test
    void whoIsInStandbyIsIgnoredOrTerminatedOnRequest() {
        here.standby("web-0", first, true).standby("web-1", instances("web-1").get(0), true);

        RolloutReport ignored =
                amis.apply(rollout.refreshing(ignoring()).plan()).orThrow();
        amis.apply(amis.rollout(young).toGroups("web-1").refreshing(replacing()).plan())
                .orThrow();

        assertThat(ignored.ignoredInstances()).isOne();
        assertThat(instances("web-0")).hasSize(2).contains(first);
        assertThat(images("web-1")).containsExactly(young.imageId().value());
    }

    @Test
    void theOldImageIsInUseAsLongAsWhoIsIgnoredRunsIt() {
        here.protectFromScaleIn("web-0", first, true);
        RolloutPlan plan = fleet.rollout(amis).refreshing(ignoring()).plan();
        RolloutJournal journal = RolloutJournal.inMemory();

        amis.confirm(amis.applying(plan).journal(journal).apply().orThrow());

        assertThat(amis.usage().read().of(old).references())
                .extracting(Reference::by)
                .anyMatch(by -> by.contains(first.value()));
        assertThat(retiring().actions()).isEmpty();
        here.protectFromScaleIn("web-0", first, false);
        amis.confirm(amis.resume(journal).orThrow());
        assertThat(retiring().actions())
                .singleElement()
                .asString()
                .contains(old.imageId().value());
    }

    private Plan retiring() {
        return amis.cleanup().named("web-*").keepingLatest(1).protectingInUse().plan();
    }

    @Test
    void whoWasIgnoredComesLaterByGoingOn() {
        here.protectFromScaleIn("web-0", first, true);
        RolloutJournal journal = RolloutJournal.inMemory();
        amis.applying(rollout.refreshing(ignoring()).plan())
                .journal(journal)
                .apply()
                .orThrow();
        List<InstanceId> before = instances("web-0");
        here.protectFromScaleIn("web-0", first, false);

        RolloutReport report = amis.resume(journal).orThrow();

        assertThat(report.ignoredInstances()).isZero();
        assertThat(images("web-0")).containsOnly(young.imageId().value());
        assertThat(instances("web-0")).doesNotContain(first).containsAnyElementsOf(before);
    }

    @Test
    void theWayBackSendsTheSamePreferences() {
        here.protectFromScaleIn("web-0", first, true);
        var before = fleet.state();
        RolloutReport report = amis.apply(rollout.refreshing(ignoring()).plan()).orThrow();

        amis.rollback(report).orThrow();

        assertThat(refreshes()).hasSize(2).allSatisfy(refresh -> {
            assertThat(refresh.preferences().scaleInProtectedInstances()).contains(ScaleInProtectedInstances.IGNORE);
            assertThat(refresh.preferences().standbyInstances()).contains(StandbyInstances.IGNORE);
        });
        assertThat(instances("web-0")).contains(first);
        assertThat(fleet.state()).isEqualTo(before);
    }

    @Test
    void theWayBackDoesNotPassOffANewInstanceThatIsIgnoredAsOld() {
        RolloutReport report = amis.apply(rollout.refreshing(ignoring()).plan()).orThrow();
        InstanceId guarded = instances("web-0").get(0);
        here.protectFromScaleIn("web-0", guarded, true);

        RolloutReport back = amis.rollback(report);

        assertThat(back.status()).isEqualTo(Status.ROLLBACK_INCOMPLETE);
        assertThat(back.reason().orElseThrow()).contains("are ignored");
        here.protectFromScaleIn("web-0", guarded, false);
        assertThat(amis.rollback(back).orThrow().status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(images("web-0")).containsOnly(old.imageId().value());
    }

    @Test
    void theChoiceOutlivesItsDocumentAndOneWithoutItIsAsBefore() {
        here.protectFromScaleIn("web-0", first, true);
        RolloutPlan chosen = rollout.refreshing(replacing()).plan();
        assertThat(RolloutPlan.fromJson(chosen.toJson())).isEqualTo(chosen);
        assertThat(chosen.toJson()).contains("\"Refresh\"", "\"Terminate\"");

        here.protectFromScaleIn("web-0", first, false);
        RolloutReport report = amis.apply(rollout.plan()).orThrow();

        assertThat(report.toJson())
                .doesNotContain(
                        "scaleInProtectedInstances",
                        "standbyInstances",
                        "protectedFromScaleIn",
                        "inStandby",
                        "ignored");
        assertThat(RolloutReport.fromJson(report.toJson())).isEqualTo(report);
    }

    @Test
    void aWordThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> rollout.refreshing(RefreshPreferences.builder()
                        .standbyInstances(StandbyInstances.UNKNOWN)
                        .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("standbyInstances");
    }

    private static RefreshPreferences ignoring() {
        return RefreshPreferences.builder()
                .scaleInProtectedInstances(ScaleInProtectedInstances.IGNORE)
                .standbyInstances(StandbyInstances.IGNORE)
                .build();
    }

    private static RefreshPreferences replacing() {
        return RefreshPreferences.builder()
                .scaleInProtectedInstances(ScaleInProtectedInstances.REFRESH)
                .standbyInstances(StandbyInstances.TERMINATE)
                .build();
    }

    private List<InstanceId> instances(String name) {
        return group(name).instances().stream()
                .map(AutoScalingInstance::instanceId)
                .toList();
    }

    private List<InstanceRefresh> refreshes() {
        return here.autoScaling()
                .orElseThrow()
                .describeInstanceRefreshes(DescribeInstanceRefreshesRequest.of("web-0"))
                .items();
    }
}
