package dev.amis.testing.internal;

import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.StatusCheck;
import dev.amis.spi.CommandInvocation;
import dev.amis.spi.CommandStatus;
import dev.amis.spi.DescribeInstanceInformationRequest;
import dev.amis.spi.ManagedInstance;
import dev.amis.spi.Page;
import dev.amis.spi.SendCommandRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Run Command of Systems Manager. Nothing is executed: a command is written down and ends as it was arranged. An instance is
 * managed as soon as it has booted; roles and networks are not looked at.
 */
public final class RunCommand {

    private static final String SERVICE = "ssm";
    private static final int LONGEST_OUTPUT = 24_000;
    private static final int LONGEST_ERROR = 8_000;

    private final World world;
    private final Paging paging;

    public RunCommand(World world) {
        this.world = world;
        this.paging = new Paging(world);
    }

    public String sendCommand(Caller caller, SendCommandRequest request) {
        Call asked = caller.call(SERVICE, "SendCommand").about(request.instanceIds());
        return world.answer(asked, call -> send(call, request));
    }

    public CommandInvocation getCommandInvocation(Caller caller, String commandId, InstanceId instanceId) {
        Call asked =
                caller.call(SERVICE, "GetCommandInvocation").about(commandId).about(instanceId);
        return world.answer(asked, call -> look(call, commandId, instanceId));
    }

    public Page<ManagedInstance> describeInstanceInformation(
            Caller caller, DescribeInstanceInformationRequest request) {
        Call asked = caller.call(SERVICE, "DescribeInstanceInformation").about(request.instanceIds());
        return world.answer(asked, call -> {
            world.permit(call);
            return paging.page(
                    world.in(call.region())
                            .instances()
                            .of(call.account())
                            .filter(record -> isManaged(call, record))
                            .filter(record -> request.instanceIds().isEmpty()
                                    || request.instanceIds().contains(record.instanceId()))
                            .map(record -> managed(record.instance()))
                            .toList(),
                    new Paging.Ask(OptionalInt.of(DescribeInstanceInformationRequest.MOST), request.nextToken()));
        });
    }

    /** Arranges how commands end. */
    public void answer(Caller caller, CommandOutcome outcome) {
        world.arrange(() -> {
            book(caller.call(SERVICE, "SendCommand")).add(outcome);
            return outcome;
        });
    }

    /** Arranges whether instances are managed. */
    public void managing(Caller caller, boolean on) {
        world.arrange(() -> {
            book(caller.call(SERVICE, "SendCommand")).managing(on);
            return on;
        });
    }

    /** What was sent so far. */
    public List<SendCommandRequest> sent(Caller caller) {
        return world.arrange(() -> book(caller.call(SERVICE, "SendCommand")).requests());
    }

    private String send(Call call, SendCommandRequest request) {
        if (!request.documentName().equals(SendCommandRequest.SHELL)
                && !request.documentName().equals(SendCommandRequest.POWERSHELL)) {
            throw new Ec2Error("InvalidDocument", "Document with name " + request.documentName() + " does not exist.");
        }
        if (Set.copyOf(request.instanceIds()).size() < request.instanceIds().size()) {
            throw new Ec2Error(
                    "DuplicateInstanceId", "You cannot specify an instance ID in more than one association.");
        }
        List<InstanceId> unmanaged = request.instanceIds().stream()
                .filter(id -> world.in(call.region())
                        .instances()
                        .find(id.value())
                        .filter(record -> record.isOwnedBy(call.account()) && isManaged(call, record))
                        .isEmpty())
                .toList();
        if (!unmanaged.isEmpty()) {
            throw new Ec2Error(
                    "InvalidInstanceId",
                    "Instances " + unmanaged + " not in a valid state for account " + call.account());
        }
        checkPlatform(call, request);
        world.permit(call);
        CommandBook book = book(call);
        String id = uuid(book.requests().size() + 1);
        book.add(id, new CommandBook.Sent(request, world.now(), book.outcomeOf(request)));
        return id;
    }

    /** The shell's document is not for Windows; that of PowerShell is for all. */
    private void checkPlatform(Call call, SendCommandRequest request) {
        List<InstanceId> windows = request.instanceIds().stream()
                .filter(id -> world.in(call.region())
                        .instances()
                        .find(id.value())
                        .filter(record -> record.instance().platform().isPresent())
                        .isPresent())
                .toList();
        if (request.documentName().equals(SendCommandRequest.SHELL) && !windows.isEmpty()) {
            throw new Ec2Error(
                    "UnsupportedPlatformType",
                    "The document " + request.documentName() + " is not for the platform of " + windows + ".");
        }
    }

    private CommandInvocation look(Call call, String commandId, InstanceId instanceId) {
        CommandBook.Sent sent = book(call)
                .find(commandId)
                .filter(command -> command.request().instanceIds().contains(instanceId))
                .orElseThrow(() -> new Ec2Error(
                        "InvocationDoesNotExist",
                        "The command " + commandId + " has no invocation on " + instanceId + "."));
        world.permit(call);
        CommandInvocation.Builder told = CommandInvocation.builder();
        told.commandId(commandId).instanceId(instanceId);
        CommandOutcome outcome = sent.outcome();
        Duration allowed = sent.request().executionTimeout();
        boolean tooLong = outcome.takes().compareTo(allowed) > 0;
        if (world.now().isBefore(sent.at().plus(tooLong ? allowed : outcome.takes()))) {
            return told.status(CommandStatus.IN_PROGRESS).build();
        }
        if (tooLong) {
            // What EC2 tells of the exit code is UNVERIFIED.
            return told.status(CommandStatus.TIMED_OUT)
                    .statusDetails("Execution Timed Out")
                    .build();
        }
        return told.status(outcome.exitCode() == 0 ? CommandStatus.SUCCESS : CommandStatus.FAILED)
                .exitCode(outcome.exitCode())
                .standardOutput(cut(outcome.output(), LONGEST_OUTPUT))
                .standardError(cut(outcome.error(), LONGEST_ERROR))
                .build();
    }

    private CommandBook book(Call call) {
        return world.holding(call).commands();
    }

    private boolean isManaged(Call call, InstanceRecord record) {
        return book(call).isManaging() && record.is(InstanceState.RUNNING) && record.check() == StatusCheck.OK;
    }

    private static ManagedInstance managed(Instance instance) {
        String platform = instance.platform().isPresent() ? "Windows" : "Linux";
        return new ManagedInstance(instance.instanceId(), "Online", Optional.of(platform));
    }

    /** SSM's ids are UUIDs; these count, which shows in a log. */
    private static String uuid(int number) {
        return String.format(Locale.ROOT, "00000000-0000-4000-8000-%012x", number);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
