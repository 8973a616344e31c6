package dev.amis.aws.internal;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.LaunchConfiguration;
import dev.amis.model.Region;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.DescribeInstanceRefreshesRequest;
import dev.amis.spi.DescribeLaunchConfigurationsRequest;
import dev.amis.spi.Page;
import dev.amis.spi.StartInstanceRefreshRequest;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.DesiredConfiguration;
import software.amazon.awssdk.services.autoscaling.model.Filter;
import software.amazon.awssdk.services.autoscaling.model.MixedInstancesPolicy;
import software.amazon.awssdk.services.autoscaling.model.RefreshStrategy;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;

/** Auto Scaling through the SDK, by a client of its own. */
final class AwsAutoScalingPort implements AutoScalingPort {

    private final AutoScalingClient client;
    private final Attempts attempts;
    private final Region region;

    AwsAutoScalingPort(AutoScalingClient client, Attempts attempts, Region region) {
        this.client = client;
        this.attempts = attempts;
        this.region = region;
    }

    @Override
    public Page<AutoScalingGroup> describeAutoScalingGroups(DescribeAutoScalingGroupsRequest request) {
        var asked = software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest.builder();
        if (!request.names().isEmpty()) {
            asked.autoScalingGroupNames(request.names());
        }
        if (!request.filters().isEmpty()) {
            asked.filters(request.filters().stream()
                    .map(filter -> Filter.builder()
                            .name(filter.name())
                            .values(filter.values())
                            .build())
                    .toList());
        }
        request.maxRecords().ifPresent(asked::maxRecords);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = attempts.make(
                Call.of("autoscaling:DescribeAutoScalingGroups"), () -> client.describeAutoScalingGroups(built));
        return Ec2.page(
                answer.autoScalingGroups().stream()
                        .map(group -> AutoScalingMapping.read(region, group))
                        .toList(),
                answer.nextToken());
    }

    @Override
    public Page<LaunchConfiguration> describeLaunchConfigurations(DescribeLaunchConfigurationsRequest request) {
        var asked = software.amazon.awssdk.services.autoscaling.model.DescribeLaunchConfigurationsRequest.builder();
        if (!request.names().isEmpty()) {
            asked.launchConfigurationNames(request.names());
        }
        request.maxRecords().ifPresent(asked::maxRecords);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = attempts.make(
                Call.of("autoscaling:DescribeLaunchConfigurations"), () -> client.describeLaunchConfigurations(built));
        return Ec2.page(
                answer.launchConfigurations().stream()
                        .map(configuration -> AutoScalingMapping.read(region, configuration))
                        .toList(),
                answer.nextToken());
    }

    @Override
    public void updateLaunchSource(String name, GroupLaunchSource source) {
        var asked = UpdateAutoScalingGroupRequest.builder().autoScalingGroupName(name);
        if (source instanceof GroupLaunchSource.Template template) {
            asked.launchTemplate(RefreshMapping.write(template.launchTemplate()));
        } else if (source instanceof GroupLaunchSource.MixedInstances mixed) {
            asked.mixedInstancesPolicy(policy(name, mixed));
        } else if (source instanceof GroupLaunchSource.Configuration configuration) {
            asked.launchConfigurationName(configuration.launchConfigurationName());
        }
        var built = asked.build();
        attempts.make(Call.of("autoscaling:UpdateAutoScalingGroup", name), () -> client.updateAutoScalingGroup(built));
    }

    @Override
    public String startInstanceRefresh(StartInstanceRefreshRequest request) {
        var asked = software.amazon.awssdk.services.autoscaling.model.StartInstanceRefreshRequest.builder()
                .autoScalingGroupName(request.name())
                .strategy(RefreshStrategy.ROLLING)
                .preferences(RefreshMapping.write(request.preferences()));
        request.desiredConfiguration().ifPresent(source -> {
            var desired = DesiredConfiguration.builder();
            if (source instanceof GroupLaunchSource.Template template) {
                desired.launchTemplate(RefreshMapping.write(template.launchTemplate()));
            } else if (source instanceof GroupLaunchSource.MixedInstances mixed) {
                desired.mixedInstancesPolicy(policy(request.name(), mixed));
            }
            asked.desiredConfiguration(desired.build());
        });
        var built = asked.build();
        return attempts.make(
                        Call.making("autoscaling:StartInstanceRefresh", request.name()),
                        () -> client.startInstanceRefresh(built))
                .instanceRefreshId();
    }

    @Override
    public Page<InstanceRefresh> describeInstanceRefreshes(DescribeInstanceRefreshesRequest request) {
        var asked = software.amazon.awssdk.services.autoscaling.model.DescribeInstanceRefreshesRequest.builder()
                .autoScalingGroupName(request.name());
        if (!request.instanceRefreshIds().isEmpty()) {
            asked.instanceRefreshIds(request.instanceRefreshIds());
        }
        request.maxRecords().ifPresent(asked::maxRecords);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = attempts.make(
                Call.of("autoscaling:DescribeInstanceRefreshes", request.name()),
                () -> client.describeInstanceRefreshes(built));
        return Ec2.page(
                answer.instanceRefreshes().stream().map(RefreshMapping::read).toList(), answer.nextToken());
    }

    @Override
    public String cancelInstanceRefresh(String name) {
        return attempts.make(
                        Call.of("autoscaling:CancelInstanceRefresh", name),
                        () -> client.cancelInstanceRefresh(ask -> ask.autoScalingGroupName(name)))
                .instanceRefreshId();
    }

    @Override
    public String rollbackInstanceRefresh(String name) {
        return attempts.make(
                        Call.of("autoscaling:RollbackInstanceRefresh", name),
                        () -> client.rollbackInstanceRefresh(ask -> ask.autoScalingGroupName(name)))
                .instanceRefreshId();
    }

    /** The policy as the group has it, with what is to be different. */
    private MixedInstancesPolicy policy(String name, GroupLaunchSource.MixedInstances mixed) {
        var present = attempts.make(
                Call.of("autoscaling:DescribeAutoScalingGroups", name),
                () -> client.describeAutoScalingGroups(ask -> ask.autoScalingGroupNames(name)));
        return RefreshMapping.write(
                mixed.policy(),
                present.autoScalingGroups().stream()
                        .findFirst()
                        .map(group -> group.mixedInstancesPolicy())
                        .orElse(null));
    }
}
