package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.Image;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.Region;
import dev.amis.rollout.GroupResult.Outcome;
import dev.amis.rollout.RolloutJournal;
import dev.amis.rollout.RolloutPlan;
import dev.amis.rollout.RolloutReport;
import dev.amis.rollout.RolloutReport.Status;
import dev.amis.testing.InMemoryAws;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Instances that do not come up, refreshes that are cancelled, waits that end early. */
class RolloutHealthTest extends RolloutScene {

    @Test
    void aPointerGroupThatWasNeverReachedKeepsItsInstances() {
        Image middle = bake("web-1.5.0");
        amis.pointer(RolloutFleet.POINTER).to(middle).apply().orThrow();
        List<AutoScalingInstance> before = group("web-4").instances();
        aws.faults().failNextBoot("Kernel panic");
        RolloutReport report = amis.apply(fleet.rollout(amis).plan());
        assertThat(report.status()).isEqualTo(Status.STOPPED);
        assertThat(group("web-4").instances()).isEqualTo(before);

        amis.rollback(report).orThrow();

        assertThat(group("web-4").instances()).isEqualTo(before);
    }

    @Test
    void goingOnDoesNotPassOverAnInstanceThatNeverCameUp() {
        RolloutJournal journal = RolloutJournal.inMemory();
        aws.faults().failNextBoot("Kernel panic");
        amis.applying(amis.rollout(young)
                        .toGroups("web-0")
                        .nextWave()
                        .toGroups("web-1")
                        .plan())
                .journal(journal)
                .apply();

        RolloutReport report = amis.resume(journal);

        assertThat(report.status() != Status.COMPLETED
                        || group("web-0").instances().stream()
                                .allMatch(one -> one.healthStatus().equals("Healthy")))
                .as(report.status() + " " + group("web-0").instances())
                .isTrue();
    }

    @Test
    void goingOnDoesNotTakeAPendingInstanceForAHealthyOne() {
        launch("single", 1, RolloutFleet.TEMPLATE, "1");
        RolloutJournal journal = RolloutJournal.inMemory();
        aws.faults().failNextBoot("Kernel panic");
        RolloutReport first = amis.applying(amis.rollout(young)
                        .toGroups("single")
                        .nextWave()
                        .toGroups("web-1")
                        .eachWaveWithin(Duration.ofSeconds(1))
                        .plan())
                .journal(journal)
                .apply();
        assertThat(first.status()).isEqualTo(Status.STOPPED);

        RolloutReport report = amis.resume(journal);

        assertThat(images("web-1"))
                .as(report + " " + group("single").instances())
                .doesNotContain(young.imageId().value());
    }

    @Test
    void theWayBackDoesNotPassOverAnInstanceThatNeverCameUp() {
        launch("single", 1, RolloutFleet.TEMPLATE, "1");
        RolloutReport report =
                amis.apply(amis.rollout(young).toGroups("single").plan()).orThrow();
        aws.faults().failNextBoot("Kernel panic");
        RolloutReport back = amis.rollback(report);
        assertThat(back.status()).isEqualTo(Status.ROLLBACK_INCOMPLETE);

        back = amis.rollback(back);

        assertThat(back.status() != Status.ROLLED_BACK
                        || group("single").instances().stream()
                                .allMatch(one -> one.healthStatus().equals("Healthy")))
                .as(back.status() + " " + group("single").instances())
                .isTrue();
    }

