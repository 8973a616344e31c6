package dev.amis.model;

import dev.amis.internal.style.AmisStyle;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The attributes of an EBS volume in a block device mapping. What is not set is left to EC2.
 *
 * <p>Source: EC2 API Reference, EbsBlockDevice.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class EbsBlockDevice implements WithEbsBlockDevice {

    EbsBlockDevice() {}

    /**
     * The snapshot that the volume is made from.
     *
     * @return its id; nothing for an empty volume
     */
    public abstract Optional<SnapshotId> snapshotId();

    /**
     * The size of the volume in GiB.
     *
     * @return the size; nothing stands for the size of the snapshot
     */
    public abstract OptionalInt volumeSize();

    /**
     * The type of the volume.
     *
     * @return the type; nothing stands for EC2's default, {@code gp2}
     */
    public abstract Optional<VolumeType> volumeType();

    /**
     * The input and output operations per second that the volume is provisioned with.
     *
     * @return the rate; only for {@code io1}, {@code io2} (required) and {@code gp3}
     */
    public abstract OptionalInt iops();

    /**
     * The throughput in MiB/s that the volume is provisioned with.
     *
     * @return the throughput; only for {@code gp3}
     */
    public abstract OptionalInt throughput();

    /**
     * Whether the volume is encrypted.
     *
     * @return nothing leaves it to the snapshot and the account's default
     */
    public abstract Optional<Boolean> encrypted();

    /**
     * The key that the volume is encrypted with.
     *
     * @return the key; EC2 never answers it in an image's mappings, the snapshot tells it
     */
    public abstract Optional<KmsKeyId> kmsKeyId();

    /**
     * Whether the volume goes when its instance is terminated.
     *
     * @return nothing stands for EC2's default: true for the root volume, false for others
     */
    public abstract Optional<Boolean> deleteOnTermination();

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link EbsBlockDevice} values; each attribute can be set once. */
    public static final class Builder extends ImmutableEbsBlockDevice.Builder {
        Builder() {}
    }
}
