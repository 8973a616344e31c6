package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.error.ConflictException;
import dev.amis.error.StalePlanException;
import dev.amis.model.AccountId;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.Image;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.Region;
import dev.amis.rollout.GroupResult;
import dev.amis.rollout.GroupResult.Outcome;
import dev.amis.rollout.GroupTarget;
import dev.amis.rollout.RolloutJournal;
import dev.amis.rollout.RolloutPlan;
import dev.amis.rollout.RolloutReport;
import dev.amis.rollout.RolloutReport.Status;
import dev.amis.spi.CreateLaunchTemplateRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InstanceSpec;
import dev.amis.time.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image brought to groups, templates and pointers in waves; stopped, resumed, taken back, confirmed. */
class RollingOutTest {

    private static final Region HERE = Region.US_EAST_1;
    private static final Region THERE = Region.EU_WEST_1;

    private final InMemoryAws aws = InMemoryAws.create();
    private final RolloutFleet fleet = new RolloutFleet(aws, List.of(HERE, THERE), 6, 2);
    private final Amis amis = Amis.using(aws);
    private final Map<String, RolloutFleet.RegionState> before = fleet.state();

    @Test
    void thePlanShowsEveryGroupItsVersionAndItsInstances() {
        RolloutPlan plan = fleet.rollout(amis).plan();

        assertThat(plan.groups())
                .hasSize(12)
                .allSatisfy(group -> assertThat(group.instances()).isEqualTo(2))
                .filteredOn(group -> group.region().equals(HERE))
                .extracting(GroupTarget::version)
                .containsExactly(1L, 1L, 1L, 2L, 1L, 2L);
        assertThat(plan.waves()).isEqualTo(2);
        assertThat(plan.instances()).isEqualTo(24);
        assertThat(plan.describe())
                .contains("12 groups with 24 instances in 2 waves")
                .contains("wave 1: web-0 in us-east-1: 2 instances")
                .contains("wave 2: web-3 in eu-west-1")
                .contains(RolloutFleet.POINTER + " in us-east-1");
        assertThat(fleet.state()).isEqualTo(before);
    }

