package dev.amis.testing;

import dev.amis.model.InstanceId;
import dev.amis.spi.CommandInvocation;
import dev.amis.spi.CommandPort;
import dev.amis.spi.DescribeInstanceInformationRequest;
import dev.amis.spi.ManagedInstance;
import dev.amis.spi.Page;
import dev.amis.spi.SendCommandRequest;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.RunCommand;

/** The port of Run Command over the world. */
record InMemoryCommands(RunCommand commands, Caller caller) implements CommandPort {

    @Override
    public String sendCommand(SendCommandRequest request) {
        return Answers.of(() -> commands.sendCommand(caller, request));
    }

    @Override
    public CommandInvocation getCommandInvocation(String commandId, InstanceId instanceId) {
        return Answers.of(() -> commands.getCommandInvocation(caller.reading(), commandId, instanceId));
    }

    @Override
    public Page<ManagedInstance> describeInstanceInformation(DescribeInstanceInformationRequest request) {
        return Answers.of(() -> commands.describeInstanceInformation(caller.reading(), request));
    }
}
