package dev.amis.testing;

import dev.amis.model.ConsoleOutput;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceStateChange;
import dev.amis.model.InstanceStatus;
import dev.amis.spi.DescribeInstanceStatusRequest;
import dev.amis.spi.InstanceLifecyclePort;
import dev.amis.spi.Page;
import dev.amis.spi.RunInstancesRequest;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Machines;
import java.util.List;

/** The port of the life of instances over the world. */
record InMemoryInstanceLifecycle(Machines machines, Caller caller) implements InstanceLifecyclePort {

    @Override
    public List<Instance> runInstances(RunInstancesRequest request) {
        return Answers.of(() -> machines.runInstances(caller, request));
    }

    @Override
    public List<InstanceStateChange> startInstances(List<InstanceId> instanceIds) {
        return Answers.of(() -> machines.startInstances(caller, some(instanceIds)));
    }

    @Override
    public List<InstanceStateChange> stopInstances(List<InstanceId> instanceIds) {
        return Answers.of(() -> machines.stopInstances(caller, some(instanceIds)));
    }

    @Override
    public List<InstanceStateChange> terminateInstances(List<InstanceId> instanceIds) {
        return Answers.of(() -> machines.terminateInstances(caller, some(instanceIds)));
    }

    @Override
    public Page<InstanceStatus> describeInstanceStatus(DescribeInstanceStatusRequest request) {
        return Answers.of(() -> machines.describeInstanceStatus(caller.reading(), request));
    }

    @Override
    public ConsoleOutput getConsoleOutput(InstanceId instanceId, boolean latest) {
        return Answers.of(() -> machines.getConsoleOutput(caller.reading(), instanceId));
    }

    private static List<InstanceId> some(List<InstanceId> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("instanceIds is empty, but must have at least one");
        }
        return List.copyOf(ids);
    }
}
