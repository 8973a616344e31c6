package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.launch.ParameterChange;
import dev.amis.launch.TemplateDiff;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.RunInstancesRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Launch templates: looked at, made, given versions, switched and switched back, launched from. */
class LaunchTemplatesTest {

    private final TemplateWorld world = new TemplateWorld();

    private Image image(int nth) {
        return world.images.get(nth);
    }

    @Test
    void switchingMakesAVersionOnTopOfTheDefaultAndUndoingIsTheExactWayBack() {
        ChangeReport switched = world.web().switchTo(image(1)).apply().orThrow();

        assertThat(world.state()).isEqualTo("2 of [2, 1]");
        LaunchTemplateVersion made = world.web().defaultVersion();
        assertThat(made.imageId()).contains(image(1).imageId());
        assertThat(made.launchTemplateData()).isEqualTo(world.data().withImage(image(1).imageId()));

        world.amis.undo(ChangeReport.fromJson(switched.toJson())).orThrow();

        assertThat(world.state()).isEqualTo("1 of [1]");
    }

    @Test
    void switchingToTheSameImageAgainPlansNothing() {
        world.web().switchTo(image(1)).apply().orThrow();

        assertThat(world.web().switchTo(image(1)).plan().isEmpty()).isTrue();
    }

    @Test
    void switchingAgainAfterUndoingMakesAVersionAgain() {
        world.amis.undo(world.web().switchTo(image(1)).apply().orThrow()).orThrow();

        world.web().switchTo(image(1)).apply().orThrow();

        assertThat(world.web().defaultVersion().imageId()).contains(image(1).imageId());
    }

    @Test
    void aVersionThatAnotherProcessMadeIsTakenAndNotMadeTwice() {
        world.web().newVersion().image(image(1)).apply().orThrow();

        ChangeReport switched = world.web().switchTo(image(1)).apply().orThrow();

        assertThat(world.state()).isEqualTo("2 of [2, 1]");
        world.amis.undo(switched).orThrow();
        assertThat(world.state()).isEqualTo("1 of [2, 1]");
    }

    @Test
    void undoingLeavesAVersionThatSomethingLaunchesFrom() {
        ChangeReport switched = world.web().switchTo(image(1)).apply().orThrow();
        world.web().launch().start();

        ChangeReport undone = world.amis.undo(switched);

        assertThat(world.state()).isEqualTo("1 of [2, 1]");
        assertThat(undone.results(Outcome.SKIPPED_STALE)).hasSize(1);
        assertThat(undone.results(Outcome.SKIPPED_STALE).get(0).detail()).contains("in use: i-");
    }

    @Test
    void whatSomebodyElseMadeTheDefaultIsNotTouched() {
        Plan plan = world.web().switchTo(image(1)).plan();
        world.web().newVersion().image(image(2)).makingItDefault().apply().orThrow();

        ChangeReport report = world.amis.apply(plan);

        assertThat(report.results(Outcome.SKIPPED_STALE)).hasSize(2);
        assertThat(world.state()).isEqualTo("2 of [2, 1]");
    }

    @Test
    void anImageThatIsDisabledSinceThePlanIsNotSwitchedTo() {
        Plan plan = world.web().switchTo(image(1)).plan();
        world.amis.disable(image(1)).apply().orThrow();
        world.aws.calls().clear();

        ChangeReport report = world.amis.apply(plan);

        assertThat(report.results(Outcome.SKIPPED_STALE))
                .extracting(result -> result.detail())
                .containsExactly("its state changed from available to disabled", "there is no such version");
        assertThat(world.changes()).isEmpty();
    }

    @Test
    void anUndoDoesNotTakeBackWhatSomebodyElseMadeTheDefaultSince() {
        ChangeReport switched = world.web().switchTo(image(1)).apply().orThrow();
        world.web().newVersion().image(image(2)).makingItDefault().apply().orThrow();

        ChangeReport undone = world.amis.undo(switched);

        assertThat(undone.results(Outcome.SKIPPED_STALE)).hasSize(2);
        assertThat(world.state()).isEqualTo("3 of [3, 2, 1]");
    }

