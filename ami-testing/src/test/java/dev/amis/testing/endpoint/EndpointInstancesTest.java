package dev.amis.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.Architecture;
import dev.amis.model.InstanceId;
import dev.amis.testing.InMemoryAws;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The actions around images: instances, volumes, tags, launch templates. */
class EndpointInstancesTest {

    private final Ec2Endpoint endpoint = Ec2Endpoint.start();
    private final InMemoryAws aws = endpoint.account();
    private final Wire wire = Wire.to(endpoint);
    private final String image =
            aws.in(aws.region()).baseImage(Architecture.X86_64).value();

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void instancesRunAsAskedFor() {
        Wire.Answer answer = run("MinCount=2&MaxCount=3&InstanceType=m7i.large"
                + "&TagSpecification.1.ResourceType=instance&TagSpecification.1.Tag.1.Key=Name"
                + "&TagSpecification.1.Tag.1.Value=web");

        assertThat(answer.all("instanceId")).hasSize(3).doesNotHaveDuplicates();
        assertThat(answer.all("instanceType")).containsOnly("m7i.large");
        assertThat(wire.ok("Action=DescribeInstances&Filter.1.Name=tag:Name&Filter.1.Value.1=web")
                        .all("instanceId"))
                .containsExactlyElementsOf(answer.all("instanceId"));
    }

    @Test
    void theSameTokenGivesTheSameInstances() {
        String first = run("MinCount=1&MaxCount=1&ClientToken=abc").one("instanceId");

        assertThat(run("MinCount=1&MaxCount=1&ClientToken=abc").one("instanceId"))
                .isEqualTo(first);
        assertThat(wire.ok("Action=DescribeInstances").all("instanceId")).containsExactly(first);
    }

    @Test
    void theSameTokenForSomethingElseIsRefused() {
        run("MinCount=1&MaxCount=1&ClientToken=abc");

        assertThat(wire.post(form("MinCount=1&MaxCount=2&ClientToken=abc")).one("Code"))
                .isEqualTo("IdempotentParameterMismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MinCount=0&MaxCount=1", "MinCount=2&MaxCount=1", "MinCount=1&MaxCount=100000"})
    void aNumberThatMakesNoSenseIsRefused(String counts) {
        assertThat(wire.post(form(counts)).one("Code")).isEqualTo("InvalidParameterValue");
    }

    @ParameterizedTest
    @CsvSource({
        "Action=DescribeInstances&InstanceId.1=i-00000000000000001&MaxResults=5, InvalidParameterCombination",
        "Action=DescribeInstanceStatus&InstanceId.1=i-00000000000000001&MaxResults=5, InvalidParameterCombination",
        "Action=CreateLaunchTemplate&LaunchTemplateName=a+b&LaunchTemplateData.ImageId=x,"
                + "InvalidLaunchTemplateName.MalformedException",
        "Action=DeleteLaunchTemplateVersions&LaunchTemplateName=web, MissingParameter",
        "Action=DescribeLaunchTemplateVersions&LaunchTemplateName=web&LaunchTemplateId=lt-00000000000000001,"
                + "InvalidParameterCombination",
        "Action=DeleteLaunchTemplate&LaunchTemplateName=web&LaunchTemplateId=lt-00000000000000001,"
                + "InvalidParameterCombination",
        "Action=RunInstances&MinCount=1&MaxCount=1&LaunchTemplate.LaunchTemplateName=web"
                + "&LaunchTemplate.LaunchTemplateId=lt-00000000000000001, InvalidParameterCombination"
    })
    void whatDoesNotGoTogetherIsRefusedInTheWordsOfEc2(String form, String code) {
        aws.in(aws.region()).putLaunchTemplateVersion("web", image);

        assertThat(wire.post(form).one("Code")).isEqualTo(code);
    }

    @Test
    void aShutdownBehaviourThatThereIsNotIsRefused() {
        assertThat(wire.post(form("MinCount=1&MaxCount=1&InstanceInitiatedShutdownBehavior=sleep"))
                        .one("Code"))
                .isEqualTo("InvalidParameterValue");
        assertThat(run("MinCount=1&MaxCount=1&InstanceInitiatedShutdownBehavior=terminate")
                        .all("instanceId"))
                .hasSize(1);
    }

    @Test
    void anImageThatDoesNotExistIsNotLaunched() {
        assertThat(wire.post("Action=RunInstances&MinCount=1&MaxCount=1&ImageId=ami-0123456789abcdef0")
                        .one("Code"))
                .isEqualTo("InvalidAMIID.NotFound");
    }

    @Test
    void aDeniedLaunchLaunchesNothing() {
        aws.access().deny("RunInstances");

        assertThat(wire.post(form("MinCount=1&MaxCount=1")).one("Code")).isEqualTo("UnauthorizedOperation");
        assertThat(wire.ok("Action=DescribeInstances").all("instanceId")).isEmpty();
    }

