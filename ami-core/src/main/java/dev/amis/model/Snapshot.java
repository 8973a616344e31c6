package dev.amis.model;

import dev.amis.internal.style.AmisStyle;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * A snapshot of an EBS volume: what {@code DescribeSnapshots} says of it.
 *
 * <p>Source: EC2 API Reference, Snapshot.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class Snapshot implements WithSnapshot {

    Snapshot() {}

    /**
     * The id of the snapshot.
     *
     * @return the id, unique in its Region
     */
    public abstract SnapshotId snapshotId();

    /**
     * The Region that the snapshot lives in.
     *
     * @return the Region
     */
    public abstract Region region();

    /**
     * The account that owns the snapshot.
     *
     * @return the owner
     */
    public abstract AccountId ownerId();

    /**
     * The name of a well-known owner.
     *
     * @return for example {@code amazon}
     */
    public abstract Optional<OwnerAlias> ownerAlias();

    /**
     * The state.
     *
     * @return the state, {@link SnapshotState#UNKNOWN} for a word this version does not know
     */
    @Value.Derived
    public SnapshotState state() {
        return SnapshotState.parse(stateText());
    }

    /**
     * EC2's word for the state.
     *
     * @return for example {@code completed}
     */
    public abstract String stateText();

    /**
     * Why making the snapshot failed.
     *
     * @return EC2's words
     */
    public abstract Optional<String> stateMessage();

    /**
     * How far making the snapshot has come, in percent.
     *
     * @return 0 to 100
     */
    public abstract OptionalInt progress();

    /**
     * When making the snapshot began.
     *
     * @return the instant
     */
    public abstract Optional<Instant> startTime();

    /**
     * When the snapshot was whole.
     *
     * @return the instant
     */
    public abstract Optional<Instant> completionTime();

    /**
     * The volume it was made from; copies carry a made-up id.
     *
     * @return the id
     */
    public abstract Optional<VolumeId> volumeId();

    /**
     * The size of the volume in GiB.
     *
     * @return the size; the snapshot itself is billed by the blocks it stores
     */
    public abstract OptionalInt volumeSize();

    /**
     * The size of a full copy of the snapshot in bytes, an upper bound of what it stores.
     *
     * @return the size, if EC2 answers it
     */
    public abstract OptionalLong fullSnapshotSizeInBytes();

    /**
     * Where the snapshot is stored.
     *
     * @return {@code standard} or {@code archive}
     */
    public abstract Optional<StorageTier> storageTier();

    /**
     * When a temporary restore from the archive ends.
     *
     * @return the instant
     */
    public abstract Optional<Instant> restoreExpiryTime();

    /**
     * Whether the snapshot is encrypted.
     *
     * @return whether it is
     */
    @Value.Default
    public boolean encrypted() {
        return false;
    }

    /**
     * The key that the snapshot is encrypted with.
     *
     * @return the ARN of the key
     */
    public abstract Optional<KmsKeyId> kmsKeyId();

    /**
     * The description; EC2 writes where a snapshot comes from into it.
     *
     * @return the text
     */
    public abstract Optional<String> description();

    /**
     * The tags.
     *
     * @return the tags
     */
    @Value.Default
    public Tags tags() {
        return Tags.none();
    }

    /**
     * The ARN of the snapshot; as for every snapshot, its account field is empty.
     *
     * @return for example {@code arn:aws:ec2:eu-west-1::snapshot/snap-0abcdef1234567890}
     */
    public String arn() {
        return "arn:" + region().partition().id() + ":ec2:" + region() + "::snapshot/" + snapshotId();
    }

    /**
     * The snapshot as one line for people; no tag values.
     *
     * @return id, state, size and Region
     */
    @Override
    public String toString() {
        return snapshotId() + " (" + stateText()
                + (volumeSize().isPresent() ? ", " + volumeSize().getAsInt() + " GiB" : "") + ", " + region() + ")";
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Snapshot} values; each attribute can be set once. */
    public static final class Builder extends ImmutableSnapshot.Builder {
        Builder() {}

        /**
         * Sets the state by its constant instead of EC2's word.
         *
         * @param state the state
         * @return this builder
         */
        public Builder state(SnapshotState state) {
            stateText(state.text());
            return this;
        }
    }
}
