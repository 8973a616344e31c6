package dev.amis.model;

/**
 * The version of NitroTPM that an image supports. An open vocabulary: a value that EC2 invents later is carried as it is.
 *
 * @param value EC2's own word
 */
public record TpmSupport(String value) {

    /** v2.0. */
    public static final TpmSupport V2_0 = new TpmSupport("v2.0");

    /**
     * Wraps EC2's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public TpmSupport {
        Checks.notBlank("TpmSupport", value);
    }

    /**
     * Wraps EC2's word.
     *
     * @param value EC2's own word
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static TpmSupport of(String value) {
        return new TpmSupport(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
