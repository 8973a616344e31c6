package dev.amis.verify;

import dev.amis.error.InvalidRequestException;
import dev.amis.model.ConsoleOutput;
import dev.amis.model.InstanceId;
import dev.amis.spi.InstanceLifecyclePort;

/** Reads what an instance printed. What was printed just now can be read only on Nitro. */
final class ConsoleReading {

    private ConsoleReading() {}

    static ConsoleOutput of(InstanceLifecyclePort port, InstanceId id) {
        try {
            return port.getConsoleOutput(id, true);
        } catch (InvalidRequestException notNitro) {
            return port.getConsoleOutput(id, false);
        }
    }
}
