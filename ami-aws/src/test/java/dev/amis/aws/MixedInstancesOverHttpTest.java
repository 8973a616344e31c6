package dev.amis.aws;

import static dev.amis.aws.StubbedAws.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.Region;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.StartInstanceRefreshRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Another version for a mixed instances policy: all that this library has no words for goes back as it came. */
class MixedInstancesOverHttpTest {

    private static final String GROUP = "<DescribeAutoScalingGroupsResponse><DescribeAutoScalingGroupsResult>"
            + "<AutoScalingGroups><member><AutoScalingGroupName>web</AutoScalingGroupName><MinSize>0</MinSize>"
            + "<MaxSize>4</MaxSize><DesiredCapacity>2</DesiredCapacity><MixedInstancesPolicy><LaunchTemplate>"
            + "<LaunchTemplateSpecification><LaunchTemplateId>lt-0123456789abcdef0</LaunchTemplateId>"
            + "<LaunchTemplateName>web</LaunchTemplateName><Version>3</Version></LaunchTemplateSpecification>"
            + "<Overrides><member><InstanceType>m7i.large</InstanceType><WeightedCapacity>2</WeightedCapacity></member>"
            + "<member><InstanceRequirements><VCpuCount><Min>4</Min></VCpuCount><MemoryMiB><Min>8192</Min></MemoryMiB>"
            + "<BurstablePerformance>excluded</BurstablePerformance></InstanceRequirements></member></Overrides>"
            + "</LaunchTemplate><InstancesDistribution><OnDemandBaseCapacity>1</OnDemandBaseCapacity>"
            + "<OnDemandPercentageAboveBaseCapacity>20</OnDemandPercentageAboveBaseCapacity>"
            + "<SpotAllocationStrategy>price-capacity-optimized</SpotAllocationStrategy></InstancesDistribution>"
            + "</MixedInstancesPolicy></member></AutoScalingGroups></DescribeAutoScalingGroupsResult>"
            + "</DescribeAutoScalingGroupsResponse>";
    private static final String UPDATED = "<UpdateAutoScalingGroupResponse><ResponseMetadata><RequestId>r</RequestId>"
            + "</ResponseMetadata></UpdateAutoScalingGroupResponse>";
    private static final String STARTED = "<StartInstanceRefreshResponse><StartInstanceRefreshResult>"
            + "<InstanceRefreshId>08b91cf7-8fa6-48af-b6a6-d227f40f1b9b</InstanceRefreshId></StartInstanceRefreshResult>"
            + "</StartInstanceRefreshResponse>";

    @RegisterExtension
    static final StubbedAws AWS = new StubbedAws();

    private AutoScalingPort port;

    @BeforeEach
    void connect() {
        port = AWS.connect().in(Region.EU_WEST_1).autoScaling().orElseThrow();
    }

    @Test
    void distributionWeightsAndRequirementsAreSentBack() {
        AWS.inTurn(ok(GROUP), ok(GROUP), ok(UPDATED));

        port.updateLaunchSource("web", fourth());

        assertSentWhole("MixedInstancesPolicy");
    }

    @Test
    void aRefreshWithAnotherVersionCarriesThemToo() {
        AWS.inTurn(ok(GROUP), ok(GROUP), ok(STARTED));

        port.startInstanceRefresh(
                new StartInstanceRefreshRequest("web", Optional.of(fourth()), RefreshPreferences.none()));

        assertSentWhole("DesiredConfiguration.MixedInstancesPolicy");
    }

    @Test
    void anOverrideThatIsChangedKeepsItsWeightAndTheOthersAllTheyHave() {
        AWS.inTurn(ok(GROUP), ok(GROUP), ok(UPDATED));
        List<LaunchTemplateOverride> overrides = new ArrayList<>(policy().overrides());
        overrides.set(0, overrides.get(0).launching("ami-0abcdef1234567890"));

        port.updateLaunchSource("web", fourth(overrides));

        assertSentWhole("MixedInstancesPolicy");
        assertThat(sent())
                .containsEntry(
                        "MixedInstancesPolicy.LaunchTemplate.Overrides.member.1.ImageId", "ami-0abcdef1234567890");
    }

