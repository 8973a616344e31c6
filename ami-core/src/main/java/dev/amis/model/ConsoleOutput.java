package dev.amis.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What an instance printed on its serial console, decoded.
 *
 * @param instanceId the instance
 * @param text what it printed, up to 64 KiB of the end; nothing where EC2 has none yet
 * @param timestamp when it was taken
 */
public record ConsoleOutput(InstanceId instanceId, Optional<String> text, Optional<Instant> timestamp) {

    /** How much there is; the text itself may hold what is not for every eye. */
    @Override
    public String toString() {
        return instanceId + " console of " + text.map(String::length).orElse(0) + " characters"
                + timestamp.map(at -> " at " + at).orElse("");
    }
}
