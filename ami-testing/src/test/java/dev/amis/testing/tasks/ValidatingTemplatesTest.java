package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.launch.LaunchFinding;
import dev.amis.launch.LaunchFinding.Severity;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.BootMode;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.spi.CreateLaunchTemplateVersionRequest;
import dev.amis.testing.InMemoryRegion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether a version can be launched is told before it is, and what cannot be read is told too. */
class ValidatingTemplatesTest {

    private final TemplateWorld world = new TemplateWorld();

    private InMemoryRegion region() {
        return world.aws.in(world.aws.region());
    }

    /** What is found of a version that says something else than the first, the warnings about Nitro's volumes left out. */
    private List<LaunchFinding> findings(Map<String, String> changes) {
        long number = world.port()
                .createLaunchTemplateVersion(CreateLaunchTemplateVersionRequest.builder()
                        .launchTemplateId(world.web().defaultVersion().launchTemplateId())
                        .sourceVersion("1")
                        .launchTemplateData(LaunchTemplateData.of(changes))
                        .build())
                .versionNumber();
        return world.web().validate(number).stream()
                .filter(finding -> !finding.message().contains("NVMe"))
                .toList();
    }

    private void assertOnly(List<LaunchFinding> findings, Severity severity, String parameter, String words) {
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.parameter()).isEqualTo(parameter);
            assertThat(finding.message()).contains(words);
        });
    }

    @Test
    void aVersionThatLaunchesHasNoErrors() {
        assertThat(world.web().validate()).noneMatch(LaunchFinding::isError);
        assertThat(world.web().launch().start()).hasSize(1);
    }

    @Test
    void anImageThatIsNotThereIsAnError() {
        assertOnly(findings(Map.of("ImageId", "ami-0aaaaaaaaaaaaaaaa")), Severity.ERROR, "ImageId", "does not exist");
        assertOnly(findings(Map.of("ImageId", "web-1.0.0")), Severity.ERROR, "ImageId", "must be 'ami-'");
    }

    @Test
    void anImageThatIsDisabledIsAnError() {
        world.amis.disable(world.images.get(0)).apply().orThrow();

        assertOnly(findings(Map.of("EbsOptimized", "true")), Severity.ERROR, "ImageId", "cannot be launched");
    }

    @Test
    void parametersAreResolved() {
        region().imageParameter("/golden/web", world.images.get(1).imageId());
        region().imageParameter("/golden/gone", ImageId.of("ami-0aaaaaaaaaaaaaaaa"));

        assertThat(findings(Map.of("ImageId", "resolve:ssm:/golden/web"))).isEmpty();
        assertThat(findings(Map.of("ImageId", "resolve:ssm:/golden/web:1"))).isEmpty();
        assertOnly(
                findings(Map.of("ImageId", "resolve:ssm:/golden/gone")), Severity.ERROR, "ImageId", "does not exist");
        assertOnly(
                findings(Map.of("ImageId", "resolve:ssm:/golden/none")),
                Severity.ERROR,
                "ImageId",
                "a parameter that is not there");
        assertOnly(findings(Map.of("ImageId", "resolve:s3:x")), Severity.ERROR, "ImageId", "must be 'ami-'");
    }

    @Test
    void typesThatDoNotFitAreErrors() {
        assertOnly(
                findings(Map.of("InstanceType", "m7g.large")), Severity.ERROR, "InstanceType", "does not run x86_64");
        assertOnly(
                findings(Map.of("InstanceType", "m99.huge")), Severity.ERROR, "InstanceType", "there is no m99.huge");
    }

    @Test
    void bootModeAndNetworkOfTheImageCount() {
        Image uefi = world.images
                .get(0)
                .withImageId(ImageId.of("ami-0bbbbbbbbbbbbbbbb"))
                .withOwnerId(world.aws.account())
                .withName(Optional.of("old"))
                .withBootMode(BootMode.UEFI)
                .withEnaSupport(false);
        world.aws.seed().image(uefi);

        List<LaunchFinding> findings = findings(Map.of("ImageId", uefi.imageId().value(), "InstanceType", "t2.micro"));
        assertThat(findings)
                .anyMatch(finding -> finding.isError() && finding.message().contains("boot as uefi"));
        assertThat(findings(Map.of("ImageId", uefi.imageId().value())))
                .anyMatch(finding -> finding.isError() && finding.message().contains("ENA"));
    }

    @Test
    void typesThatGroupsLaunchInPlaceOfTheTemplatesCount() {
        region().autoScalingGroup(AutoScalingGroup.builder()
                .name("web")
                .region(world.aws.region())
                .mixedInstancesPolicy(LaunchTemplateConfig.of(
                        LaunchTemplateSpecification.named("web", "$Default"),
                        LaunchTemplateOverride.of(InstanceType.of("m7g.large"))))
                .build());

        assertThat(world.web().validate())
                .anyMatch(finding -> finding.isError() && finding.message().contains("m7g.large does not run x86_64"));
    }

    @Test
    void groupsThatCannotBeReadAreAWarning() {
        world.aws.faults().failNext("DescribeAutoScalingGroups", "AccessDenied");

        assertThat(world.web().validate())
                .anyMatch(finding -> !finding.isError()
                        && finding.message()
                                .contains("which types groups and fleets launch from it could not be read"));
    }

    @Test
    void anImageThatCannotBeReadIsAWarning() {
        world.aws.faults().fail("DescribeImages", 1, "UnauthorizedOperation");

        assertThat(world.web().validate())
                .anyMatch(finding -> !finding.isError() && finding.message().contains("could not be read"));
    }

    @Test
    void whatNoPortTellsOfIsAWarningAndTheWrongShapeAnError() {
        List<LaunchFinding> right = findings(Map.of(
                "KeyName", "ops",
                "SecurityGroupIds.1", "sg-0123456789abcdef0",
                "NetworkInterfaces.1.SubnetId", "subnet-0123456789abcdef0",
                "IamInstanceProfile.Name", "web"));
        assertThat(right).hasSize(4).allSatisfy(finding -> {
            assertThat(finding.isError()).isFalse();
            assertThat(finding.message()).contains("could not be read");
        });
        assertThat(findings(Map.of("SecurityGroupIds.1", "default", "NetworkInterfaces.1.SubnetId", "sg-1")))
                .hasSize(2)
                .allMatch(LaunchFinding::isError);
    }

    @Test
    void snapshotsOfVolumesMustBeThere() {
        assertOnly(
                findings(Map.of(
                        "BlockDeviceMappings.1.DeviceName",
                        "/dev/sdf",
                        "BlockDeviceMappings.1.Ebs.SnapshotId",
                        "snap-0aaaaaaaaaaaaaaaa")),
                Severity.ERROR,
                "BlockDeviceMappings.1.Ebs.SnapshotId",
                "does not exist");
    }

    @Test
    void aTemplateWithoutATypeOrImageSaysSo() {
        world.port()
                .createLaunchTemplate(dev.amis.spi.CreateLaunchTemplateRequest.builder()
                        .launchTemplateName("bare")
                        .launchTemplateData(LaunchTemplateData.of(Map.of("EbsOptimized", "true")))
                        .build());

        assertThat(Amis.using(world.aws).launchTemplate("bare").validate())
                .extracting(LaunchFinding::message)
                .containsExactlyInAnyOrder(
                        "no image is named, so each launch has to name one",
                        "no type is named, so each launch has to name one");
    }
}
