package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.StalePlanException;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.Image;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.RefreshPreferences;
import dev.amis.rollout.GroupResult.Outcome;
import dev.amis.rollout.RolloutPlan;
import dev.amis.rollout.RolloutReport;
import dev.amis.rollout.RolloutReport.Status;
import dev.amis.spi.StartInstanceRefreshRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Roll-outs beside somebody else, who sets defaults, refreshes groups, moves parameters or takes over for good. */
class RolloutAmongOthersTest extends RolloutScene {

    @Test
    void aDefaultThatSomebodySetOnTheWayIsLeftAlone() {
        boolean[] done = {false};
        RolloutReport report = amis.applying(
                        amis.rollout(young).toGroups("web-2").plan())
                .onProgress(progress -> {
                    if (!done[0]) {
                        done[0] = true;
                        here.defaultLaunchTemplateVersion(template(), 2);
                    }
                })
                .apply();

        assertThat(templateState()).isEqualTo("2 of 3");
        assertThat(report.status()).isEqualTo(Status.STOPPED);
    }

    @Test
    void aDefaultThatSomebodySetAfterwardsIsSaidByTheWayBack() {
        RolloutReport report = amis.apply(
                        amis.rollout(young).toTemplates(RolloutFleet.TEMPLATE).plan())
                .orThrow();
        here.defaultLaunchTemplateVersion(template(), 2);

        RolloutReport back = amis.rollback(report);

        assertThat(templateState()).startsWith("2 of");
        assertThat(back.status()).isEqualTo(Status.ROLLBACK_INCOMPLETE);
    }

    @Test
    void rolledBackMeansThatAllIsAsRecordedAlsoOfAGroupThatFollows() {
        RolloutReport report =
                amis.apply(amis.rollout(young).toGroups("web-3").plan()).orThrow();
        here.putLaunchTemplateVersion(RolloutFleet.TEMPLATE, young.imageId().value());

        RolloutReport back = amis.rollback(report);

        assertThat(word("web-3").equals("$Latest") || back.status() == Status.ROLLBACK_INCOMPLETE)
                .as(word("web-3") + " " + back.status() + " " + back.groups())
                .isTrue();
    }

    @Test
    void somebodyElsesRefreshIsNotTakenForOurs() {
        RolloutReport report = whileSomebodyRefreshesTheSecond(() -> {});

        assertThat(report.status()).as(report.toString()).isEqualTo(Status.COMPLETED);
        assertThat(images("web-1")).containsOnly(young.imageId().value());
    }

