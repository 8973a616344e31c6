package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.InstanceRefreshStatus;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.ScaleInProtectedInstances;
import dev.amis.model.StandbyInstances;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.CreateLaunchTemplateVersionRequest;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.DescribeInstanceRefreshesRequest;
import dev.amis.spi.StartInstanceRefreshRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What becomes of instances that are protected from scale in or in standby where a group is refreshed, and the groups that rules
 * of refreshes start from: real ones with two instances.
 */
abstract class HeldInstanceRules extends Rules {

    @Test
    void refreshWaitsForAProtectedInstanceUntilItIsProtectedNoLonger() {
        AutoScalingGroup group = launched(version(template(), 1));
        InstanceId held = ids(group).get(0);
        protect(group, held, true);

        String refresh = port().startInstanceRefresh(start(group.name()));
        owner.eventually(() -> assertThat(now(group).instances())
                .extracting(AutoScalingInstance::instanceId)
                .doesNotContain(ids(group).get(1)));
        assertThat(find(group, refresh).status().isOver()).isFalse();
        assertThat(ids(now(group))).contains(held);
        protect(group, held, false);

        assertThat(awaitEnd(group, refresh).status()).isEqualTo(InstanceRefreshStatus.SUCCESSFUL);
        assertThat(ids(now(group))).doesNotContainAnyElementsOf(ids(group));
    }

    @Test
    void refreshThatWaitsInVainFails() {
        Assumptions.assumeTrue(world.daysPassQuickly(), "a refresh waits for an hour in this world");
        AutoScalingGroup group = launched(version(template(), 1));
        InstanceId held = ids(group).get(0);
        protect(group, held, true);

        String refresh = port().startInstanceRefresh(start(group.name()));
        owner.letPass(Duration.ofHours(2));

        assertThat(find(group, refresh).status()).isEqualTo(InstanceRefreshStatus.FAILED);
        assertThat(ids(now(group))).contains(held);
    }

    @Test
    void protectedInstanceThatIsIgnoredStays() {
        AutoScalingGroup group = launched(version(template(), 1));
        InstanceId held = ids(group).get(0);
        protect(group, held, true);

        String refresh = port().startInstanceRefresh(start(
                group.name(),
                RefreshPreferences.builder()
                        .scaleInProtectedInstances(ScaleInProtectedInstances.IGNORE)
                        .build()));

        assertThat(awaitEnd(group, refresh).status()).isEqualTo(InstanceRefreshStatus.SUCCESSFUL);
        assertThat(ids(now(group)))
                .hasSize(2)
                .contains(held)
                .doesNotContain(ids(group).get(1));
    }

    @Test
    void protectedInstanceIsReplacedOnRequest() {
        AutoScalingGroup group = launched(version(template(), 1));
        protect(group, ids(group).get(0), true);

        String refresh = port().startInstanceRefresh(start(
                group.name(),
                RefreshPreferences.builder()
                        .scaleInProtectedInstances(ScaleInProtectedInstances.REFRESH)
                        .build()));

        assertThat(awaitEnd(group, refresh).status()).isEqualTo(InstanceRefreshStatus.SUCCESSFUL);
        assertThat(ids(now(group))).hasSize(2).doesNotContainAnyElementsOf(ids(group));
    }

    @Test
    void instanceInStandbyIsIgnoredOrTerminatedOnRequest() {
        AutoScalingGroup group = launched(version(template(), 1));
        InstanceId held = ids(group).get(0);
        Assumptions.assumeTrue(world.standby(group.name(), held, true), "this world puts no instance into standby");

        String first = port().startInstanceRefresh(start(
                group.name(),
                RefreshPreferences.builder()
                        .standbyInstances(StandbyInstances.IGNORE)
                        .build()));
        assertThat(awaitEnd(group, first).status()).isEqualTo(InstanceRefreshStatus.SUCCESSFUL);
        assertThat(ids(now(group))).contains(held).doesNotContain(ids(group).get(1));
        String second = port().startInstanceRefresh(start(
                group.name(),
                RefreshPreferences.builder()
                        .standbyInstances(StandbyInstances.TERMINATE)
                        .build()));

        assertThat(awaitEnd(group, second).status()).isEqualTo(InstanceRefreshStatus.SUCCESSFUL);
        assertThat(ids(now(group))).doesNotContain(held);
    }

