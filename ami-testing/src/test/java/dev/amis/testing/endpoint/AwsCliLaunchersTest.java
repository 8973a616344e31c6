package dev.amis.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.Fleet;
import dev.amis.model.FleetId;
import dev.amis.model.FleetState;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.Tags;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups and fleets, looked at with the real AWS CLI. */
class AwsCliLaunchersTest {

    private final Ec2Endpoint endpoint = Ec2Endpoint.start();
    private final InMemoryAws aws = endpoint.account();
    private AwsCli cli;

    @BeforeEach
    void find(@TempDir Path files) {
        cli = AwsCli.talkingTo(endpoint, files);
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void autoScalingGroupsAreDescribed() {
        InMemoryRegion region = aws.in(aws.region());
        for (int i = 1; i <= 3; i++) {
            region.autoScalingGroup(AutoScalingGroup.builder()
                    .name("web-" + i)
                    .region(region.region())
                    .maxSize(4)
                    .mixedInstancesPolicy(LaunchTemplateConfig.of(
                            LaunchTemplateSpecification.named("web", "$Latest"),
                            LaunchTemplateOverride.of(InstanceType.of("m7g.large"))
                                    .launching("ami-00000000000000001")))
                    .tags(Tags.of("Number", Integer.toString(i)))
                    .build());
        }

        JsonNode groups = cli.json("autoscaling", "describe-auto-scaling-groups", "--page-size", "2");
        assertThat(groups.path("AutoScalingGroups")).hasSize(3);
        assertThat(groups.at("/AutoScalingGroups/0/MixedInstancesPolicy/LaunchTemplate/Overrides/0/ImageId")
                        .asText())
                .isEqualTo("ami-00000000000000001");
        assertThat(cli.json(
                                "autoscaling",
                                "describe-auto-scaling-groups",
                                "--filters",
                                "Name=tag:Number,Values=2,3",
                                "--auto-scaling-group-names",
                                "web-1",
                                "web-2")
                        .at("/AutoScalingGroups/0/AutoScalingGroupName")
                        .asText())
                .isEqualTo("web-2");
    }

    @Test
    void launchConfigurationsAreDescribed() {
        aws.in(aws.region()).launchConfiguration("web-1", ImageId.of("ami-00000000000000001"));

        assertThat(cli.text(
                        "autoscaling",
                        "describe-launch-configurations",
                        "--launch-configuration-names",
                        "web-1",
                        "--query",
                        "LaunchConfigurations[0].ImageId",
                        "--output",
                        "text"))
                .isEqualTo("ami-00000000000000001");
    }

    @Test
    void fleetsAreDescribed() {
        InMemoryRegion region = aws.in(aws.region());
        Fleet fleet = Fleet.builder()
                .fleetId(FleetId.of("sfr-73fbd2ce-aa30-494c-8788-000000000001"))
                .region(region.region())
                .state(FleetState.ACTIVE)
                .type("maintain")
                .addLaunchSpecificationImages("ami-00000000000000001")
                .build();
        region.fleet(fleet);
        region.fleet(fleet.withFleetId(FleetId.of("fleet-73fbd2ce-aa30-494c-8788-000000000001"))
                .withLaunchSpecificationImages()
                .withLaunchTemplateConfigs(LaunchTemplateConfig.of(LaunchTemplateSpecification.named("web", "7"))));

        assertThat(cli.json("ec2", "describe-spot-fleet-requests")
                        .at("/SpotFleetRequestConfigs/0/SpotFleetRequestConfig/LaunchSpecifications/0/ImageId")
                        .asText())
                .isEqualTo("ami-00000000000000001");
        assertThat(cli.json("ec2", "describe-fleets")
                        .at("/Fleets/0/LaunchTemplateConfigs/0/LaunchTemplateSpecification/Version")
                        .asText())
                .isEqualTo("7");
    }

    @Test
    void whatAutoScalingRefusesReadsAsItsOwn() {
        assertThat(cli.run("autoscaling", "describe-policies").err()).contains("(InvalidAction)", "DescribePolicies");
        assertThat(cli.run("autoscaling", "describe-auto-scaling-groups", "--filters", "Name=colour,Values=red")
                        .err())
                .contains("(ValidationError)", "colour");
        aws.access().deny("autoscaling:DescribeLaunchConfigurations");
        assertThat(cli.run("autoscaling", "describe-launch-configurations").err())
                .contains("(AccessDenied)", "not authorized to perform: autoscaling:DescribeLaunchConfigurations");
    }
}
