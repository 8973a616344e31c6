package dev.amis.aws.internal;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.LaunchConfiguration;
import dev.amis.model.Region;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.DescribeLaunchConfigurationsRequest;
import dev.amis.spi.Page;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Filter;

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
}