    @Test
    void instanceInStandbyThatReturnsToServiceIsReplaced() {
        AutoScalingGroup group = launched(version(template(), 1));
        InstanceId held = ids(group).get(0);
        Assumptions.assumeTrue(world.standby(group.name(), held, true), "this world puts no instance into standby");

        String refresh = port().startInstanceRefresh(start(group.name()));
        owner.eventually(() -> assertThat(now(group).instances())
                .extracting(AutoScalingInstance::instanceId)
                .doesNotContain(ids(group).get(1)));
        assertThat(find(group, refresh).status().isOver()).isFalse();
        world.standby(group.name(), held, false);

        assertThat(awaitEnd(group, refresh).status()).isEqualTo(InstanceRefreshStatus.SUCCESSFUL);
        assertThat(ids(now(group))).hasSize(2).doesNotContain(held);
    }

    private void protect(AutoScalingGroup group, InstanceId instance, boolean on) {
        Assumptions.assumeTrue(
                world.protectFromScaleIn(group.name(), instance, on), "this world protects no instance from scale in");
    }

    InstanceRefresh awaitEnd(AutoScalingGroup group, String refresh) {
        owner.eventually(
                () -> assertThat(find(group, refresh).status().isOver()).isTrue());
        return find(group, refresh);
    }

    InstanceRefresh find(AutoScalingGroup group, String refresh) {
        List<InstanceRefresh> found = port().describeInstanceRefreshes(DescribeInstanceRefreshesRequest.builder()
                        .name(group.name())
                        .addInstanceRefreshIds(refresh)
                        .build())
                .items();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    AutoScalingGroup now(AutoScalingGroup group) {
        List<AutoScalingGroup> found = port().describeAutoScalingGroups(DescribeAutoScalingGroupsRequest.builder()
                        .addNames(group.name())
                        .build())
                .items();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    static String specification(AutoScalingGroup group) {
        return group.launchTemplate().orElseThrow().effectiveVersion();
    }

    static List<InstanceId> ids(AutoScalingGroup group) {
        return group.instances().stream().map(AutoScalingInstance::instanceId).toList();
    }

    static LaunchTemplateId id(AutoScalingGroup group) {
        return group.launchTemplate().orElseThrow().launchTemplateId().orElseThrow();
    }

    static GroupLaunchSource version(LaunchTemplateId template, long number) {
        return new GroupLaunchSource.Template(LaunchTemplateSpecification.of(template, Long.toString(number)));
    }

    /** A template of two versions that differ in the type of instance. */
    LaunchTemplateId template() {
        String image = bakedImage().imageId().value();
        LaunchTemplateId id =
                arranged(world.launchTemplate(name("template"), List.of(image)), "launch templates of its own making");
        owner.ports()
                .launchTemplates()
                .orElseThrow()
                .createLaunchTemplateVersion(CreateLaunchTemplateVersionRequest.builder()
                        .launchTemplateId(id)
                        .sourceVersion("1")
                        .launchTemplateData(LaunchTemplateData.of(Map.of("InstanceType", "t3.small")))
                        .build());
        return id;
    }

    AutoScalingGroup launched(GroupLaunchSource source) {
        port();
        AutoScalingGroup group = AutoScalingGroup.builder()
                .name(name("group"))
                .region(owner.region())
                .minSize(0)
                .maxSize(4)
                .desiredCapacity(2)
                .build()
                .withLaunchSource(source);
        return arranged(world.launchedAutoScalingGroup(group), "Auto Scaling groups with instances");
    }

    static StartInstanceRefreshRequest start(String group) {
        return start(group, RefreshPreferences.none());
    }

    private static StartInstanceRefreshRequest start(String group, RefreshPreferences preferences) {
        return new StartInstanceRefreshRequest(group, Optional.empty(), preferences);
    }

    AutoScalingPort port() {
        return arranged(owner.ports().autoScaling(), "Auto Scaling");
    }
}
