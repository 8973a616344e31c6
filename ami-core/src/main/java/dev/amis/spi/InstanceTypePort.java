package dev.amis.spi;

import dev.amis.model.InstanceTypeInfo;

/**
 * Types of instances that one Region offers.
 */
public interface InstanceTypePort {

    /**
     * Calls {@code DescribeInstanceTypes} once.
     *
     * @param request which types, and which page
     * @return one page
     * @throws dev.amis.error.InvalidRequestException if a type was named that there is not
     */
    Page<InstanceTypeInfo> describeInstanceTypes(DescribeInstanceTypesRequest request);
}
