package dev.amis.model;

/**
 * The id of a launch template, such as {@code lt-0abcdef1234567890}.
 *
 * @param value the id as EC2 writes it: {@code lt-} and 8 or 17 lower-case letters or digits (in practice hexadecimal)
 */
public record LaunchTemplateId(String value) implements Comparable<LaunchTemplateId> {

    /**
     * Wraps an id.
     *
     * @throws IllegalArgumentException if the text does not have the shape of such an id
     */
    public LaunchTemplateId {
        ResourceIds.check("LaunchTemplateId", "lt", value);
    }

    /**
     * Wraps an id.
     *
     * @param value the id as EC2 writes it
     * @return the id
     * @throws IllegalArgumentException if the text does not have the shape of such an id
     */
    public static LaunchTemplateId of(String value) {
        return new LaunchTemplateId(value);
    }

    @Override
    public int compareTo(LaunchTemplateId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
