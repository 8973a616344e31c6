package dev.amis.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.testing.InMemoryRegion;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The query protocol of Auto Scaling, as it goes over the wire. */
class AutoScalingEndpointTest {

    private final Ec2Endpoint endpoint = Ec2Endpoint.start();
    private final Wire wire = Wire.to(endpoint).service("autoscaling");
    private final InMemoryRegion region =
            endpoint.account().in(endpoint.account().region());

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void answersAreNestedAndListsHaveMembers() throws IOException {
        group("web");

        Wire.Answer answer = ask("Action=DescribeAutoScalingGroups");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "<DescribeAutoScalingGroupsResponse xmlns=\"http://autoscaling.amazonaws.com/doc/2011-01-01/\">"
                                + "<DescribeAutoScalingGroupsResult><AutoScalingGroups><member>"
                                + "<AutoScalingGroupName>web</AutoScalingGroupName>")
                .contains("<LaunchTemplate><LaunchTemplateName>web</LaunchTemplateName><Version>$Latest</Version>"
                        + "</LaunchTemplate>")
                .endsWith("</DescribeAutoScalingGroupsResult><ResponseMetadata><RequestId>" + answer.requestId()
                        + "</RequestId></ResponseMetadata></DescribeAutoScalingGroupsResponse>");
    }

    @Test
    void membersOfListsAreNumberedBehindTheWord() throws IOException {
        group("web");
        group("db");
        group("job");

        assertThat(ask("Action=DescribeAutoScalingGroups&AutoScalingGroupNames.member.1=db"
                                + "&AutoScalingGroupNames.member.2=job")
                        .all("AutoScalingGroupName"))
                .containsExactly("db", "job");
    }

    @Test
    void pagesFollowOneAnother() throws IOException {
        for (int i = 1; i <= 3; i++) {
            region.launchConfiguration("web-" + i, ImageId.of("ami-0000000000000000" + i));
        }

        Wire.Answer first = ask("Action=DescribeLaunchConfigurations&MaxRecords=2");
        Wire.Answer second =
                ask("Action=DescribeLaunchConfigurations&MaxRecords=2&NextToken=" + first.one("NextToken"));

        assertThat(first.all("LaunchConfigurationName")).containsExactly("web-1", "web-2");
        assertThat(second.all("LaunchConfigurationName")).containsExactly("web-3");
        assertThat(second.all("NextToken")).isEmpty();
    }

    @Test
    void instancesAreLeftOutOnRequest() throws IOException {
        region.autoScalingGroup(AutoScalingGroup.builder()
                .name("web")
                .region(region.region())
                .addInstance(AutoScalingInstance.builder()
                        .instanceId(InstanceId.of("i-00000000000000001"))
                        .lifecycleState("InService")
                        .healthStatus("Healthy")
                        .build())
                .build());

        assertThat(ask("Action=DescribeAutoScalingGroups").all("InstanceId")).hasSize(1);
        assertThat(ask("Action=DescribeAutoScalingGroups&IncludeInstances=false")
                        .all("InstanceId"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Action=DescribePolicies | InvalidAction | DescribePolicies",
                "Action=DescribeAutoScalingGroups&AutoScalingGroupNames.1=web | UnknownParameter | GroupNames.1",
                "Action=DescribeAutoScalingGroups&Colour=red | UnknownParameter | Colour",
                "Action=DescribeAutoScalingGroups&MaxRecords=101 | ValidationError | 101",
                "Action=StartInstanceRefresh&AutoScalingGroupName=web&Preferences.StandbyInstances=Sleep"
                        + " | ValidationError | [Terminate, Ignore, Wait]",
                "Action=StartInstanceRefresh&AutoScalingGroupName=web&Preferences.ScaleInProtectedInstances=Sleep"
                        + " | ValidationError | preferences.scaleInProtectedInstances",
                "Action=UpdateAutoScalingGroup&AutoScalingGroupName=web&LaunchConfigurationName=old"
                        + "&LaunchTemplate.LaunchTemplateName=web | ValidationError | LaunchConfigurationName",
                "Action=UpdateAutoScalingGroup&AutoScalingGroupName=web&LaunchTemplate.LaunchTemplateName=web"
                        + "&LaunchTemplate.LaunchTemplateId=lt-00000000000000001 | ValidationError | either launchTemplateId",
                "Action=StartInstanceRefresh&AutoScalingGroupName=web"
                        + "&DesiredConfiguration.LaunchTemplate.LaunchTemplateName=web"
                        + "&DesiredConfiguration.MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification"
                        + ".LaunchTemplateName=web | ValidationError | MixedInstancesPolicy",
                "Action=DescribeAutoScalingGroups&NextToken=nobodys | InvalidNextToken | nobodys",
                "Action=DescribeAutoScalingGroups&Version=2009-01-01 | ValidationError | 2009-01-01"
            })
    void whatIsNotImitatedIsRefusedByName(String form, String code, String word) throws IOException {
        Wire.Answer answer = wire.exchange("/", form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.one("Code")).isEqualTo(code);
        assertThat(answer.one("Message")).contains(word);
        assertThat(answer.body()).contains("<ErrorResponse><Error><Type>Sender</Type>");
    }

    @Test
    void whatIsDeniedAndWhatIsThrottledHasItsOwnCodes() throws IOException {
        endpoint.account().faults().failNext("DescribeAutoScalingGroups", "ResourceContention");
        assertThat(wire.exchange("/", "Action=DescribeAutoScalingGroups").status())
                .isEqualTo(500);

        endpoint.account().access().deny("autoscaling:DescribeAutoScalingGroups");
        Wire.Answer denied = wire.exchange("/", "Action=DescribeAutoScalingGroups");
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.one("Code")).isEqualTo("AccessDenied");
    }

    private Wire.Answer ask(String form) throws IOException {
        return wire.exchange("/", form + "&Version=2011-01-01");
    }

    private void group(String name) {
        region.autoScalingGroup(AutoScalingGroup.builder()
                .name(name)
                .region(region.region())
                .launchTemplate(LaunchTemplateSpecification.named("web", "$Latest"))
                .build());
    }
}
