package dev.amis.spi;

import dev.amis.model.Instance;

/**
 * Instances of one Region.
 */
public interface InstancePort {

    /**
     * Calls {@code DescribeInstances} once.
     *
     * @param request which instances, and which page
     * @return one page, in no particular order
     * @throws dev.amis.error.NotFoundException if an id was named that is not there
     */
    Page<Instance> describeInstances(DescribeInstancesRequest request);
}