    /** Somebody has added a type since the policy was read. */
    @Test
    void overridesThatAreTakenAwayLeaveTheOthersAsTheyWere() {
        AWS.inTurn(ok(GROUP), ok(GROUP), ok(UPDATED));
        LaunchTemplateOverride byRequirements = policy().overrides().get(1);

        port.updateLaunchSource("web", fourth(List.of(byRequirements)));

        assertThat(sent())
                .containsEntry(
                        "MixedInstancesPolicy.LaunchTemplate.Overrides.member.1.InstanceRequirements.VCpuCount.Min",
                        "4");
        assertThat(sent().keySet()).noneMatch(field -> field.contains("Overrides.member.2"));
    }

    @Test
    void anOverrideThatIsNewSaysWhatIsKnownOfIt() {
        AWS.inTurn(ok(GROUP), ok(GROUP), ok(UPDATED));
        List<LaunchTemplateOverride> overrides = new ArrayList<>(policy().overrides());
        overrides.add(LaunchTemplateOverride.of(InstanceType.of("m7a.large")));

        port.updateLaunchSource("web", fourth(overrides));

        assertSentWhole("MixedInstancesPolicy");
        assertThat(sent())
                .containsEntry("MixedInstancesPolicy.LaunchTemplate.Overrides.member.3.InstanceType", "m7a.large")
                .doesNotContainKey("MixedInstancesPolicy.LaunchTemplate.Overrides.member.3.WeightedCapacity");
    }

    /** Auto Scaling tells both, and takes one. */
    @Test
    void theTemplateOfAnOverrideGoesBackByItsIdAlone() {
        String own = GROUP.replace(
                "<WeightedCapacity>2</WeightedCapacity>",
                "<WeightedCapacity>2</WeightedCapacity><LaunchTemplateSpecification><LaunchTemplateId>"
                        + "lt-0123456789abcdef1</LaunchTemplateId><LaunchTemplateName>arm</LaunchTemplateName><Version>7"
                        + "</Version></LaunchTemplateSpecification>");
        AWS.inTurn(ok(own), ok(own), ok(UPDATED));

        port.updateLaunchSource("web", fourth());

        assertSentWhole("MixedInstancesPolicy");
        assertThat(sent())
                .containsEntry(
                        "MixedInstancesPolicy.LaunchTemplate.Overrides.member.1.LaunchTemplateSpecification"
                                + ".LaunchTemplateId",
                        "lt-0123456789abcdef1");
    }

    private static void assertSentWhole(String policy) {
        Map<String, String> sent = sent();
        assertThat(sent)
                .containsEntry(
                        policy + ".LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId", "lt-0123456789abcdef0")
                .containsEntry(policy + ".LaunchTemplate.LaunchTemplateSpecification.Version", "4")
                .containsEntry(policy + ".LaunchTemplate.Overrides.member.1.InstanceType", "m7i.large")
                .containsEntry(policy + ".LaunchTemplate.Overrides.member.1.WeightedCapacity", "2")
                .containsEntry(policy + ".LaunchTemplate.Overrides.member.2.InstanceRequirements.VCpuCount.Min", "4")
                .containsEntry(
                        policy + ".LaunchTemplate.Overrides.member.2.InstanceRequirements.BurstablePerformance",
                        "excluded")
                .containsEntry(policy + ".InstancesDistribution.OnDemandBaseCapacity", "1")
                .containsEntry(policy + ".InstancesDistribution.OnDemandPercentageAboveBaseCapacity", "20")
                .containsEntry(policy + ".InstancesDistribution.SpotAllocationStrategy", "price-capacity-optimized");
        // The service takes the id or the name of a template.
        assertThat(sent.keySet()).noneMatch(field -> field.contains("LaunchTemplateName"));
    }

    private static Map<String, String> sent() {
        List<Map<String, String>> requests = AWS.requests();
        return requests.get(requests.size() - 1);
    }

    /** The group's own policy with another version, as a roll-out makes it. */
    private GroupLaunchSource fourth() {
        return fourth(policy().overrides());
    }

    private static GroupLaunchSource fourth(List<LaunchTemplateOverride> overrides) {
        return new GroupLaunchSource.MixedInstances(new LaunchTemplateConfig(
                Optional.of(LaunchTemplateSpecification.of(LaunchTemplateId.of("lt-0123456789abcdef0"), "4")),
                overrides));
    }

    private LaunchTemplateConfig policy() {
        AutoScalingGroup group = port.describeAutoScalingGroups(
                        DescribeAutoScalingGroupsRequest.builder().build())
                .items()
                .get(0);
        return group.mixedInstancesPolicy().orElseThrow();
    }
}
