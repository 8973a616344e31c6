package dev.amis.verify;

import dev.amis.error.AmiException;
import dev.amis.error.NotFoundException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.Patience;
import dev.amis.internal.Session;
import dev.amis.model.InstanceId;
import dev.amis.spi.InstanceLifecyclePort;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Terminates instances, together if EC2 takes them so and otherwise one by one, more than once if it must be. */
final class Ending {

    private static final int MOST_REPEATS = 5;

    private final Session session;
    private final InstanceLifecyclePort port;

    Ending(Session session, InstanceLifecyclePort port) {
        this.session = session;
        this.port = port;
    }

    /** Answers those that EC2 took the order for, or does not have any more. */
    Set<InstanceId> end(List<InstanceId> ids) {
        try {
            port.terminateInstances(ids);
            return new LinkedHashSet<>(ids);
        } catch (AmiException together) {
            // One that is refused keeps the others alive.
            Set<InstanceId> ended = new LinkedHashSet<>();
            ids.stream().filter(this::end).forEach(ended::add);
            return ended;
        }
    }

    private boolean end(InstanceId id) {
        Patience patience = new Patience(session, MOST_REPEATS);
        while (true) {
            try {
                port.terminateInstances(List.of(id));
                return true;
            } catch (AmiException refused) {
                if (!pause(patience)) {
                    return refused instanceof NotFoundException;
                }
            }
        }
    }

    private static boolean pause(Patience patience) {
        try {
            return patience.pause();
        } catch (WaitInterruptedException interrupted) {
            return false;
        }
    }
}
