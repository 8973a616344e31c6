package dev.amis.aws.internal;

import dev.amis.model.InstanceId;
import dev.amis.spi.CommandInvocation;
import dev.amis.spi.CommandPort;
import dev.amis.spi.DescribeInstanceInformationRequest;
import dev.amis.spi.ManagedInstance;
import dev.amis.spi.Page;
import dev.amis.spi.SendCommandRequest;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetCommandInvocationResponse;
import software.amazon.awssdk.services.ssm.model.InstanceInformationStringFilter;

/** Run Command through the SDK. Sending is not repeated by itself: the command would run twice. */
final class SsmCommandPort implements CommandPort {

    private final SsmClient client;
    private final Attempts attempts;

    SsmCommandPort(SsmClient client, Attempts attempts) {
        this.client = client;
        this.attempts = attempts;
    }

    @Override
    public String sendCommand(SendCommandRequest request) {
        var asked = software.amazon.awssdk.services.ssm.model.SendCommandRequest.builder()
                .documentName(request.documentName())
                .instanceIds(
                        request.instanceIds().stream().map(InstanceId::value).toList())
                .parameters(Map.of(
                        "commands",
                        request.commands(),
                        "executionTimeout",
                        List.of(Long.toString(request.executionTimeout().toSeconds()))))
                .timeoutSeconds(Math.toIntExact(request.deliveryTimeout().toSeconds()));
        request.comment().ifPresent(asked::comment);
        var built = asked.build();
        Object first = request.instanceIds().get(0);
        return attempts.make(Call.making("ssm:SendCommand", first), () -> client.sendCommand(built))
                .command()
                .commandId();
    }

    @Override
    public CommandInvocation getCommandInvocation(String commandId, InstanceId instanceId) {
        var answer = attempts.make(
                Call.of("ssm:GetCommandInvocation", commandId),
                () -> client.getCommandInvocation(
                        asked -> asked.commandId(commandId).instanceId(instanceId.value())));
        return read(answer);
    }

    @Override
    public Page<ManagedInstance> describeInstanceInformation(DescribeInstanceInformationRequest request) {
        var asked = software.amazon.awssdk.services.ssm.model.DescribeInstanceInformationRequest.builder();
        if (!request.instanceIds().isEmpty()) {
            List<String> ids =
                    request.instanceIds().stream().map(InstanceId::value).toList();
            asked.filters(List.of(InstanceInformationStringFilter.builder()
                    .key("InstanceIds")
                    .values(ids)
                    .build()));
        }
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = attempts.make(
                Call.of("ssm:DescribeInstanceInformation"), () -> client.describeInstanceInformation(built));
        return Ec2.page(
                answer.instanceInformationList().stream()
                        .filter(one -> one.instanceId().startsWith("i-"))
                        .map(one -> new ManagedInstance(
                                InstanceId.of(one.instanceId()),
                                one.pingStatusAsString(),
                                Texts.text(one.platformTypeAsString())))
                        .toList(),
                answer.nextToken());
    }

    private static CommandInvocation read(GetCommandInvocationResponse answer) {
        CommandInvocation.Builder told = CommandInvocation.builder();
        told.commandId(answer.commandId())
                .instanceId(InstanceId.of(answer.instanceId()))
                .statusText(answer.statusAsString());
        Texts.text(answer.statusDetails()).ifPresent(told::statusDetails);
        Texts.text(answer.standardOutputContent()).ifPresent(told::standardOutput);
        Texts.text(answer.standardErrorContent()).ifPresent(told::standardError);
        // -1 stands for a command that has not ended; Windows has other exit codes below zero.
        if (answer.responseCode() != null && answer.responseCode() != -1) {
            told.exitCode(answer.responseCode());
        }
        return told.build();
    }
}
