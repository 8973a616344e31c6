package dev.amis.internal;

import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.model.InstanceId;
import dev.amis.spi.CommandInvocation;
import dev.amis.spi.CommandPort;
import dev.amis.spi.DescribeInstanceInformationRequest;
import dev.amis.spi.ManagedInstance;
import dev.amis.spi.SendCommandRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs scripts on instances by Systems Manager and waits for their end. */
public final class RemoteCommands {

    private static final int MOST_REPEATS = 2;

    private final Session session;
    private final CommandPort port;
    private final Instant deadline;

    /**
     * Prepares to run scripts; no call is made.
     *
     * @param session the account, in the Region of the instances
     * @param deadline when waiting ends
     * @throws UnsupportedCapabilityException if the provider runs no commands
     */
    public RemoteCommands(Session session, Instant deadline) {
        this.session = session;
        this.port = session.here()
                .commands()
                .orElseThrow(() -> new UnsupportedCapabilityException(
                        Failure.of("ssm:SendCommand", "the provider runs no commands on instances")
                                .region(session.region())
                                .build()));
        this.deadline = deadline;
    }

    /**
     * Waits until instances are managed and connected.
     *
     * @param ids the instances, at most 50
     * @return those that came to be, by their ids
     */
    public Map<InstanceId, ManagedInstance> awaitManaged(List<InstanceId> ids) {
        Polling polling = new Polling(session, "await Systems Manager", deadline);
        Map<InstanceId, ManagedInstance> online = new LinkedHashMap<>();
        do {
            Pages.all(
                            "ssm:DescribeInstanceInformation",
                            token -> port.describeInstanceInformation(
                                    new DescribeInstanceInformationRequest(ids, token)))
                    .stream()
                    .filter(ManagedInstance::isOnline)
                    .forEach(one -> online.put(one.instanceId(), one));
        } while (online.size() < ids.size() && polling.pause());
        return online;
    }

    /**
     * Sends a script and waits until it has ended everywhere.
     *
     * @param request the script, and where
     * @return what is known of it on each instance; one that has not ended by the deadline may be missing
     */
    public Map<InstanceId, CommandInvocation> run(SendCommandRequest request) {
        return await(send(request), request.instanceIds());
    }

    /**
     * Waits until a command has ended everywhere.
     *
     * @param command the command
     * @param instanceIds where it was sent
     * @return what is known of it on each instance; one that has not ended by the deadline may be missing
     * @throws NotFoundException if it went to none of them, or is forgotten
     */
    public Map<InstanceId, CommandInvocation> await(String command, List<InstanceId> instanceIds) {
        Polling polling = new Polling(session, "await command", deadline);
        Map<InstanceId, CommandInvocation> told = new LinkedHashMap<>();
        List<InstanceId> open = new ArrayList<>(instanceIds);
        do {
            for (InstanceId id : List.copyOf(open)) {
                look(command, id, polling, told);
            }
            open.removeIf(id -> told.containsKey(id) && told.get(id).status().isEnd());
        } while (!open.isEmpty() && polling.pause());
        return told;
    }

    private void look(String command, InstanceId id, Polling polling, Map<InstanceId, CommandInvocation> told) {
        try {
            told.put(id, port.getCommandInvocation(command, id));
        } catch (NotFoundException notYet) {
            if (!polling.mayBeInvisible()) {
                throw notYet;
            }
        }
    }

    /**
     * Sends a script. If the answer is lost, it is sent again, and may run twice.
     *
     * @param request the script, and where
     * @return the command
     */
    public String send(SendCommandRequest request) {
        Patience patience = new Patience(session, MOST_REPEATS);
        while (true) {
            try {
                return port.sendCommand(request);
            } catch (OutcomeUnknownException lost) {
                if (!patience.pause()) {
                    throw lost;
                }
            }
        }
    }
}
