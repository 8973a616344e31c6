package dev.amis.spi;

import dev.amis.model.InstanceId;
import java.util.Optional;

/**
 * An instance whose agent has reported to Systems Manager.
 *
 * @param instanceId the instance
 * @param pingStatus SSM's word for whether the agent is connected: {@code Online}, {@code ConnectionLost}, {@code Inactive}
 * @param platformType {@code Linux}, {@code Windows} or {@code MacOS}
 */
public record ManagedInstance(InstanceId instanceId, String pingStatus, Optional<String> platformType) {

    /**
     * Tells whether commands reach it.
     *
     * @return whether the agent is connected
     */
    public boolean isOnline() {
        return pingStatus.equals("Online");
    }
}