    @Test
    void thePlanOutlivesItsDocument() {
        RolloutPlan plan = fleet.rollout(amis)
                .refreshing(RefreshPreferences.builder()
                        .minHealthyPercentage(50)
                        .instanceWarmup(Duration.ofMinutes(2))
                        .addCheckpointPercentages(50, 100)
                        .checkpointDelay(Duration.ofMinutes(10))
                        .addAlarms("errors")
                        .build())
                .plan();

        assertThat(RolloutPlan.fromJson(plan.toJson())).isEqualTo(plan);
        assertThatThrownBy(() -> RolloutPlan.fromJson(plan.toJson().replace("\"web-3\"", "\"web-9\"")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allInstancesAreOfTheNewImageAndWhoFollowedFollowsAgain() {
        RolloutReport report = amis.apply(fleet.rollout(amis).plan()).orThrow();

        assertThat(report.status()).isEqualTo(Status.COMPLETED);
        assertThat(report.groups()).extracting(GroupResult::outcome).containsOnly(Outcome.DONE);
        fleet.assertAllNew();
        Map<String, RolloutFleet.GroupState> groups =
                fleet.state().get("us-east-1").groups();
        assertThat(groups.get("web-2").source())
                .hasToString(
                        before.get("us-east-1").groups().get("web-2").source().toString());
        assertThat(groups.get("web-4").source())
                .isEqualTo(before.get("us-east-1").groups().get("web-4").source());
    }

    @Test
    void takingItBackRestoresExactlyWhatWasRecorded() {
        RolloutReport report = amis.apply(fleet.rollout(amis).plan()).orThrow();

        assertThat(amis.rollback(report).orThrow().status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(fleet.state()).isEqualTo(before);
    }

    @Test
    void aReportTakesItBackInAnotherProcess(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("report.json");
        Files.writeString(file, amis.apply(fleet.rollout(amis).plan()).orThrow().toJson());

        RolloutReport read = RolloutReport.fromJson(Files.readString(file));
        assertThat(Amis.using(aws).rollback(read).orThrow().status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(fleet.state()).isEqualTo(before);
    }

    @Test
    void aJournalInAFileTakesItBackInAnotherProcess(@TempDir Path directory) {
        Path file = directory.resolve("rollout.journal");
        amis.applying(fleet.rollout(amis).plan())
                .journal(RolloutJournal.inFile(file))
                .apply()
                .orThrow();

        Amis.using(aws).rollback(RolloutJournal.inFile(file)).orThrow();
        assertThat(fleet.state()).isEqualTo(before);
        assertThatThrownBy(() -> amis.rollback(RolloutJournal.inFile(directory.resolve("none"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds no roll-out");
    }

    @Test
    void anInstanceThatComesUpBadlyStopsItBeforeTheNextWave() {
        aws.faults().failNextBoot("Kernel panic");

        RolloutReport report = amis.apply(fleet.rollout(amis).plan());

        assertThat(report.status()).isEqualTo(Status.STOPPED);
        assertThat(report.reason().orElseThrow()).contains("wave 1 stopped").contains("did not become healthy");
        assertThat(report.groups())
                .filteredOn(group -> group.outcome() == Outcome.FAILED)
                .extracting(GroupResult::name)
                .contains("web-0")
                .containsOnly("web-0");
        assertThat(report.groups())
                .filteredOn(group -> !group.name().equals("web-0"))
                .extracting(GroupResult::outcome)
                .containsOnly(Outcome.NOT_BEGUN);
        assertThatThrownBy(report::orThrow)
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("amis.rollback(report)");
        amis.rollback(report).orThrow();
        assertThat(fleet.state()).isEqualTo(before);
    }

    @Test
    void groupsOfOneNameInTwoRegionsAreToldApart() {
        aws.faults().failNextBoot("Kernel panic");

        RolloutReport report = amis.apply(fleet.rollout(amis).plan());

        assertThat(report.groups())
                .filteredOn(group -> group.detail().contains("did not become healthy"))
                .singleElement()
                .satisfies(group -> assertThat(group.region()).isEqualTo(HERE));
    }

    @Test
    void whereTwoGoWrongTogetherNeitherCountsAsDone() {
        aws.faults().failNextBoot("Kernel panic").failNextBoot("Kernel panic");

        RolloutReport report = amis.apply(fleet.rollout(amis).plan());

        assertThat(report.groups())
                .filteredOn(group -> group.name().equals("web-0"))
                .extracting(GroupResult::outcome)
                .containsExactly(Outcome.FAILED, Outcome.FAILED);
    }

    @Test
    void anAlarmStopsIt() {
        aws.faults().alarm("errors", true);

        RolloutReport report = amis.apply(fleet.rollout(amis)
                .refreshing(RefreshPreferences.builder().addAlarms("errors").build())
                .plan());

        assertThat(report.status()).isEqualTo(Status.STOPPED);
        assertThat(report.reason().orElseThrow()).contains("errors");
        // The way back must not be barred by the alarm that the new image set off.
        amis.rollback(report).orThrow();
        assertThat(fleet.state()).isEqualTo(before);
    }

    @Test
    void checkpointsAreWaitedForAndProgressIsTold() {
        List<Progress> told = new ArrayList<>();
        RolloutPlan plan = amis.rollout(fleet.newImages.get(0))
                .toGroups("web-0")
                .refreshing(RefreshPreferences.builder()
                        .addCheckpointPercentages(50, 100)
                        .checkpointDelay(Duration.ofMinutes(45))
                        .build())
                .plan();

        RolloutReport report = amis.applying(plan).onProgress(told::add).apply().orThrow();

        assertThat(Duration.between(report.startedAt(), report.finishedAt())).isGreaterThan(Duration.ofMinutes(45));
        assertThat(told)
                .extracting(progress -> progress.percent().orElse(-1))
                .contains(50, 100)
                .isSorted();
        amis.rollback(report).orThrow();
        assertThat(fleet.state()).isEqualTo(before);
    }

    @Test
    void aWaveThatTakesTooLongIsCancelled() {
        RolloutReport report = amis.apply(
                fleet.rollout(amis).eachWaveWithin(Duration.ofSeconds(30)).plan());

        assertThat(report.status()).isEqualTo(Status.STOPPED);
        assertThat(report.reason().orElseThrow()).contains("wave 1 took longer than PT30S");
        assertThat(aws.calls().count("CancelInstanceRefresh")).isEqualTo(2);
        // What hurried the wave must not hurry the way back.
        amis.rollback(report).orThrow();
        assertThat(fleet.state()).isEqualTo(before);
    }

    @Test
    void whatSomebodyElseChangesOnTheWayIsLeftAlone() {
        RolloutPlan plan = fleet.rollout(amis).plan();
        boolean[] changed = {false};
        RolloutReport report = amis.applying(plan)
                .onProgress(progress -> {
                    if (!changed[0]) {
                        changed[0] = true;
                        fleet.launchFrom(HERE, "web-1", "2");
                    }
                })
                .apply();

        assertThat(report.status()).isEqualTo(Status.STOPPED);
        assertThat(report.groups())
                .filteredOn(group -> group.outcome() == Outcome.SKIPPED_STALE)
                .singleElement()
                .satisfies(group -> assertThat(group.name() + group.detail())
                        .startsWith("web-1")
                        .contains("somebody else"));

        RolloutReport back = amis.rollback(report);
        assertThat(back.status()).isEqualTo(Status.ROLLBACK_INCOMPLETE);
        fleet.launchFrom(HERE, "web-1", "1");
        amis.rollback(back).orThrow();
        assertThat(fleet.state()).isEqualTo(before);
    }

    @Test
    void aStalePlanIsRefusedBeforeAnyChange() {
        RolloutPlan plan = fleet.rollout(amis).plan();
        fleet.launchFrom(THERE, "web-0", "2");

        refusedAsStale(plan, "web-0");
    }

    @Test
    void aTemplateWithANewVersionMakesThePlanStale() {
        RolloutPlan plan = fleet.rollout(amis).plan();
        aws.in(THERE)
                .putLaunchTemplateVersion(
                        RolloutFleet.TEMPLATE, fleet.newImages.get(1).imageId().value());

        refusedAsStale(plan, RolloutFleet.TEMPLATE);
    }

    @Test
    void aPointerThatMovedMakesThePlanStale() {
        RolloutPlan plan = fleet.rollout(amis).plan();
        amis.pointer(RolloutFleet.POINTER).to(fleet.newImages.get(0)).apply().orThrow();

        refusedAsStale(plan, RolloutFleet.POINTER);
    }

    @Test
    void aPlanOfAnotherAccountIsRefused() {
        RolloutPlan plan = fleet.rollout(amis).plan().withAccount(AccountId.of("999988887777"));

        refusedAsStale(plan, "999988887777");
    }

    private void refusedAsStale(RolloutPlan plan, String about) {
        aws.calls().clear();
        assertThatThrownBy(() -> amis.apply(plan))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining(about);
        assertThat(fleet.changes()).isEmpty();
    }

    @Test
    void oldAndNewAreKeptFromRetirementUntilItIsConfirmed() {
        RolloutReport report = amis.apply(fleet.rollout(amis).plan()).orThrow();
        Image old = amis.find().ownedBySelf().named("web-1.0.0").one();

        assertThat(retiring()).isEmpty();
        amis.confirm(report);

        assertThat(retiring()).singleElement().asString().contains(old.imageId().value());
        assertThatThrownBy(() -> amis.confirm(report.withStatus(Status.STOPPED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("STOPPED");
    }

    @Test
    void whatIsTakenBackIsKeptNoLonger() {
        RolloutReport report = amis.apply(fleet.rollout(amis).plan()).orThrow();
        Image young = amis.find().ownedBySelf().named("web-2.0.0").one();

        assertThat(amis.find().byId(young.imageId()).one().tags().asMap()).isNotEmpty();
        amis.rollback(report).orThrow();

        assertThat(amis.find().byId(young.imageId()).one().tags().asMap().keySet())
                .noneMatch(key -> key.startsWith("amis:rollout:"));
    }

    private List<String> retiring() {
        return amis.cleanup().named("web-*").keepingLatest(1).plan().actions().stream()
                .map(planned -> planned.action().toString())
                .toList();
    }

    @Test
    void onlyTheDefaultVersionMovesWhereATemplateIsNamedAlone() {
        RolloutReport report = amis.apply(amis.rollout(fleet.newImages.get(0))
                        .toTemplates(RolloutFleet.TEMPLATE)
                        .plan())
                .orThrow();

        assertThat(fleet.state().get("us-east-1").templates()).containsEntry(RolloutFleet.TEMPLATE, "3 of 3");
        assertThat(aws.calls().count("StartInstanceRefresh")).isZero();
        assertThat(report.plan().describe())
                .contains("web-2 in us-east-1 is not part of this, but follows $Default")
                .contains("web-3 in us-east-1 is not part of this, but follows $Latest");
        amis.rollback(report).orThrow();
        assertThat(fleet.state()).isEqualTo(before);
    }

    @Test
    void onlyThePointerMovesWhereItIsNamedAlone() {
        RolloutReport report = amis.apply(amis.rollout(fleet.newImages.get(0))
                        .toPointers(RolloutFleet.POINTER)
                        .plan())
                .orThrow();

        assertThat(amis.pointer(RolloutFleet.POINTER).find())
                .containsEntry(HERE, fleet.newImages.get(0).imageId());
        assertThat(report.plan().describe()).contains("web-4 in us-east-1 is not part of this, but takes its image");
        amis.rollback(report).orThrow();
        assertThat(fleet.state()).isEqualTo(before);
    }

    @Test
    void theOldRootsSnapshotDoesNotStandInTheWayOfTheNewImage() {
        Image old = amis.find().ownedBySelf().named("web-1.0.0").one();
        aws.in(HERE)
                .launchTemplates()
                .orElseThrow()
                .createLaunchTemplate(CreateLaunchTemplateRequest.builder()
                        .launchTemplateName("console")
                        .launchTemplateData(LaunchTemplateData.of(Map.of(
                                "ImageId", old.imageId().value(),
                                "InstanceType", "t3.micro",
                                "BlockDeviceMappings.1.DeviceName",
                                        old.rootDeviceName().orElseThrow(),
                                "BlockDeviceMappings.1.Ebs.SnapshotId",
                                        old.snapshotIds().get(0).value(),
                                "BlockDeviceMappings.1.Ebs.VolumeSize", "30")))
                        .build());
        aws.in(HERE)
                .autoScalingGroup(AutoScalingGroup.builder()
                        .name("console")
                        .region(HERE)
                        .build()
                        .withLaunchTemplate(LaunchTemplateSpecification.named("console", "1")));

        amis.apply(amis.rollout(fleet.newImages.get(0)).toGroups("console").plan())
                .orThrow();

        LaunchTemplateData made = amis.launchTemplate("console").version(2).launchTemplateData();
        assertThat(made.imageReference())
                .contains(fleet.newImages.get(0).imageId().value());
        assertThat(made.parameters())
                .containsEntry("BlockDeviceMappings.1.Ebs.VolumeSize", "30")
                .doesNotContainKey("BlockDeviceMappings.1.Ebs.SnapshotId");
    }

    @Test
    void theSameImageCanBeRolledOutAgain() {
        amis.confirm(amis.apply(
                        amis.rollout(fleet.newImages.get(0)).toGroups("web-0").plan())
                .orThrow());

        RolloutReport again = amis.apply(
                        amis.rollout(fleet.newImages.get(0)).toGroups("web-0").plan())
                .orThrow();

        assertThat(again.plan().groups()).extracting(GroupTarget::version).containsExactly(3L);
        assertThat(amis.launchTemplate(RolloutFleet.TEMPLATE).version(4).imageId())
                .contains(fleet.newImages.get(0).imageId());
    }

    @Test
    void anImageOfAnotherAccountIsNotTagged() {
        AccountId vendor = AccountId.of("444455556666");
        Amis theirs = Amis.using(aws.as(vendor));
        Image image = theirs.create("vendor-1.0.0")
                .fromInstance(aws.as(vendor).in(HERE).runInstance(InstanceSpec.ofBaseImage()))
                .start()
                .await();
        theirs.share(image).with(aws.account()).apply().orThrow();
        Image shared = amis.find().byId(image.imageId()).one();

        RolloutReport report =
                amis.apply(amis.rollout(shared).toGroups("web-0").plan()).orThrow();

        assertThat(aws.calls().entries("CreateTags").get(0).resources())
                .doesNotContain(image.imageId().value());
        amis.rollback(report).orThrow();
        assertThat(fleet.state()).isEqualTo(before);
    }

    @Test
    void somebodyElsesGroupsOnTheNewVersionKeepIt() {
        RolloutReport report = amis.apply(fleet.rollout(amis).plan()).orThrow();
        fleet.adopt(HERE, "adopted", "3");

        RolloutReport back = amis.rollback(report);

        assertThat(back.status()).isEqualTo(Status.ROLLBACK_INCOMPLETE);
        assertThat(back.reason().orElseThrow()).contains("adopted");
        assertThat(fleet.state().get("us-east-1").templates()).containsEntry(RolloutFleet.TEMPLATE, "1 of 3");
    }
}
