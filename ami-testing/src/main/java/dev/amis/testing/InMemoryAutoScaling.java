package dev.amis.testing;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.LaunchConfiguration;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.DescribeLaunchConfigurationsRequest;
import dev.amis.spi.Page;
import dev.amis.testing.internal.AutoScaling;
import dev.amis.testing.internal.Caller;

/** The port of Auto Scaling over the world. */
record InMemoryAutoScaling(AutoScaling autoScaling, Caller caller) implements AutoScalingPort {

    @Override
    public Page<AutoScalingGroup> describeAutoScalingGroups(DescribeAutoScalingGroupsRequest request) {
        return Answers.of(() -> autoScaling.describeAutoScalingGroups(caller.reading(), request));
    }

    @Override
    public Page<LaunchConfiguration> describeLaunchConfigurations(DescribeLaunchConfigurationsRequest request) {
        return Answers.of(() -> autoScaling.describeLaunchConfigurations(caller.reading(), request));
    }
}
