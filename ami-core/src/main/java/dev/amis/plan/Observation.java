package dev.amis.plan;

import dev.amis.model.CreateVolumePermission;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.ImdsSupport;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Snapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the account says of the target of an action right now.
 *
 * @param isThere whether it can be seen at all
 * @param requiresImdsV2 whether it is an image whose instances require IMDSv2
 * @param facts all that was read, in the words of a plan
 */
record Observation(boolean isThere, boolean requiresImdsV2, Facts facts) {

    static final Observation GONE = new Observation(
            false, false, Facts.builder().state(ImageState.DEREGISTERED).build());

    /** What is there of an image; its launch permissions only if they were read. */
    static Observation of(Image image, Optional<Set<LaunchPermission>> launchPermissions) {
        if (image.state() == ImageState.DEREGISTERED) {
            return GONE;
        }
        Facts facts = Facts.builder()
                .state(image.state())
                .deprecationTime(image.deprecationTime().orElse(Instant.MIN))
                .protection(image.deregistrationProtection())
                .lastLaunchedTime(image.lastLaunchedTime().orElse(Instant.MIN))
                .tags(image.tags())
                .description(image.description().orElse(""))
                .launchPermissions(launchPermissions)
                .build();
        return new Observation(
                true, image.imdsSupport().filter(ImdsSupport.V2_0::equals).isPresent(), facts);
    }

    static Observation of(Snapshot snapshot) {
        return new Observation(
                true, false, Facts.builder().tags(snapshot.tags()).build());
    }

    static Observation ofSnapshotPermissions(Set<CreateVolumePermission> permissions) {
        return new Observation(
                true, false, Facts.builder().snapshotPermissions(permissions).build());
    }
}
