package dev.amis.model;

/**
 * How an image is virtualized. An open vocabulary: a value that EC2 invents later is carried as it is.
 *
 * @param value EC2's own word
 */
public record VirtualizationType(String value) {

    /** hvm. */
    public static final VirtualizationType HVM = new VirtualizationType("hvm");

    /** paravirtual. */
    public static final VirtualizationType PARAVIRTUAL = new VirtualizationType("paravirtual");

    /**
     * Wraps EC2's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public VirtualizationType {
        Checks.notBlank("VirtualizationType", value);
    }

    /**
     * Wraps EC2's word.
     *
     * @param value EC2's own word
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static VirtualizationType of(String value) {
        return new VirtualizationType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
