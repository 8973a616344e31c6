package dev.amis.model;

/**
 * The version of the instance metadata service that instances of an image must use by default. An open vocabulary: a value that EC2 invents later is carried as it is.
 *
 * @param value EC2's own word
 */
public record ImdsSupport(String value) {

    /** v2.0. */
    public static final ImdsSupport V2_0 = new ImdsSupport("v2.0");

    /**
     * Wraps EC2's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public ImdsSupport {
        Checks.notBlank("ImdsSupport", value);
    }

    /**
     * Wraps EC2's word.
     *
     * @param value EC2's own word
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static ImdsSupport of(String value) {
        return new ImdsSupport(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