    @Test
    void anInterruptedWaitLeavesTheRefreshesGoingOnAsItsAdviceSays() {
        RolloutPlan plan = amis.rollout(young).toGroups("web-0").plan();
        aws.calls().clear();
        RolloutReport report = amis.applying(plan)
                .onProgress(progress -> Thread.currentThread().interrupt())
                .apply();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.status()).isEqualTo(Status.STOPPED);
        assertThat(report.reason().orElseThrow()).contains("The instance refreshes go on");
        assertThat(aws.calls().count("CancelInstanceRefresh")).isZero();
    }

    @Test
    void aListenerThatThrowsDoesNotEscape() {
        RolloutPlan plan = amis.rollout(young).toGroups("web-0").plan();

        assertThatCode(() -> amis.applying(plan)
                        .onProgress(progress -> {
                            throw new IllegalStateException("screen is gone");
                        })
                        .apply())
                .doesNotThrowAnyException();
    }

    @Test
    void aTemplateWithAMalformedImageIsRefusedOrRolledOut() {
        here.putLaunchTemplateVersion("odd", "ami-to-be-filled");
        here.autoScalingGroup(AutoScalingGroup.builder()
                .name("empty")
                .region(HERE)
                .build()
                .withLaunchSource(new GroupLaunchSource.Template(LaunchTemplateSpecification.named("odd", "1"))));
        RolloutPlan plan = amis.rollout(young).toTemplates("odd").plan();

        assertThatCode(() -> amis.apply(plan)).doesNotThrowAnyException();
    }

    @Test
    void aRefreshThatEndsRightBeforeItIsCancelledDoesNotEndTheWayBack() {
        RolloutReport stopped = amis.applying(
                        amis.rollout(young).toGroups("web-0", "web-1").plan())
                .onProgress(progress -> Thread.currentThread().interrupt())
                .apply();
        assertThat(Thread.interrupted()).isTrue();
        aws.faults().failNext("CancelInstanceRefresh", "ActiveInstanceRefreshNotFound");

        RolloutReport back = amis.rollback(stopped);

        assertThat(back.status()).as(back.toString()).isEqualTo(Status.ROLLED_BACK);
    }

    @Test
    void aDeadlineWithoutEndIsRefused() {
        assertThatThrownBy(() -> amis.rollout(young).eachWaveWithin(ChronoUnit.FOREVER.getDuration()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT720H");
    }

    @Test
    void aCancelledRefreshLeavesItsLastInstanceInService() {
        launch("single", 1, RolloutFleet.TEMPLATE, "1");
        amis.apply(amis.rollout(young)
                .toGroups("single")
                .eachWaveWithin(Duration.ofSeconds(1))
                .plan());
        aws.time().advance(Duration.ofHours(3));

        assertThat(group("single").instances())
                .allSatisfy(one -> assertThat(one.lifecycleState()).isEqualTo("InService"));
    }

    @Test
    void aGroupThatIsStillBeingRefreshedBackIsNotDone() {
        RolloutReport report =
                amis.apply(amis.rollout(young).toGroups("web-0").plan()).orThrow();
        aws.faults().fail("DescribeInstanceRefreshes", 3, "UnauthorizedOperation");

        RolloutReport back = amis.rollback(report);

        assertThat(back.status()).isEqualTo(Status.ROLLBACK_INCOMPLETE);
        assertThat(back.groups().get(0).outcome() != Outcome.DONE
                        || !images("web-0").contains(young.imageId().value()))
                .as(back + " " + back.groups() + " " + images("web-0"))
                .isTrue();
    }

    @Test
    void oneGroupThatCannotGoBackDoesNotHoldTheDefaultOfAnotherRegion() {
        InMemoryAws two = InMemoryAws.create();
        RolloutFleet both = new RolloutFleet(two, List.of(HERE, Region.EU_WEST_1), 6, 2);
        Map<String, RolloutFleet.RegionState> before = both.state();
        Amis there = Amis.using(two);
        RolloutReport report = there.apply(both.rollout(there).plan()).orThrow();
        two.faults().failNextBoot("Kernel panic");

        RolloutReport back = there.rollback(report);

        Map<String, RolloutFleet.RegionState> after = both.state();
        assertThat(List.of(
                        after.get("eu-west-1")
                                .templates()
                                .equals(before.get("eu-west-1").templates()),
                        after.get("us-east-1")
                                .templates()
                                .equals(before.get("us-east-1").templates())))
                .as(back + " " + after.get("eu-west-1").templates()
                        + after.get("us-east-1").templates())
                .contains(true);
    }
}
