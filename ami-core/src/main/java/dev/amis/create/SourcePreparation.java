package dev.amis.create;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.error.WaitTimeoutException;
import dev.amis.guest.GuestScript;
import dev.amis.internal.RemoteCommands;
import dev.amis.internal.Session;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.spi.CommandInvocation;
import dev.amis.spi.CommandStatus;
import dev.amis.spi.SendCommandRequest;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The script that prepares an instance for its image, run by Systems Manager. */
final class SourcePreparation {

    private final Session session;
    private final Instant deadline;

    SourcePreparation(Session session, Instant deadline) {
        this.session = session;
        this.deadline = deadline;
    }

    void run(Instance instance, GuestScript script, Consumer<String> sent) {
        if (instance.state() != InstanceState.RUNNING) {
            throw new ConflictException(failure(
                            instance,
                            "it is " + instance.stateText() + ", and a script runs only on a running instance")
                    .advice("Start it first, or bake without preparing")
                    .build());
        }
        RemoteCommands commands = new RemoteCommands(session, deadline);
        InstanceId id = instance.instanceId();
        if (commands.awaitManaged(List.of(id)).isEmpty()) {
            throw new InvalidRequestException(failure(
                            instance, "Systems Manager does not manage it, so no script can be run")
                    .advice("It needs the agent, an instance profile that lets it in, and a way to the endpoints")
                    .build());
        }
        String command = commands.send(SendCommandRequest.builder()
                .documentName(script.language().ssmDocument())
                .addInstanceId(id)
                .addAllCommands(script.lines())
                .comment("amis: prepare for an image")
                .build());
        sent.accept(command);
        CommandInvocation told = ended(instance, command, "the script that prepares it");
        if (told.status() != CommandStatus.SUCCESS) {
            throw new ConflictException(failure(
                            instance,
                            "the script that prepares it did not succeed: " + told.statusDetails() + ", " + last(told))
                    .advice("Look at what it printed, put that right, and run the bake again")
                    .build());
        }
    }

    /** Waits until a command that an earlier run sent is at its end, however that is; it is sent again anyway. */
    void awaitEnd(Instance instance, String command) {
        try {
            ended(instance, command, "the script of an earlier run");
        } catch (NotFoundException forgotten) {
            return;
        }
    }

    private CommandInvocation ended(Instance instance, String command, String what) {
        CommandInvocation told = new RemoteCommands(session, deadline)
                .await(command, List.of(instance.instanceId()))
                .get(instance.instanceId());
        if (told == null || !told.status().isEnd()) {
            String state = told == null ? "not known of" : told.statusDetails();
            throw new WaitTimeoutException(failure(instance, what + ", command " + command + ", is still " + state)
                    .advice("Wait for it, or cancel the command, and run the bake again")
                    .build());
        }
        return told;
    }

    /** The last line that the script printed: guest scripts fail loudly there. */
    private static String last(CommandInvocation told) {
        String printed = told.standardError().isBlank() ? told.standardOutput() : told.standardError();
        return printed.lines()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .orElse("and it printed nothing");
    }

    private static Failure.Builder failure(Instance instance, String reason) {
        return Failure.of("bake", reason)
                .resource(instance.instanceId().value())
                .region(instance.region());
    }
}