    @Test
    void somebodyElsesRefreshIsNotCancelledWhereOursWasNotBegun() {
        RolloutReport report = whileSomebodyRefreshesTheSecond(
                () -> aws.faults().failNext("UpdateAutoScalingGroup", "ValidationError"));

        assertThat(report.groups().get(1).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(aws.calls().count("CancelInstanceRefresh")).isZero();
    }

    /** Rolls out to one group and then to another, which somebody begins to refresh meanwhile. */
    private RolloutReport whileSomebodyRefreshesTheSecond(Runnable trouble) {
        boolean[] done = {false};
        return amis.applying(amis.rollout(young)
                        .toGroups("web-0")
                        .nextWave()
                        .toGroups("web-1")
                        .plan())
                .onProgress(progress -> {
                    if (!done[0]) {
                        done[0] = true;
                        here.autoScaling()
                                .orElseThrow()
                                .startInstanceRefresh(new StartInstanceRefreshRequest(
                                        "web-1",
                                        Optional.empty(),
                                        RefreshPreferences.builder()
                                                .instanceWarmup(Duration.ofHours(1))
                                                .build()));
                        trouble.run();
                    }
                })
                .apply();
    }

    @Test
    void instancesOfAnotherTemplateWithTheSameNumberAreReplaced() {
        String old = images("web-0").get(0);
        here.putLaunchTemplateVersion("other", old);
        here.putLaunchTemplateVersion("other", old);
        here.putLaunchTemplateVersion("other", old);
        launch("moved", 2, "other", "3");
        fleet.launchFrom(HERE, "moved", "1");

        RolloutReport report = amis.apply(amis.rollout(young).toGroups("moved").plan());

        assertThat(report.status()).isEqualTo(Status.COMPLETED);
        assertThat(images("moved")).containsOnly(young.imageId().value());
    }

    @Test
    void instancesThatWereOfAnEarlierVersionAreThatAgain() {
        launch("mixed-up", 2, RolloutFleet.TEMPLATE, "1");
        fleet.launchFrom(HERE, "mixed-up", "2");
        Map<String, RolloutFleet.RegionState> before = fleet.state();
        RolloutPlan plan = amis.rollout(young).toGroups("mixed-up").plan();
        RolloutReport report = amis.apply(plan).orThrow();

        amis.rollback(report).orThrow();

        assertThat(fleet.state().equals(before) || plan.notes().stream().anyMatch(note -> note.contains("mixed-up")))
                .as(before.get(HERE.value()).groups().get("mixed-up") + " -> "
                        + fleet.state().get(HERE.value()).groups().get("mixed-up") + ", notes " + plan.notes())
                .isTrue();
    }

    @Test
    void anImageThatIsGoneSinceThePlanMakesItStale() {
        RolloutPlan plan = amis.rollout(young).toGroups("web-0").plan();
        amis.deregister(young).apply().orThrow();
        aws.calls().clear();

        assertThatThrownBy(() -> amis.apply(plan))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining(young.imageId().value());
        assertThat(fleet.changes()).isEmpty();
    }

    @Test
    void aDanglingGroupDoesNotHideTheOtherBystanders() {
        here.autoScalingGroup(AutoScalingGroup.builder()
                .name("zombie")
                .region(HERE)
                .build()
                .withLaunchSource(new GroupLaunchSource.Template(LaunchTemplateSpecification.named("deleted", "1"))));

        RolloutPlan plan = amis.rollout(young).toPointers(RolloutFleet.POINTER).plan();

        assertThat(plan.notes()).anyMatch(note -> note.contains("web-4"));
    }

    @Test
    void whatSomebodyElseTookOverForGoodCanBeAbandoned() {
        boolean[] changed = {false};
        RolloutReport report = amis.applying(fleet.rollout(amis).plan())
                .onProgress(progress -> {
                    if (!changed[0]) {
                        changed[0] = true;
                        fleet.launchFrom(HERE, "web-1", "2");
                    }
                })
                .apply();
        assertThat(amis.rollback(report).status()).isEqualTo(Status.ROLLBACK_INCOMPLETE);

        amis.abandon(report);

        assertThat(marks(young)).isEmpty();
    }

    @Test
    void theImageOfAPinnedParameterVersionIsKeptToGoBackTo() {
        Image old = bake("pin-1.0.0");
        Image middle = bake("pin-2.0.0");
        Image latest = bake("pin-3.0.0");
        here.imageParameter("/pin", old.imageId());
        here.imageParameter("/pin", middle.imageId());
        here.putLaunchTemplateVersion("pin", "resolve:ssm:/pin:1");
        launch("pinned", 1, "pin", "1");
        assertThat(images("pinned")).containsExactly(old.imageId().value());
        RolloutReport report =
                amis.apply(amis.rollout(latest).toGroups("pinned").plan()).orThrow();

        amis.apply(amis.cleanup().named("pin-*").keepingLatest(1).plan());

        RolloutReport back = amis.rollback(report);
        assertThat(images("pinned"))
                .as(back.toString())
                .containsExactly(old.imageId().value());
    }

    @Test
    void theImageThatAParameterSaidIsKeptToGoBackTo() {
        Image old = bake("pin-1.0.0");
        Image latest = bake("pin-3.0.0");
        here.imageParameter("/pin", old.imageId());
        here.putLaunchTemplateVersion("pin", "resolve:ssm:/pin");
        launch("pinned", 1, "pin", "1");
        RolloutReport report =
                amis.apply(amis.rollout(latest).toGroups("pinned").plan()).orThrow();

        assertThat(amis.find().byId(old.imageId()).one().tags().asMap().keySet())
                .as(report.toString())
                .anyMatch(key -> key.startsWith("amis:rollout:"));
    }

    @Test
    void aParameterThatMovedSinceIsSaidByTheWayBack() {
        Image old = bake("pin-1.0.0");
        Image other = bake("pin-2.0.0");
        here.imageParameter("/pin", old.imageId());
        here.putLaunchTemplateVersion("pin", "resolve:ssm:/pin");
        launch("pinned", 1, "pin", "1");
        RolloutReport report =
                amis.apply(amis.rollout(young).toGroups("pinned").plan()).orThrow();
        here.imageParameter("/pin", other.imageId());

        RolloutReport back = amis.rollback(report);

        assertThat(back.status() == Status.ROLLBACK_INCOMPLETE
                        || images("pinned").equals(List.of(old.imageId().value())))
                .as(back + " " + images("pinned") + " was " + old.imageId())
                .isTrue();
    }
}
