package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.AutoScalingInstance;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.InstanceRefreshStatus;
import dev.amis.model.InstanceType;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateOverride;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.ScaleInProtectedInstances;
import dev.amis.model.StandbyInstances;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeInstanceRefreshesRequest;
import dev.amis.spi.StartInstanceRefreshRequest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a provider's {@link AutoScalingPort} must do where it changes what groups launch from, and replaces their instances,
 * if it has one. The groups are real ones with two instances.
 */
public abstract class InstanceRefreshContract extends HeldInstanceRules {

    private static final String NOBODY = "amis-contract-nobody";

    /** Makes a contract. */
    protected InstanceRefreshContract() {}

    @Test
    void groupLaunchesFromAnotherVersionFromNowOn() {
        AutoScalingGroup group = launched(version(template(), 1));
        GroupLaunchSource second = version(id(group), 2);

        port().updateLaunchSource(group.name(), second);

        AutoScalingGroup now = now(group);
        assertThat(specification(now)).isEqualTo("2");
        assertThat(now.instances()).extracting(AutoScalingInstance::instanceId).containsExactlyElementsOf(ids(group));
    }

    @Test
    void ofAMixedInstancesPolicyTheOverridesStay() {
        LaunchTemplateId template = template();
        LaunchTemplateOverride override = LaunchTemplateOverride.of(InstanceType.of("t3.small"));
        AutoScalingGroup group = launched(new GroupLaunchSource.MixedInstances(
                LaunchTemplateConfig.of(LaunchTemplateSpecification.of(template, "1"), override)));

        port().updateLaunchSource(
                        group.name(),
                        new GroupLaunchSource.MixedInstances(
                                LaunchTemplateConfig.of(LaunchTemplateSpecification.of(template, "2"), override)));

        LaunchTemplateConfig policy = now(group).mixedInstancesPolicy().orElseThrow();
        assertThat(policy.launchTemplate().orElseThrow().effectiveVersion()).isEqualTo("2");
        assertThat(policy.overrides()).containsExactly(override);
    }

    @Test
    void versionThatIsNotThereIsRefused() {
        AutoScalingGroup group = launched(version(template(), 1));

        refused(
                InvalidRequestException.class,
                "ValidationError",
                () -> port().updateLaunchSource(group.name(), version(id(group), 99)));
        assertThat(specification(now(group))).isEqualTo("1");
    }

    @Test
    void groupThatIsNotThereIsRefused() {
        AutoScalingGroup group = launched(version(template(), 1));

        refused(InvalidRequestException.class, () -> port().updateLaunchSource(NOBODY, version(id(group), 1)));
        refused(InvalidRequestException.class, () -> port().startInstanceRefresh(start(NOBODY)));
        refused(
                InvalidRequestException.class,
                () -> port().describeInstanceRefreshes(DescribeInstanceRefreshesRequest.of(NOBODY)));
    }

    @Test
    void refreshReplacesAllInstances() {
        AutoScalingGroup group = launched(version(template(), 1));
        port().updateLaunchSource(group.name(), version(id(group), 2));

        String refresh = port().startInstanceRefresh(start(group.name()));

        InstanceRefresh over = awaitEnd(group, refresh);
        assertThat(over.status()).isEqualTo(InstanceRefreshStatus.SUCCESSFUL);
        assertThat(over.percentageComplete()).hasValue(100);
        assertThat(over.groupName()).isEqualTo(group.name());
        assertThat(now(group).instances())
                .hasSize(2)
                .allSatisfy(instance -> {
                    assertThat(instance.launchTemplate().orElseThrow().effectiveVersion())
                            .isEqualTo("2");
                    assertThat(instance.healthStatus()).isEqualTo("Healthy");
                })
                .extracting(AutoScalingInstance::instanceId)
                .doesNotContainAnyElementsOf(ids(group));
    }

    @Test
    void instancesThatMatchAreSkippedOnRequest() {
        AutoScalingGroup group = launched(version(template(), 1));

        String refresh = port().startInstanceRefresh(new StartInstanceRefreshRequest(
                group.name(), Optional.empty(), RefreshPreferences.none().withSkipMatching(true)));

        assertThat(awaitEnd(group, refresh).status()).isEqualTo(InstanceRefreshStatus.SUCCESSFUL);
        assertThat(now(group).instances())
                .extracting(AutoScalingInstance::instanceId)
                .containsExactlyInAnyOrderElementsOf(ids(group));
    }

    @Test
    void oneRefreshAtATime() {
        AutoScalingGroup group = launched(version(template(), 1));
        port().startInstanceRefresh(start(group.name()));

        refused(
                ConflictException.class,
                "InstanceRefreshInProgress",
                () -> port().startInstanceRefresh(start(group.name())));
    }

