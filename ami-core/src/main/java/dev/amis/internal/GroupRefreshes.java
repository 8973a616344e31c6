package dev.amis.internal;

import dev.amis.model.InstanceRefresh;
import dev.amis.spi.AutoScalingPort;
import dev.amis.spi.DescribeInstanceRefreshesRequest;
import java.util.List;
import java.util.Optional;

/** Reads instance refreshes of groups, every page: one that is left out would look like one that is over. */
public final class GroupRefreshes {

    private static final int PAGE = 100;

    private GroupRefreshes() {}

    /**
     * The refresh of a group that is not over.
     *
     * @param port tells of refreshes
     * @param group the name of the group
     * @return the refresh; Auto Scaling allows one at a time
     */
    public static Optional<InstanceRefresh> active(AutoScalingPort port, String group) {
        return read(port, DescribeInstanceRefreshesRequest.builder().name(group)).stream()
                .filter(refresh -> !refresh.status().isOver())
                .findFirst();
    }

    /**
     * One refresh of a group.
     *
     * @param port tells of refreshes
     * @param group the name of the group
     * @param id the id of the refresh
     * @return the refresh, nothing if it is not told of
     */
    public static Optional<InstanceRefresh> find(AutoScalingPort port, String group, String id) {
        return read(port, DescribeInstanceRefreshesRequest.builder().name(group).addInstanceRefreshIds(id)).stream()
                .findFirst();
    }

    private static List<InstanceRefresh> read(AutoScalingPort port, DescribeInstanceRefreshesRequest.Builder asked) {
        DescribeInstanceRefreshesRequest request = asked.maxRecords(PAGE).build();
        return Pages.all(
                "autoscaling:DescribeInstanceRefreshes",
                token -> port.describeInstanceRefreshes(request.withNextToken(token)));
    }
}
