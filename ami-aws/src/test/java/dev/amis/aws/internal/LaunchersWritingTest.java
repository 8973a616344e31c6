package dev.amis.aws.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.aws.AwsSettings;
import dev.amis.model.FleetId;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.Region;
import dev.amis.model.ScaleInProtectedInstances;
import dev.amis.model.StandbyInstances;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.DescribeFleetsRequest;
import dev.amis.spi.DescribeLaunchConfigurationsRequest;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.StartInstanceRefreshRequest;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeLaunchConfigurationsResponse;
import software.amazon.awssdk.services.autoscaling.model.StartInstanceRefreshResponse;

/** What is asked of groups and fleets arrives whole, and nothing that was not asked for goes with it. */
class LaunchersWritingTest {

    private final RecordingEc2 sdk = new RecordingEc2();
    private final Ec2 ec2 = sdk.ec2();
    private final List<SdkPojo> asked = new ArrayList<>();

    @Test
    void allOfAQuestionForGroupsArrives() {
        autoScaling()
                .describeAutoScalingGroups(DescribeAutoScalingGroupsRequest.builder()
                        .addNames("web", "db")
                        .addFilter(Filter.of("tag:Team", "shop", "web"))
                        .maxRecords(7)
                        .nextToken("next")
                        .build());

        assertThat(request())
                .isEqualTo(Map.of(
                        "AutoScalingGroupNames",
                        List.of("web", "db"),
                        "Filters",
                        List.of(Map.of("Name", "tag:Team", "Values", List.of("shop", "web"))),
                        "MaxRecords",
                        "7",
                        "NextToken",
                        "next"));
    }

    @Test
    void allOfAQuestionForLaunchConfigurationsArrives() {
        autoScaling()
                .describeLaunchConfigurations(new DescribeLaunchConfigurationsRequest(
                        List.of("web-1"), OptionalInt.of(7), Optional.of("next")));

        assertThat(request())
                .isEqualTo(
                        Map.of("LaunchConfigurationNames", List.of("web-1"), "MaxRecords", "7", "NextToken", "next"));
    }

    @Test
    void aQuestionForEverythingSaysNothing() {
        autoScaling()
                .describeAutoScalingGroups(
                        DescribeAutoScalingGroupsRequest.builder().build());

        assertThat(request()).isEmpty();
    }

    @Test
    void whatIsLeftToAutoScalingIsNotSaid() {
        autoScaling()
                .startInstanceRefresh(
                        new StartInstanceRefreshRequest("web", Optional.empty(), RefreshPreferences.none()));

        assertThat(request().get("Preferences")).isEqualTo(Map.of("SkipMatching", "false", "AutoRollback", "false"));
    }

    @Test
    void whatBecomesOfInstancesThatAreNotSimplyReplacedArrives() {
        autoScaling()
                .startInstanceRefresh(new StartInstanceRefreshRequest(
                        "web",
                        Optional.empty(),
                        RefreshPreferences.builder()
                                .scaleInProtectedInstances(ScaleInProtectedInstances.REFRESH)
                                .standbyInstances(StandbyInstances.TERMINATE)
                                .build()));

        assertThat(request())
                .extractingByKey("Preferences", InstanceOfAssertFactories.MAP)
                .containsEntry("ScaleInProtectedInstances", "Refresh")
                .containsEntry("StandbyInstances", "Terminate");
    }

    @Test
    void allOfAQuestionForFleetsArrives() {
        FleetId fleet = FleetId.of("fleet-1");
        new Ec2FleetPort(ec2)
                .describeFleets(new DescribeFleetsRequest(List.of(fleet), OptionalInt.of(7), Optional.of("next")));

        assertThat(sdk.request())
                .isEqualTo(Map.of("FleetIds", List.of("fleet-1"), "MaxResults", "7", "NextToken", "next"));
    }

    @Test
    void allOfAQuestionForSpotFleetsArrives() {
        FleetId fleet = FleetId.of("sfr-1");
        new Ec2FleetPort(ec2)
                .describeSpotFleetRequests(
                        new DescribeFleetsRequest(List.of(fleet), OptionalInt.of(7), Optional.of("next")));

        assertThat(sdk.request())
                .isEqualTo(Map.of("SpotFleetRequestIds", List.of("sfr-1"), "MaxResults", "7", "NextToken", "next"));
    }

    @Test
    void templatesAreAskedForByTheirNames() {
        new Ec2LaunchTemplatePort(ec2)
                .describeLaunchTemplateVersions(DescribeLaunchTemplateVersionsRequest.builder()
                        .launchTemplateName("web")
                        .addVersion("3")
                        .build());

        assertThat(sdk.request()).isEqualTo(Map.of("LaunchTemplateName", "web", "Versions", List.of("3")));
    }

    private AutoScalingPort autoScaling() {
        AutoScalingClient client = (AutoScalingClient) Proxy.newProxyInstance(
                AutoScalingClient.class.getClassLoader(),
                new Class<?>[] {AutoScalingClient.class},
                (proxy, method, arguments) -> {
                    asked.add((SdkPojo) arguments[0]);
                    return switch (method.getName()) {
                        case "describeAutoScalingGroups" ->
                            DescribeAutoScalingGroupsResponse.builder().build();
                        case "startInstanceRefresh" ->
                            StartInstanceRefreshResponse.builder()
                                    .instanceRefreshId("r-1")
                                    .build();
                        default ->
                            DescribeLaunchConfigurationsResponse.builder().build();
                    };
                });
        Clock morning = Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC);
        Attempts attempts = new Attempts(
                Region.EU_WEST_1, AwsSettings.ofDefaults(), morning, time -> {}, new Random(7), CallMetrics.NONE);
        return new AwsAutoScalingPort(client, attempts, Region.EU_WEST_1);
    }

    private Map<String, Object> request() {
        return SdkValues.plain(asked.get(asked.size() - 1), Set.of());
    }
}
