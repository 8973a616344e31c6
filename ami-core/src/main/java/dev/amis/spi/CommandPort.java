package dev.amis.spi;

import dev.amis.model.InstanceId;

/**
 * Commands that the agent of Systems Manager runs on instances of one Region.
 */
public interface CommandPort {

    /**
     * Calls {@code ssm:SendCommand}. It takes no client token: sent twice, the command runs twice.
     *
     * @param request what to run, and where
     * @return the id of the command
     * @throws dev.amis.error.InvalidRequestException if an instance is not managed, not connected or not there
     */
    String sendCommand(SendCommandRequest request);

    /**
     * Calls {@code ssm:GetCommandInvocation}.
     *
     * @param commandId the command
     * @param instanceId one of the instances that it was sent to
     * @return how far it is there, and what it printed
     * @throws dev.amis.error.NotFoundException if the command did not go to this instance, or that cannot be seen yet
     */
    CommandInvocation getCommandInvocation(String commandId, InstanceId instanceId);

    /**
     * Calls {@code ssm:DescribeInstanceInformation} once.
     *
     * @param request which instances, and which page
     * @return one page of the instances that are managed; the others are left out
     */
    Page<ManagedInstance> describeInstanceInformation(DescribeInstanceInformationRequest request);
}
