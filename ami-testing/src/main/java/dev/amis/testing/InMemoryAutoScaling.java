package dev.amis.testing;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.LaunchConfiguration;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeAutoScalingGroupsRequest;
import dev.amis.spi.DescribeInstanceRefreshesRequest;
import dev.amis.spi.DescribeLaunchConfigurationsRequest;
import dev.amis.spi.Page;
import dev.amis.spi.StartInstanceRefreshRequest;
import dev.amis.testing.internal.AutoScaling;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Refreshes;

/** The port of Auto Scaling over the world. */
record InMemoryAutoScaling(AutoScaling autoScaling, Refreshes refreshes, Caller caller) implements AutoScalingPort {

    @Override
    public Page<AutoScalingGroup> describeAutoScalingGroups(DescribeAutoScalingGroupsRequest request) {
        return Answers.of(() -> autoScaling.describeAutoScalingGroups(caller.reading(), request));
    }

    @Override
    public Page<LaunchConfiguration> describeLaunchConfigurations(DescribeLaunchConfigurationsRequest request) {
        return Answers.of(() -> autoScaling.describeLaunchConfigurations(caller.reading(), request));
    }

    @Override
    public void updateLaunchSource(String name, GroupLaunchSource source) {
        Answers.run(() -> refreshes.updateLaunchSource(caller, name, source));
    }

    @Override
    public String startInstanceRefresh(StartInstanceRefreshRequest request) {
        return Answers.of(() -> refreshes.startInstanceRefresh(caller, request));
    }

    @Override
    public Page<InstanceRefresh> describeInstanceRefreshes(DescribeInstanceRefreshesRequest request) {
        return Answers.of(() -> refreshes.describeInstanceRefreshes(caller.reading(), request));
    }

    @Override
    public String cancelInstanceRefresh(String name) {
        return Answers.of(() -> refreshes.cancelInstanceRefresh(caller, name));
    }

    @Override
    public String rollbackInstanceRefresh(String name) {
        return Answers.of(() -> refreshes.rollbackInstanceRefresh(caller, name));
    }
}
