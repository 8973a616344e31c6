package dev.amis.spi;

import dev.amis.model.ConsoleOutput;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceStateChange;
import dev.amis.model.InstanceStatus;
import java.util.List;

/**
 * The life of instances in one Region: launching, starting, stopping, terminating, and how they are.
 */
public interface InstanceLifecyclePort {

    /**
     * Calls {@code RunInstances}. The same client token and the same request give the same instances.
     *
     * @param request what to launch
     * @return the instances, which are pending
     * @throws dev.amis.error.NotFoundException if the image, template or version is not there
     * @throws dev.amis.error.ConflictException if the image is not available
     * @throws dev.amis.error.InvalidRequestException if the image does not fit the type
     */
    List<Instance> runInstances(RunInstancesRequest request);

    /**
     * Calls {@code StartInstances}; one that runs already stays as it is.
     *
     * @param instanceIds stopped instances, at least one
     * @return what it did to each
     * @throws dev.amis.error.ConflictException if one is in no state to be started
     */
    List<InstanceStateChange> startInstances(List<InstanceId> instanceIds);

    /**
     * Calls {@code StopInstances}; one that is stopped already stays as it is.
     *
     * @param instanceIds running instances, at least one
     * @return what it did to each
     * @throws dev.amis.error.ConflictException if one is in no state to be stopped
     */
    List<InstanceStateChange> stopInstances(List<InstanceId> instanceIds);

    /**
     * Calls {@code TerminateInstances}; one that is gone already stays so.
     *
     * @param instanceIds instances, at least one
     * @return what it did to each
     * @throws dev.amis.error.NotFoundException if one was never there, or is forgotten
     */
    List<InstanceStateChange> terminateInstances(List<InstanceId> instanceIds);

    /**
     * Calls {@code DescribeInstanceStatus} once.
     *
     * @param request which instances, and which page
     * @return one page
     * @throws dev.amis.error.NotFoundException if an id was named that is not there
     */
    Page<InstanceStatus> describeInstanceStatus(DescribeInstanceStatusRequest request);

    /**
     * Calls {@code GetConsoleOutput}.
     *
     * @param instanceId the instance
     * @param latest whether to look at what it printed just now, which types on Nitro can, instead of what was kept last
     * @return what it printed, decoded
     * @throws dev.amis.error.NotFoundException if there is no such instance
     */
    ConsoleOutput getConsoleOutput(InstanceId instanceId, boolean latest);
}
