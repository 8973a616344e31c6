package dev.amis.testing.internal;

import dev.amis.model.Instance;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.InstancePort;
import dev.amis.spi.Page;

/**
 * The port of instances, by which the endpoint, which lives in another package, finds the way behind the ports: to calls
 * that the SPI does not ask for.
 *
 * @param port the port as such
 * @param ec2 the actions that the ports stand on
 * @param surroundings the other actions
 * @param caller who calls, and where
 */
public record Direct(InstancePort port, Ec2 ec2, Surroundings surroundings, Caller caller) implements InstancePort {

    @Override
    public Page<Instance> describeInstances(DescribeInstancesRequest request) {
        return port.describeInstances(request);
    }
}
