package dev.amis.spi;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.LaunchConfiguration;

/** Auto Scaling of one Region, a service of its own ({@code autoscaling}): groups, and what they launch from. */
public interface AutoScalingPort {

    /**
     * Calls {@code DescribeAutoScalingGroups} once, with the instances of the groups.
     *
     * @param request which groups, and which page; a name that no group has is passed over
     * @return one page
     */
    Page<AutoScalingGroup> describeAutoScalingGroups(DescribeAutoScalingGroupsRequest request);

    /**
     * Calls {@code DescribeLaunchConfigurations} once.
     *
     * @param request which launch configurations, and which page; a name that none has is passed over
     * @return one page
     */
    Page<LaunchConfiguration> describeLaunchConfigurations(DescribeLaunchConfigurationsRequest request);
}
