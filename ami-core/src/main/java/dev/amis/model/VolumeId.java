package dev.amis.model;

/**
 * The id of a volume, such as {@code vol-0abcdef1234567890}.
 *
 * @param value the id as EC2 writes it: {@code vol-} and 8 or 17 lower-case letters or digits (in practice hexadecimal)
 */
public record VolumeId(String value) implements Comparable<VolumeId> {

    /**
     * Wraps an id.
     *
     * @throws IllegalArgumentException if the text does not have the shape of such an id
     */
    public VolumeId {
        ResourceIds.check("VolumeId", "vol", value);
    }

    /**
     * Wraps an id.
     *
     * @param value the id as EC2 writes it
     * @return the id
     * @throws IllegalArgumentException if the text does not have the shape of such an id
     */
    public static VolumeId of(String value) {
        return new VolumeId(value);
    }

    @Override
    public int compareTo(VolumeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
