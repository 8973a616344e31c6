package dev.amis.spi;

import dev.amis.model.AutoScalingGroup;
import dev.amis.model.GroupLaunchSource;
import dev.amis.model.InstanceRefresh;
import dev.amis.model.LaunchConfiguration;

/** Auto Scaling of one Region, a service of its own ({@code autoscaling}): groups, what they launch from, and replacing their
 * instances. */
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

    /**
     * Calls {@code UpdateAutoScalingGroup}: what the group launches from is another from now on. Instances that run stay as
     * they are. Of a mixed instances policy only template, version and overrides are changed; what else it says is kept, for
     * which a provider may have to read the group first.
     *
     * @param name the group
     * @param source what it launches from
     * @throws dev.amis.error.InvalidRequestException if there is no such group
     */
    void updateLaunchSource(String name, GroupLaunchSource source);

    /**
     * Calls {@code StartInstanceRefresh}: the instances of the group are replaced, step by step.
     *
     * @param request the group, what it is to launch from, and how
     * @return the id of the refresh
     * @throws dev.amis.error.ConflictException if a refresh of the group is under way
     * @throws dev.amis.error.InvalidRequestException if there is no such group
     */
    String startInstanceRefresh(StartInstanceRefreshRequest request);

    /**
     * Calls {@code DescribeInstanceRefreshes} once.
     *
     * @param request which group's, and which page
     * @return one page, the newest refresh first; Auto Scaling remembers them for six weeks
     * @throws dev.amis.error.InvalidRequestException if there is no such group
     */
    Page<InstanceRefresh> describeInstanceRefreshes(DescribeInstanceRefreshesRequest request);

    /**
     * Calls {@code CancelInstanceRefresh}: no more instances are replaced; those that are replaced already stay.
     *
     * @param name the group
     * @return the id of the refresh
     * @throws dev.amis.error.NotFoundException if no refresh of the group is under way
     */
    String cancelInstanceRefresh(String name);

    /**
     * Calls {@code RollbackInstanceRefresh}: the instances that were replaced already are replaced again by such as the group
     * had before.
     *
     * @param name the group
     * @return the id of the refresh
     * @throws dev.amis.error.NotFoundException if no refresh of the group is under way
     * @throws dev.amis.error.ConflictException if the refresh was not told what to launch from, or cannot be taken back
     */
    String rollbackInstanceRefresh(String name);
}
