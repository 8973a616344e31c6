package dev.amis.model;

/**
 * The id of a snapshot, such as {@code snap-0abcdef1234567890}.
 *
 * @param value the id as EC2 writes it: {@code snap-} and 8 or 17 lower-case letters or digits (in practice hexadecimal)
 */
public record SnapshotId(String value) implements ResourceId, Comparable<SnapshotId> {

    /**
     * Wraps an id.
     *
     * @throws IllegalArgumentException if the text does not have the shape of such an id
     */
    public SnapshotId {
        ResourceIds.check("SnapshotId", "snap", value);
    }

    /**
     * Wraps an id.
     *
     * @param value the id as EC2 writes it
     * @return the id
     * @throws IllegalArgumentException if the text does not have the shape of such an id
     */
    public static SnapshotId of(String value) {
        return new SnapshotId(value);
    }

    @Override
    public int compareTo(SnapshotId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
