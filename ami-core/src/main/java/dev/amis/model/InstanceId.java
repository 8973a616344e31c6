package dev.amis.model;

/**
 * The id of an instance, such as {@code i-0abcdef1234567890}.
 *
 * @param value the id as EC2 writes it: {@code i-} and 8 or 17 lower-case letters or digits (in practice hexadecimal)
 */
public record InstanceId(String value) implements Comparable<InstanceId> {

    /**
     * Wraps an id.
     *
     * @throws IllegalArgumentException if the text does not have the shape of such an id
     */
    public InstanceId {
        ResourceIds.check("InstanceId", "i", value);
    }

    /**
     * Wraps an id.
     *
     * @param value the id as EC2 writes it
     * @return the id
     * @throws IllegalArgumentException if the text does not have the shape of such an id
     */
    public static InstanceId of(String value) {
        return new InstanceId(value);
    }

    @Override
    public int compareTo(InstanceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