    @Test
    void instancesAreStoppedStartedAndTerminated() {
        InstanceId id = aws.runInstance();

        assertThat(wire.ok("Action=StopInstances&InstanceId.1=" + id).all("name"))
                .containsExactly("stopped", "running");
        assertThat(wire.ok("Action=StartInstances&InstanceId.1=" + id).all("name"))
                .containsExactly("running", "stopped");
        assertThat(wire.ok("Action=TerminateInstances&InstanceId.1=" + id).all("name"))
                .containsExactly("terminated", "running");
    }

    @Test
    void aTerminatedInstanceDoesNotComeBackAndNoOtherIsStarted() {
        InstanceId stopped = aws.runInstance();
        InstanceId gone = aws.runInstance();
        aws.stopInstance(stopped);
        aws.terminateInstance(gone);

        assertThat(wire.post("Action=StartInstances&InstanceId.1=" + stopped + "&InstanceId.2=" + gone)
                        .one("Code"))
                .isEqualTo("IncorrectInstanceState");
        assertThat(wire.ok("Action=DescribeInstances&InstanceId.1=" + stopped).one("name"))
                .isEqualTo("stopped");
    }

    @Test
    void anotherAccountsInstanceIsNotFound() {
        assertThat(wire.as("AKIA444455556666")
                        .post("Action=TerminateInstances&InstanceId.1=" + aws.runInstance())
                        .one("Code"))
                .isEqualTo("InvalidInstanceID.NotFound");
    }

    @Test
    void statusIsToldOfRunningInstancesUnlessAllAreAskedFor() {
        InstanceId running = aws.runInstance();
        InstanceId stopped = aws.runInstance();
        aws.stopInstance(stopped);

        assertThat(wire.ok("Action=DescribeInstanceStatus").all("instanceId")).containsExactly(running.value());
        assertThat(wire.ok("Action=DescribeInstanceStatus&IncludeAllInstances=true")
                        .all("instanceId"))
                .containsExactly(running.value(), stopped.value());
    }

    @Test
    void aRunningInstanceIsWell() {
        aws.runInstance();

        assertThat(wire.ok("Action=DescribeInstanceStatus").all("status")).containsExactly("ok", "ok");
    }

    @Test
    void volumesTellWhereTheyAreAttached() {
        InstanceId id = aws.runInstance();

        Wire.Answer volumes = wire.ok("Action=DescribeVolumes&Filter.1.Name=attachment.instance-id&Filter.1.Value.1="
                + id + "&Filter.2.Name=status&Filter.2.Value.1=in-use");

        assertThat(volumes.one("size")).isEqualTo("8");
        assertThat(volumes.one("volumeType")).isEqualTo("gp3");
        assertThat(volumes.one("device")).isEqualTo("/dev/xvda");
        assertThat(volumes.all("status")).containsExactly("in-use", "attached");
    }

    @Test
    void aVolumeThatDoesNotExistIsNotFound() {
        assertThat(wire.post("Action=DescribeVolumes&VolumeId.1=vol-0123456789abcdef0")
                        .one("Code"))
                .isEqualTo("InvalidVolume.NotFound");
    }

    @Test
    void anotherAccountsVolumesAreNotTold() {
        aws.runInstance();

        assertThat(wire.as("AKIA444455556666").ok("Action=DescribeVolumes").all("volumeId"))
                .isEmpty();
    }

    @Test
    void tagsAreListedByWhatTheyAreOn() {
        InstanceId id = aws.runInstance();
        wire.ok("Action=CreateTags&ResourceId.1=" + id
                + "&Tag.1.Key=Team&Tag.1.Value=blue&Tag.2.Key=Cost&Tag.2.Value=");

        Wire.Answer tags = wire.ok("Action=DescribeTags&Filter.1.Name=resource-id&Filter.1.Value.1=" + id);

        assertThat(tags.all("key")).containsExactly("Cost", "Team");
        assertThat(tags.all("value")).containsExactly("", "blue");
        assertThat(tags.all("resourceType")).containsOnly("instance");
    }

    @Test
    void tagsOfOthersAreNotListed() {
        wire.ok("Action=CreateTags&Tag.1.Key=Team&Tag.1.Value=blue&ResourceId.1=" + aws.runInstance());

        assertThat(wire.as("AKIA444455556666").ok("Action=DescribeTags").all("key"))
                .isEmpty();
    }

    @Test
    void templatesTellTheirVersions() {
        aws.in(aws.region()).putLaunchTemplateVersion("web", image);
        aws.in(aws.region()).putLaunchTemplateVersion("web", image);

        Wire.Answer templates = wire.ok("Action=DescribeLaunchTemplates&LaunchTemplateName.1=web");

        assertThat(templates.one("defaultVersionNumber")).isEqualTo("1");
        assertThat(templates.one("latestVersionNumber")).isEqualTo("2");
    }

    @Test
    void aTemplateThatDoesNotExistIsNotFound() {
        assertThat(wire.post("Action=DescribeLaunchTemplates&LaunchTemplateName.1=web")
                        .one("Code"))
                .isEqualTo("InvalidLaunchTemplateName.NotFoundException");
    }

    private Wire.Answer run(String parameters) {
        return wire.ok(form(parameters));
    }

    private String form(String parameters) {
        return "Action=RunInstances&ImageId=" + image + "&" + parameters;
    }
}
