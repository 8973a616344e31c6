package dev.amis.spi;

import dev.amis.model.Tags;
import dev.amis.model.VolumeId;
import java.util.Optional;

/**
 * Making a snapshot of a volume. EC2 takes no client token for it.
 *
 * @param volumeId the volume
 * @param description the description, up to 255 characters
 * @param tags the tags of the snapshot to be
 */
public record CreateSnapshotRequest(VolumeId volumeId, Optional<String> description, Tags tags) {

    /**
     * Makes a request.
     *
     * @throws IllegalArgumentException if the description is too long, or EC2 would refuse a tag
     */
    public CreateSnapshotRequest {
        RequestChecks.description(description);
        RequestChecks.tags(tags);
    }
}
