package dev.amis.usage;

import dev.amis.internal.GroupRefreshes;
import dev.amis.internal.OwnResources;
import dev.amis.model.AutoScalingGroup;
import dev.amis.model.Fleet;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.Instance;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.InstanceState;
import dev.amis.model.LaunchTemplateConfig;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.RegionalProvider;
import java.util.function.BiConsumer;

/** Tells of everything that names a version of any launch template, as it stands there. */
final class TemplateLaunchers {

    private static final int PAGE = 1_000;
    private static final String ID_TAG = "aws:ec2launchtemplate:id";
    private static final String VERSION_TAG = "aws:ec2launchtemplate:version";

    private final RegionalProvider region;
    private final BiConsumer<LaunchTemplateSpecification, String> use;

    TemplateLaunchers(RegionalProvider region, BiConsumer<LaunchTemplateSpecification, String> use) {
        this.region = region;
        this.use = use;
    }

    void groups() {
        for (AutoScalingGroup group : new AutoScalingReading(region, "Auto Scaling groups").groups()) {
            String by = "group " + group.name();
            group.launchTemplate().ifPresent(specification -> use.accept(specification, by));
            group.mixedInstancesPolicy().ifPresent(policy -> policy(policy, by));
            group.instances().stream()
                    .filter(instance -> !instance.lifecycleState().startsWith("Terminat"))
                    .forEach(instance -> instance.launchTemplate()
                            .ifPresent(specification ->
                                    use.accept(specification, by + " (" + instance.instanceId() + ")")));
            refreshes(group);
        }
    }

    private void policy(LaunchTemplateConfig policy, String by) {
        policy.launchTemplate().ifPresent(specification -> use.accept(specification, by));
        policy.overrides()
                .forEach(override -> override.launchTemplate()
                        .ifPresent(specification -> use.accept(specification, by + " (override)")));
    }

    /** A refresh launches from what it was told to, which becomes the group's own only at its end. */
    private void refreshes(AutoScalingGroup group) {
        AutoScalingPort port = region.autoScaling().orElseThrow();
        GroupRefreshes.active(port, group.name()).ifPresent(this::refresh);
    }

    private void refresh(InstanceRefresh refresh) {
        refresh.desiredConfiguration().ifPresent(source -> {
            if (source instanceof GroupLaunchSource.Template template) {
                use.accept(template.launchTemplate(), refresh.toString());
            } else if (source instanceof GroupLaunchSource.MixedInstances mixed) {
                policy(mixed.policy(), refresh.toString());
            }
        });
    }

    void fleets() {
        FleetReading.living(region).forEach(this::fleet);
    }

    private void fleet(Fleet fleet) {
        fleet.launchTemplateConfigs()
                .forEach(config -> config.launchTemplate()
                        .ifPresent(specification ->
                                use.accept(specification, fleet.fleetId() + " (" + fleet.stateText() + ")")));
    }

    void instances(LaunchTemplateId template) {
        DescribeInstancesRequest request = DescribeInstancesRequest.builder()
                .addFilter(Filter.of("tag:" + ID_TAG, template.value()))
                .maxResults(PAGE)
                .build();
        OwnResources.instances(region, request).stream()
                .filter(instance ->
                        instance.state() != InstanceState.TERMINATED && instance.state() != InstanceState.SHUTTING_DOWN)
                .forEach(instance -> instance(template, instance));
    }

    private void instance(LaunchTemplateId template, Instance instance) {
        instance.tags()
                .get(VERSION_TAG)
                .ifPresent(version -> use.accept(
                        LaunchTemplateSpecification.of(template, version),
                        instance.instanceId() + " (" + instance.stateText() + ")"));
    }
}
