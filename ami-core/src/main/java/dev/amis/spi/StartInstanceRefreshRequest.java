package dev.amis.spi;

import dev.amis.model.GroupLaunchSource;
import dev.amis.model.RefreshPreferences;
import dev.amis.model.ScaleInProtectedInstances;
import dev.amis.model.StandbyInstances;
import java.util.Optional;

/**
 * Replacing the instances of an Auto Scaling group.
 *
 * @param name the group
 * @param desiredConfiguration what the group launches from as soon as the refresh has succeeded, and the refresh itself from
 *     the start; nothing leaves it as it is. Not a launch configuration
 * @param preferences how to go about it
 */
public record StartInstanceRefreshRequest(
        String name, Optional<GroupLaunchSource> desiredConfiguration, RefreshPreferences preferences) {

    /**
     * Makes a request.
     *
     * @throws IllegalArgumentException if a launch configuration is desired, which Auto Scaling does not take, or it shall go
     *     back by itself without being told what to launch from, or a choice is a word that is not known
     */
    public StartInstanceRefreshRequest {
        if (desiredConfiguration
                .filter(GroupLaunchSource.Configuration.class::isInstance)
                .isPresent()) {
            throw new IllegalArgumentException(
                    "desiredConfiguration is a launch configuration, but must be a launch template or a mixed instances policy");
        }
        if (preferences.autoRollback() && desiredConfiguration.isEmpty()) {
            throw new IllegalArgumentException("autoRollback is true, but needs a desiredConfiguration");
        }
        if (preferences.scaleInProtectedInstances().equals(Optional.of(ScaleInProtectedInstances.UNKNOWN))
                || preferences.standbyInstances().equals(Optional.of(StandbyInstances.UNKNOWN))) {
            throw new IllegalArgumentException(
                    "scaleInProtectedInstances or standbyInstances is unknown, but must be a word of Auto Scaling");
        }
    }
}
