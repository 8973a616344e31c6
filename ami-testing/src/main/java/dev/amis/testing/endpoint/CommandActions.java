package dev.amis.testing.endpoint;

import dev.amis.model.InstanceId;
import dev.amis.spi.CommandInvocation;
import dev.amis.spi.CommandPort;
import dev.amis.spi.ManagedInstance;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ssm.model.Command;
import software.amazon.awssdk.services.ssm.model.DescribeInstanceInformationRequest;
import software.amazon.awssdk.services.ssm.model.DescribeInstanceInformationResponse;
import software.amazon.awssdk.services.ssm.model.GetCommandInvocationRequest;
import software.amazon.awssdk.services.ssm.model.GetCommandInvocationResponse;
import software.amazon.awssdk.services.ssm.model.InstanceInformation;
import software.amazon.awssdk.services.ssm.model.SendCommandRequest;
import software.amazon.awssdk.services.ssm.model.SendCommandResponse;

/** Run Command of Systems Manager; only documents that run a script, and only instances by their ids. */
final class CommandActions {

    private static final String COMMANDS = "commands";
    private static final String EXECUTION_TIMEOUT = "executionTimeout";

    private CommandActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "SendCommand" ->
                Action.of(
                        SendCommandRequest::builder,
                        SendCommandRequest.class,
                        CommandActions::send,
                        "DocumentName",
                        "InstanceIds",
                        "Parameters",
                        "TimeoutSeconds",
                        "Comment");
            case "GetCommandInvocation" ->
                Action.of(
                        GetCommandInvocationRequest::builder,
                        GetCommandInvocationRequest.class,
                        CommandActions::look,
                        "CommandId",
                        "InstanceId");
            case "DescribeInstanceInformation" ->
                Action.of(
                        DescribeInstanceInformationRequest::builder,
                        DescribeInstanceInformationRequest.class,
                        CommandActions::describe,
                        "Filters",
                        "NextToken");
            default -> null;
        };
    }

    private static SdkPojo send(SendCommandRequest request, RegionalProvider account) {
        Map<String, List<String>> parameters = request.parameters();
        for (String name : parameters.keySet()) {
            if (!Set.of(COMMANDS, EXECUTION_TIMEOUT).contains(name)) {
                throw new WireError("InvalidParameters", "The parameter " + name + " of the document is not imitated");
            }
        }
        var asked = dev.amis.spi.SendCommandRequest.builder();
        asked.documentName(Read.required("DocumentName", request.documentName()))
                .addAllInstanceIds(
                        request.instanceIds().stream().map(InstanceId::of).toList())
                .addAllCommands(parameters.getOrDefault(COMMANDS, List.of()))
                .comment(Optional.ofNullable(request.comment()));
        parameters.getOrDefault(EXECUTION_TIMEOUT, List.of()).stream()
                .findFirst()
                .ifPresent(text -> asked.executionTimeout(seconds(text)));
        if (request.timeoutSeconds() != null) {
            asked.deliveryTimeout(Duration.ofSeconds(request.timeoutSeconds()));
        }
        dev.amis.spi.SendCommandRequest command = asked.build();
        Command answer = Command.builder()
                .commandId(port(account).sendCommand(command))
                .documentName(command.documentName())
                .comment(command.comment().orElse(""))
                .instanceIds(request.instanceIds())
                .parameters(parameters)
                .status("Pending")
                .statusDetails("Pending")
                .targetCount(command.instanceIds().size())
                .completedCount(0)
                .errorCount(0)
                .build();
        return SendCommandResponse.builder().command(answer).build();
    }

    private static Duration seconds(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new WireError("InvalidParameters", "The parameter " + EXECUTION_TIMEOUT + " is '" + text + "'");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }

    private static SdkPojo look(GetCommandInvocationRequest request, RegionalProvider account) {
        CommandInvocation told = port(account)
                .getCommandInvocation(
                        Read.required("CommandId", request.commandId()),
                        InstanceId.of(Read.required("InstanceId", request.instanceId())));
        return GetCommandInvocationResponse.builder()
                .commandId(told.commandId())
                .instanceId(told.instanceId().value())
                .status(told.statusText())
                .statusDetails(told.statusDetails())
                .responseCode(told.exitCode().orElse(-1))
                .standardOutputContent(told.standardOutput())
                .standardErrorContent(told.standardError())
                .build();
    }

    private static SdkPojo describe(DescribeInstanceInformationRequest request, RegionalProvider account) {
        List<InstanceId> ids = request.filters().stream()
                .peek(filter -> {
                    if (!"InstanceIds".equals(filter.key())) {
                        throw new WireError("InvalidFilterKey", "The filter " + filter.key() + " is not imitated");
                    }
                })
                .flatMap(filter -> filter.values().stream())
                .map(InstanceId::of)
                .toList();
        Page<ManagedInstance> page = port(account)
                .describeInstanceInformation(new dev.amis.spi.DescribeInstanceInformationRequest(
                        ids, Optional.ofNullable(request.nextToken())));
        return DescribeInstanceInformationResponse.builder()
                .instanceInformationList(
                        page.items().stream().map(CommandActions::write).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static InstanceInformation write(ManagedInstance instance) {
        return InstanceInformation.builder()
                .instanceId(instance.instanceId().value())
                .pingStatus(instance.pingStatus())
                .platformType(instance.platformType().orElse(null))
                .build();
    }

    private static CommandPort port(RegionalProvider account) {
        return account.commands().orElseThrow();
    }
}
