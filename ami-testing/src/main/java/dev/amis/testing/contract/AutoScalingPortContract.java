package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.InvalidRequestException;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchConfiguration;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.Tags;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.DescribeLaunchConfigurationsRequest;
import dev.amis.spi.Filter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a provider's {@link AutoScalingPort} must do, if it has one. */
public abstract class AutoScalingPortContract extends Rules {

    private static final LaunchTemplateSpecification VERSION =
            LaunchTemplateSpecification.of(LaunchTemplateId.of("lt-00000000000000001"), "3");
    private static final ImageId IMAGE = ImageId.of("ami-00000000000000001");

    /** Makes a contract. */
    protected AutoScalingPortContract() {}

    @Test
    void groupSaysWhatItIs() {
        AutoScalingGroup group = there(group("group")
                .withMinSize(1)
                .withMaxSize(5)
                .withDesiredCapacity(3)
                .withLaunchTemplate(VERSION)
                .withTags(Tags.of("Application", "web")));

        assertThat(groups(group.name())).containsExactly(group);
    }

    @Test
    void mixedInstancesPolicySaysWhatOverridesIt() {
        LaunchTemplateOverride type = LaunchTemplateOverride.of(InstanceType.of("m7g.large"));
        AutoScalingGroup group = there(group("mixed")
                .withMixedInstancesPolicy(LaunchTemplateConfig.of(
                        VERSION,
                        type,
                        type.launchingFrom(LaunchTemplateSpecification.named("other", "$Latest")),
                        type.launching(IMAGE.value()))));

        assertThat(groups(group.name()))
                .map(AutoScalingGroup::mixedInstancesPolicy)
                .containsExactly(group.mixedInstancesPolicy());
    }

    @Test
    void instanceSaysWhatItWasLaunchedFrom() {
        AutoScalingInstance instance = AutoScalingInstance.builder()
                .instanceId(InstanceId.of("i-00000000000000001"))
                .instanceType(InstanceType.of("m7g.large"))
                .lifecycleState("Terminating:Wait")
                .healthStatus("Unhealthy")
                .launchTemplate(VERSION)
                .imageId(IMAGE)
                .protectedFromScaleIn(true)
                .build();
        AutoScalingGroup group = there(
                group("instances").withLaunchConfigurationName("configuration").withInstances(instance));

        assertThat(groups(group.name())).flatMap(AutoScalingGroup::instances).containsExactly(instance);
    }

    @Test
    void versionThatIsNotNamedIsTheDefaultOne() {
        AutoScalingGroup group = there(group("default")
                .withLaunchTemplate(
                        new LaunchTemplateSpecification(Optional.empty(), Optional.of("web"), Optional.empty())));

        assertThat(groups(group.name()))
                .map(one -> one.launchTemplate().orElseThrow().effectiveVersion())
                .containsExactly("$Default");
    }

    @Test
    void nameOfNobodyIsPassedOver() {
        AutoScalingGroup group = there(group("known"));

        assertThat(groups(group.name(), "amis-contract-nobody")).containsExactly(group);
    }

    @Test
    void tagFiltersCompareAsTheyAre() {
        AutoScalingGroup web = there(group("web").withTags(Tags.of("Contract", "web")));
        AutoScalingGroup star = there(group("star").withTags(Tags.of("Contract", "w*")));

        assertThat(filtered(Filter.of("tag:Contract", "w*"))).containsExactly(star);
        assertThat(filtered(Filter.of("tag:Contract", "web", "w*"))).containsExactlyInAnyOrder(web, star);
        assertThat(filtered(Filter.of("tag:contract", "web"))).isEmpty();
        assertThat(filtered(Filter.of("tag-key", "Contract"), Filter.of("tag-value", "web")))
                .containsExactly(web);
    }

    @Test
    void everyGroupIsOnExactlyOnePage() {
        List<String> made =
                Stream.generate(() -> there(group("paged")).name()).limit(7).toList();
        DescribeAutoScalingGroupsRequest request =
                DescribeAutoScalingGroupsRequest.builder().maxRecords(3).build();

        assertThat(all(request)).map(AutoScalingGroup::name).containsAll(made).doesNotHaveDuplicates();
    }

    @Test
    void unreadableTokenIsRefused() {
        there(group("token"));

        refused(
                InvalidRequestException.class,
                "InvalidNextToken",
                () -> port().describeAutoScalingGroups(DescribeAutoScalingGroupsRequest.builder()
                        .nextToken("no token of anybody")
                        .build()));
    }

    @Test
    void launchConfigurationSaysWhatItIs() {
        String name = name("configuration");
        configuration(name, IMAGE);

        assertThat(configurations(new DescribeLaunchConfigurationsRequest(
                        List.of(name, "amis-contract-nobody"), OptionalInt.empty(), Optional.empty())))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.name()).isEqualTo(name);
                    assertThat(one.imageId()).isEqualTo(IMAGE);
                    assertThat(one.region()).isEqualTo(owner.region());
                    assertThat(one.createdTime()).isPresent();
                });
    }

    @Test
    void everyLaunchConfigurationIsOnExactlyOnePage() {
        List<String> made = Stream.generate(() -> name("paged")).limit(7).toList();
        made.forEach(name -> configuration(name, IMAGE));

        assertThat(configurations(
                        new DescribeLaunchConfigurationsRequest(List.of(), OptionalInt.of(3), Optional.empty())))
                .map(LaunchConfiguration::name)
                .containsAll(made)
                .doesNotHaveDuplicates();
    }

    @Test
    void groupsOfAnotherAccountAreNotSeen() {
        Actor stranger = stranger();
        AutoScalingGroup group = there(group("own"));
        AutoScalingPort port = arranged(stranger.ports().autoScaling(), "Auto Scaling");

        assertThat(Pages.items(token -> port.describeAutoScalingGroups(DescribeAutoScalingGroupsRequest.builder()
                        .nextToken(token)
                        .build())))
                .map(AutoScalingGroup::name)
                .doesNotContain(group.name());
    }

    private AutoScalingGroup group(String stem) {
        return AutoScalingGroup.builder()
                .name(name(stem))
                .region(owner.region())
                .build();
    }

    private AutoScalingGroup there(AutoScalingGroup group) {
        port();
        Assumptions.assumeTrue(world.autoScalingGroup(group), "this world does not have Auto Scaling groups");
        return group;
    }

    private void configuration(String name, ImageId imageId) {
        port();
        Assumptions.assumeTrue(
                world.launchConfiguration(name, imageId), "this world does not have launch configurations");
    }

    private List<AutoScalingGroup> groups(String... names) {
        return all(DescribeAutoScalingGroupsRequest.builder().addNames(names).build());
    }

    private List<AutoScalingGroup> filtered(Filter... filters) {
        return all(
                DescribeAutoScalingGroupsRequest.builder().addFilters(filters).build());
    }

    private List<AutoScalingGroup> all(DescribeAutoScalingGroupsRequest request) {
        AutoScalingPort port = port();
        return Pages.items(token -> port.describeAutoScalingGroups(request.withNextToken(token)));
    }

    private List<LaunchConfiguration> configurations(DescribeLaunchConfigurationsRequest request) {
        AutoScalingPort port = port();
        return Pages.items(token -> port.describeLaunchConfigurations(
                new DescribeLaunchConfigurationsRequest(request.names(), request.maxRecords(), token)));
    }

    private AutoScalingPort port() {
        return arranged(owner.ports().autoScaling(), "Auto Scaling");
    }
}