    @Test
    void preferencesArriveWhole() {
        AutoScalingGroup group = launched(version(template(), 1));
        RefreshPreferences preferences = RefreshPreferences.builder()
                .minHealthyPercentage(100)
                .maxHealthyPercentage(150)
                .instanceWarmup(Duration.ofSeconds(90))
                .addCheckpointPercentages(50, 100)
                .checkpointDelay(Duration.ofMinutes(5))
                .skipMatching(true)
                .scaleInProtectedInstances(ScaleInProtectedInstances.REFRESH)
                .standbyInstances(StandbyInstances.TERMINATE)
                .build();

        String refresh = port().startInstanceRefresh(
                        new StartInstanceRefreshRequest(group.name(), Optional.empty(), preferences));

        assertThat(find(group, refresh).preferences()).isEqualTo(preferences);
    }

    @Test
    void cancelledRefreshEnds() {
        AutoScalingGroup group = launched(version(template(), 1));
        String refresh = port().startInstanceRefresh(start(group.name()));

        assertThat(port().cancelInstanceRefresh(group.name())).isEqualTo(refresh);

        assertThat(awaitEnd(group, refresh).status()).isEqualTo(InstanceRefreshStatus.CANCELLED);
        assertThat(port().startInstanceRefresh(start(group.name()))).isNotEqualTo(refresh);
    }

    @Test
    void withoutRefreshThereIsNothingToEnd() {
        AutoScalingGroup group = launched(version(template(), 1));

        refused(
                NotFoundException.class,
                "ActiveInstanceRefreshNotFound",
                () -> port().cancelInstanceRefresh(group.name()));
        refused(
                NotFoundException.class,
                "ActiveInstanceRefreshNotFound",
                () -> port().rollbackInstanceRefresh(group.name()));
    }

    @Test
    void refreshThatWasToldWhatToLaunchCanBeTakenBack() {
        AutoScalingGroup group = launched(version(template(), 1));
        String refresh = port().startInstanceRefresh(new StartInstanceRefreshRequest(
                group.name(), Optional.of(version(id(group), 2)), RefreshPreferences.none()));

        assertThat(port().rollbackInstanceRefresh(group.name())).isEqualTo(refresh);

        InstanceRefresh over = awaitEnd(group, refresh);
        assertThat(over.status()).isEqualTo(InstanceRefreshStatus.ROLLBACK_SUCCESSFUL);
        assertThat(over.percentageComplete()).hasValue(0);
        assertThat(specification(now(group))).isEqualTo("1");
        assertThat(now(group).instances())
                .allSatisfy(instance -> assertThat(
                                instance.launchTemplate().orElseThrow().effectiveVersion())
                        .isEqualTo("1"));
    }

    @Test
    void whatARefreshWasToldBecomesTheGroupsOwn() {
        AutoScalingGroup group = launched(version(template(), 1));
        GroupLaunchSource second = version(id(group), 2);

        String refresh = port().startInstanceRefresh(
                        new StartInstanceRefreshRequest(group.name(), Optional.of(second), RefreshPreferences.none()));

        assertThat(find(group, refresh).desiredConfiguration()).isPresent();
        assertThat(awaitEnd(group, refresh).status()).isEqualTo(InstanceRefreshStatus.SUCCESSFUL);
        assertThat(specification(now(group))).isEqualTo("2");
    }

    @Test
    void refreshThatWasToldNothingCannotBeTakenBack() {
        AutoScalingGroup group = launched(version(template(), 1));
        port().startInstanceRefresh(start(group.name()));

        refused(
                ConflictException.class,
                "IrreversibleInstanceRefresh",
                () -> port().rollbackInstanceRefresh(group.name()));
    }

    @Test
    void groupThatFollowsItsTemplateCannotBeTakenBack() {
        LaunchTemplateId template = template();
        AutoScalingGroup group = launched(new GroupLaunchSource.Template(
                LaunchTemplateSpecification.of(template, LaunchTemplateSpecification.DEFAULT_VERSION)));
        Optional<GroupLaunchSource> second = Optional.of(version(template, 2));

        refused(
                InvalidRequestException.class,
                () -> port().startInstanceRefresh(new StartInstanceRefreshRequest(
                        group.name(), second, RefreshPreferences.none().withAutoRollback(true))));
        port().startInstanceRefresh(new StartInstanceRefreshRequest(group.name(), second, RefreshPreferences.none()));
        refused(
                ConflictException.class,
                "IrreversibleInstanceRefresh",
                () -> port().rollbackInstanceRefresh(group.name()));
    }

    @Test
    void everyRefreshIsOnExactlyOnePageNewestFirst() {
        AutoScalingGroup group = launched(version(template(), 1));
        String first = port().startInstanceRefresh(start(group.name()));
        awaitEnd(group, first);
        String second = port().startInstanceRefresh(start(group.name()));

        assertThat(Pages.items(token -> port().describeInstanceRefreshes(DescribeInstanceRefreshesRequest.builder()
                        .name(group.name())
                        .maxRecords(1)
                        .nextToken(token)
                        .build())))
                .extracting(InstanceRefresh::instanceRefreshId)
                .containsExactly(second, first);
    }
}
