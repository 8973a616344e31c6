package dev.amis.create;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.InvalidRequestException;
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

/** The script that prepares an instance for its image, run by Systems Manager. */
final class SourcePreparation {

    private final Session session;
    private final Instant deadline;

    SourcePreparation(Session session, Instant deadline) {
        this.session = session;
        this.deadline = deadline;
    }

    void run(Instance instance, GuestScript script) {
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
        CommandInvocation told = commands.run(SendCommandRequest.builder()
                        .documentName(script.language().ssmDocument())
                        .addInstanceId(id)
                        .addAllCommands(script.lines())
                        .comment("amis: prepare for an image")
                        .build())
                .get(id);
        if (told == null || told.status() != CommandStatus.SUCCESS) {
            throw new ConflictException(failure(
                            instance,
                            "the script that prepares it did not succeed: "
                                    + (told == null
                                            ? "nothing is known of it"
                                            : told.statusDetails() + ", " + last(told)))
                    .advice("Look at what it printed, put that right, and run the bake again")
                    .build());
        }
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
