package dev.amis.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.Architecture;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real AWS CLI makes launch templates, launches from them, and looks at what came up. */
class AwsCliLaunchTest {

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
    void aTemplateIsMadeChangedAndLaunchedFrom() {
        String base = base();
        String id = ec2(
                "create-launch-template --launch-template-name web --query LaunchTemplate.LaunchTemplateId --output text"
                        + " --launch-template-data",
                "{\"ImageId\":\"" + base
                        + "\",\"InstanceType\":\"t3.micro\",\"MetadataOptions\":{\"HttpTokens\":\"required\"}}");
        String version = ec2(
                "create-launch-template-version --launch-template-id " + id + " --source-version 1"
                        + " --query LaunchTemplateVersion.VersionNumber --output text --launch-template-data",
                "{\"InstanceType\":\"t3.small\"}");

        assertThat(version).isEqualTo("2");
        assertThat(ec2("modify-launch-template --launch-template-name web --default-version 2"
                        + " --query LaunchTemplate.DefaultVersionNumber --output text"))
                .isEqualTo("2");
        assertThat(ec2("describe-launch-template-versions --launch-template-name web --versions $Default"
                        + " --query LaunchTemplateVersions[0].LaunchTemplateData.MetadataOptions.HttpTokens"
                        + " --output text"))
                .isEqualTo("required");
        assertThat(ec2("run-instances --launch-template LaunchTemplateName=web,Version=$Latest"
                        + " --query Instances[0].ImageId --output text"))
                .isEqualTo(base);
    }

    @Test
    void anInstanceTellsHowItIsAndWhatItPrinted() {
        String id =
                ec2("run-instances --instance-type t3.micro --query Instances[0].InstanceId --output text --image-id "
                        + base());

        assertThat(ec2("describe-instance-status --query InstanceStatuses[0].InstanceStatus.Status --output text"
                        + " --instance-ids " + id))
                .isEqualTo("ok");
        assertThat(ec2("get-console-output --query Output --output text --instance-id " + id))
                .contains("login:");
        assertThat(ec2("get-launch-template-data --query LaunchTemplateData.InstanceType --output text --instance-id "
                        + id))
                .isEqualTo("t3.micro");
        assertThat(ec2("describe-instance-types --query InstanceTypes[0].ProcessorInfo.SupportedArchitectures[0]"
                        + " --output text --instance-types t4g.micro"))
                .isEqualTo("arm64");
    }

    @Test
    void aCommandIsSentAndToldOf() {
        aws.in(aws.region()).runCommands().answer("curl", 7, "no route");
        String instance = aws.runInstance().value();
        String command = cli.text(
                "ssm",
                "send-command",
                "--document-name",
                "AWS-RunShellScript",
                "--instance-ids",
                instance,
                "--parameters",
                "commands=curl localhost",
                "--query",
                "Command.CommandId",
                "--output",
                "text");
        aws.time().advance(Duration.ofSeconds(2));

        assertThat(cli.text(
                        "ssm",
                        "get-command-invocation",
                        "--command-id",
                        command,
                        "--instance-id",
                        instance,
                        "--query",
                        "[Status,ResponseCode,StandardOutputContent]",
                        "--output",
                        "text"))
                .isEqualTo("Failed\t7\tno route");
        assertThat(cli.text(
                        "ssm",
                        "describe-instance-information",
                        "--query",
                        "InstanceInformationList[0].PingStatus",
                        "--output",
                        "text"))
                .isEqualTo("Online");
    }

    @Test
    void aGroupIsRefreshedFromAnotherVersion() {
        String base = base();
        InMemoryRegion here = aws.in(aws.region());
        here.putLaunchTemplateVersion("web", base);
        here.putLaunchTemplateVersion("web", base);
        AutoScalingGroup group = here.launchAutoScalingGroup(AutoScalingGroup.builder()
                .name("web")
                .region(aws.region())
                .maxSize(2)
                .desiredCapacity(2)
                .build()
                .withLaunchTemplate(LaunchTemplateSpecification.named("web", "1")));
        autoscaling("update-auto-scaling-group --launch-template LaunchTemplateName=web,Version=2");

        String refresh = autoscaling("start-instance-refresh --query InstanceRefreshId --output text --preferences"
                + " MinHealthyPercentage=50,InstanceWarmup=30");

        assertThat(cli.run(words("autoscaling start-instance-refresh --auto-scaling-group-name web"))
                        .err())
                .contains("(InstanceRefreshInProgress)");
        aws.time().advance(Duration.ofHours(1));
        assertThat(autoscaling("describe-instance-refreshes --output text --instance-refresh-ids " + refresh
                        + " --query InstanceRefreshes[0].[Status,PercentageComplete,Preferences.MinHealthyPercentage]"))
                .isEqualTo("Successful\t100\t50");
        assertThat(cli.text(words("autoscaling describe-auto-scaling-groups --output text --auto-scaling-group-names"
                        + " web --query AutoScalingGroups[0].Instances[].LaunchTemplate.Version")))
                .isEqualTo("2\t2");
        assertThat(cli.text(words("autoscaling describe-auto-scaling-groups --output text --auto-scaling-group-names"
                        + " web --query AutoScalingGroups[0].Instances[].InstanceId")))
                .doesNotContain(group.instances().get(0).instanceId().value());
    }

    @Test
    void aRefreshIsCancelled() {
        aws.in(aws.region()).putLaunchTemplateVersion("web", base());
        aws.in(aws.region())
                .launchAutoScalingGroup(AutoScalingGroup.builder()
                        .name("web")
                        .region(aws.region())
                        .maxSize(2)
                        .desiredCapacity(2)
                        .build()
                        .withLaunchTemplate(LaunchTemplateSpecification.named("web", "1")));
        String refresh = autoscaling(
                "start-instance-refresh --query InstanceRefreshId --output text --preferences" + " InstanceWarmup=600");

        assertThat(autoscaling("cancel-instance-refresh --query InstanceRefreshId --output text"))
                .isEqualTo(refresh);
        aws.time().advance(Duration.ofHours(1));
        assertThat(cli.run(words("autoscaling rollback-instance-refresh --auto-scaling-group-name web"))
                        .err())
                .contains("(ActiveInstanceRefreshNotFound)");
        assertThat(autoscaling("describe-instance-refreshes --output text --query InstanceRefreshes[0].Status"))
                .isEqualTo("Cancelled");
    }

    private String autoscaling(String words) {
        String[] split = words.split(" ", 2);
        return cli.text(words("autoscaling " + split[0] + " --auto-scaling-group-name web " + split[1]));
    }

    private static String[] words(String line) {
        return line.split(" ");
    }

    private String base() {
        return aws.in(aws.region()).baseImage(Architecture.X86_64).value();
    }

    private String ec2(String words, String... more) {
        String[] all = ("ec2 " + words).split(" ");
        String[] command = Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, command, all.length, more.length);
        return cli.text(command);
    }
}