    @Test
    void aPlanIsTheSameAfterJson() {
        Plan plan = world.web().switchTo(image(1)).plan();

        Plan read = Plan.fromJson(plan.toJson());

        assertThat(read).isEqualTo(plan);
        assertThat(read.toJson()).isEqualTo(plan.toJson());
        assertThat(world.amis.apply(read).orThrow().isComplete()).isTrue();
        assertThat(plan.describe())
                .contains("ImageId: " + image(0).imageId() + " -> " + image(1).imageId())
                .contains("version 1 becomes the default again");
        assertThat(plan.iamPolicy())
                .contains("ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate", ":launch-template/lt-");
    }

    @Test
    void twoPlansOfTheSameSwitchDifferInNothing() {
        Plan plan = world.web().switchTo(image(1)).plan();

        assertThat(plan.diff(world.web().switchTo(image(1)).plan()).isEmpty()).isTrue();
        assertThat(plan.diff(world.web().switchTo(image(2)).plan()).isEmpty()).isFalse();
    }

    @Test
    void anImageOfTheWrongArchitectureIsRefusedBeforeAnyChange() {
        Image arm = image(1).withImageId(ImageId.of("ami-0aaaaaaaaaaaaaaaa"))
                .withOwnerId(world.aws.account())
                .withName(Optional.of("arm-1"))
                .withArchitecture(Architecture.ARM64);
        world.aws.seed().image(arm);

        assertThatThrownBy(() -> world.web().switchTo(arm).apply())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("t3.micro does not run arm64");
        assertThatThrownBy(() -> world.web().launch().image(arm).start())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("t3.micro does not run arm64");
        assertThat(world.changes()).isEmpty();
    }

