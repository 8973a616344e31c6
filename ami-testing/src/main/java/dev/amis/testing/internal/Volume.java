package dev.amis.testing.internal;

import dev.amis.model.EbsBlockDevice;
import dev.amis.model.InstanceId;
import dev.amis.model.VolumeId;
import java.time.Instant;
import java.util.Optional;

/**
 * A volume as EC2 tells of it.
 *
 * @param volumeId its id
 * @param createTime when it was made
 * @param attributes its size, type, key and the like
 * @param attachment where it is attached
 */
public record Volume(
        VolumeId volumeId, Instant createTime, EbsBlockDevice attributes, Optional<Attachment> attachment) {

    /**
     * Where a volume is attached.
     *
     * @param instance the instance
     * @param deviceName the instance's name of it
     */
    public record Attachment(InstanceId instance, String deviceName) {}

    /** EC2's word for its state. */
    public String status() {
        return attachment.isPresent() ? "in-use" : "available";
    }
}
