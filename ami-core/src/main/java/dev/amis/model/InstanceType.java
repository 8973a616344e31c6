package dev.amis.model;

/**
 * A type of instance, such as {@code m7g.large}. An open vocabulary: a value that EC2 invents later is carried as it is.
 *
 * @param value EC2's own word
 */
public record InstanceType(String value) {

    /**
     * Wraps EC2's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public InstanceType {
        Checks.notBlank("InstanceType", value);
    }

    /**
     * Wraps EC2's word.
     *
     * @param value EC2's own word
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static InstanceType of(String value) {
        return new InstanceType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