    @Test
    void anImageOfAnotherRegionIsRefusedAtOnce() {
        assertThatThrownBy(() -> world.web().switchTo(image(1).withRegion(Region.EU_WEST_1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("image is in eu-west-1, but must be in us-east-1");
    }

    @Test
    void versionsAndTemplatesThatAreNotThereAreNamed() {
        assertThatThrownBy(() -> world.web().version(7))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("version 7");
        assertThatThrownBy(() -> world.web().setDefault(7).apply()).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        world.web().newVersion().onTopOf(7).image(image(1)).apply())
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> world.amis.launchTemplate("nobody").versions()).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> world.amis.launchTemplate("w!"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("launchTemplateName is 'w!'");
        assertThat(world.changes()).isEmpty();
    }

    @Test
    void oneParameterIsSetWithoutThoseBesideIt() {
        world.web()
                .newVersion()
                .with("MetadataOptions.HttpPutResponseHopLimit", "1")
                .instanceType(InstanceType.of("m7i.large"))
                .describedAs("larger")
                .apply()
                .orThrow();

        TemplateDiff diff = world.web().diff(1, 2);
        assertThat(diff.added()).isEmpty();
        assertThat(diff.removed()).isEmpty();
        assertThat(diff.changed())
                .containsOnly(
                        Map.entry("InstanceType", new ParameterChange("t3.micro", "m7i.large")),
                        Map.entry("MetadataOptions.HttpPutResponseHopLimit", new ParameterChange("2", "1")));
        assertThat(world.web().latestVersion().versionDescription().orElseThrow())
                .startsWith("larger [amis ");
        assertThat(world.web().defaultVersion().versionNumber()).isEqualTo(1);
    }

    @Test
    void aParameterIsTakenAway() {
        world.web().newVersion().without("MetadataOptions").apply().orThrow();

        assertThat(world.web().diff(1, 2).removed().keySet())
                .containsExactly("MetadataOptions.HttpPutResponseHopLimit", "MetadataOptions.HttpTokens");
        assertThat(world.web().version(2).launchTemplateData().get("Hypothetical.1.Thing"))
                .contains("kept");
    }

    @Test
    void userDataIsComparedAndNeverShown() {
        world.web()
                .newVersion()
                .with(LaunchTemplateData.none().withUserData("another secret"))
                .apply()
                .orThrow();

        TemplateDiff diff = world.web().diff(1, 2);

        assertThat(diff.changed()).containsOnlyKeys("UserData");
        assertThat(diff.describe()).contains("6 bytes, SHA-256", "14 bytes, SHA-256");
        assertThat(diff.toString() + diff.describe() + diff.changed()).doesNotContain("secret", "c2VjcmV0");
        assertThat(world.web()
                        .newVersion()
                        .with("UserData", "c2VjcmV0MQ==")
                        .plan()
                        .describe())
                .doesNotContain("c2VjcmV0MQ");
    }

    @Test
    void theOldRootVolumeDoesNotComeAlongWithANewImage() {
        BlockDeviceMapping root = BlockDeviceMapping.ebs(
                "/dev/xvda",
                EbsBlockDevice.builder()
                        .snapshotId(image(0).snapshotIds().get(0))
                        .volumeSize(20)
                        .build());
        BlockDeviceMapping data = BlockDeviceMapping.ebs(
                "/dev/sdf",
                EbsBlockDevice.builder()
                        .snapshotId(image(2).snapshotIds().get(0))
                        .build());
        world.web()
                .newVersion()
                .with(LaunchTemplateData.none().withBlockDeviceMappings(List.of(root, data)))
                .makingItDefault()
                .apply()
                .orThrow();

        world.web().switchTo(image(1)).apply().orThrow();

        List<BlockDeviceMapping> volumes = world.web().defaultVersion().blockDeviceMappings();
        assertThat(volumes.get(0).snapshotId()).isEmpty();
        assertThat(volumes.get(0).ebsVolume().orElseThrow().volumeSize()).hasValue(20);
        assertThat(volumes.get(1)).isEqualTo(data);
    }

    @Test
    void theDefaultIsSetAndSetBack() {
        world.web().newVersion().image(image(1)).apply().orThrow();

        ChangeReport set = world.web().setDefault(2).apply().orThrow();
        assertThat(world.state()).isEqualTo("2 of [2, 1]");

        world.amis.undo(set).orThrow();
        assertThat(world.state()).isEqualTo("1 of [2, 1]");
    }

    @Test
    void aTemplateIsMadeOfAnInstanceAndUnmade() {
        InstanceId instance = world.aws
                .in(world.aws.region())
                .instanceLifecycle()
                .orElseThrow()
                .runInstances(RunInstancesRequest.builder()
                        .imageId(image(0).imageId())
                        .instanceType(InstanceType.of("t3.micro"))
                        .keyName("ops")
                        .build())
                .get(0)
                .instanceId();

        ChangeReport made = world.amis
                .launchTemplate("api")
                .create()
                .fromInstance(instance)
                .image(image(1))
                .tag("Team", "api")
                .apply()
                .orThrow();

        LaunchTemplateVersion first = world.amis.launchTemplate("api").defaultVersion();
        assertThat(first.launchTemplateData().keyName()).contains("ops");
        assertThat(first.imageId()).contains(image(1).imageId());
        assertThat(first.blockDeviceMappings())
                .allMatch(volume -> volume.snapshotId().isEmpty());
        assertThat(world.amis
                        .launchTemplate("api")
                        .create()
                        .fromInstance(instance)
                        .image(image(1))
                        .plan()
                        .isEmpty())
                .isTrue();

        world.amis.undo(made).orThrow();
        assertThat(world.amis.launchTemplate("api").exists()).isFalse();
    }

    @Test
    void aTemplateThatHasGotVersionsIsNotUnmade() {
        ChangeReport made = world.amis
                .launchTemplate("api")
                .create()
                .with(world.data())
                .apply()
                .orThrow();
        world.amis.launchTemplate("api").newVersion().image(image(1)).apply().orThrow();

        ChangeReport undone = world.amis.undo(made);

        assertThat(undone.results(Outcome.SKIPPED_STALE)).hasSize(1);
        assertThat(world.amis.launchTemplate("api").exists()).isTrue();
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        assertThatThrownBy(() -> world.web().create().with(world.data()).apply())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("there is a template of that name");
        assertThat(world.changes()).isEmpty();
    }

    @Test
    void launchingTakesWhatTheTemplateSaysAndWhatIsNamedBeforeIt() {
        world.web()
                .newVersion()
                .with(LaunchTemplateData.of(Map.of(
                        "InstanceMarketOptions.MarketType",
                        "spot",
                        "TagSpecifications.1.ResourceType",
                        "instance",
                        "TagSpecifications.1.Tags.1.Key",
                        "Team",
                        "TagSpecifications.1.Tags.1.Value",
                        "web")))
                .apply()
                .orThrow();

        Instance instance = world.web()
                .launch()
                .latestVersion()
                .image(image(1))
                .subnet("subnet-0123456789abcdef0")
                .keyName("ops")
                .tag("Stage", "test")
                .start()
                .get(0);

        assertThat(instance.imageId()).isEqualTo(image(1).imageId());
        assertThat(instance.instanceType()).hasToString("t3.micro");
        assertThat(instance.subnetId()).contains("subnet-0123456789abcdef0");
        assertThat(instance.tags().asMap())
                .containsEntry("Team", "web")
                .containsEntry("Stage", "test")
                .containsEntry("aws:ec2launchtemplate:version", "2");
        assertThat(world.web().version(2).launchTemplateData().isSpot()).isTrue();
    }

    @Test
    void aLaunchWithARequestIdIsMadeOnce() {
        List<Instance> first =
                world.web().launch().count(2).requestId("deploy-42").start();
        List<Instance> again =
                world.web().launch().count(2).requestId("deploy-42").start();

        assertThat(first).hasSize(2);
        assertThat(again)
                .extracting(Instance::instanceId)
                .containsExactlyElementsOf(
                        first.stream().map(Instance::instanceId).toList());
    }

    @Test
    void aRequestIdGetsTheSameInstancesAlsoIfTheDefaultMoved() {
        List<Instance> first = world.web().launch().requestId("deploy-1").start();
        world.web().switchTo(world.images.get(1)).apply().orThrow();
        List<Instance> again = world.web().launch().requestId("deploy-1").start();
        assertThat(again)
                .extracting(Instance::instanceId)
                .containsExactly(first.get(0).instanceId());
        assertThatThrownBy(() ->
                        world.web().launch().requestId("deploy-1").count(2).start())
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() ->
                        world.web().launch().requestId("deploy-1").version(2).start())
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void aPlanMayBeAppliedAgainAfterItWasUndone() {
        Plan plan = world.web().switchTo(world.images.get(1)).plan();
        for (long version = 2; version <= 4; version++) {
            ChangeReport report = world.amis.apply(plan).orThrow();
            assertThat(world.state()).isEqualTo(version + " of [" + version + ", 1]");
            world.amis.undo(report).orThrow();
        }
    }

    @Test
    void anUndoLeavesTheVersionThatTheDefaultWouldGoBackTo() {
        ChangeReport first = world.web().switchTo(world.images.get(1)).apply().orThrow();
        ChangeReport second = world.web().switchTo(world.images.get(2)).apply().orThrow();
        ChangeReport third = world.web().switchTo(world.images.get(0)).apply().orThrow();
        assertThat(world.amis.undo(first).results(Outcome.SKIPPED_STALE)).hasSize(2);
        world.amis.undo(third).orThrow();
        world.amis.undo(second).orThrow();
        assertThat(world.web().defaultVersion().imageId())
                .contains(world.images.get(1).imageId());
        world.amis.undo(first).orThrow();
        assertThat(world.state()).isEqualTo("1 of [1]");
    }

    @Test
    void aLaunchWhoseAnswerIsLostIsMadeOnce() {
        world.aws.faults().loseAnswer("RunInstances", 1);

        List<Instance> instances = world.web().launch().start();

        assertThat(instances).hasSize(1);
        assertThat(world.aws.calls().count("RunInstances")).isEqualTo(2);
        assertThat(world.aws
                        .in(world.aws.region())
                        .instances()
                        .describeInstances(DescribeInstancesRequest.builder().build())
                        .items())
                .hasSize(1);
    }
}
