package dev.amis.model;

/**
 * The hypervisor that an image names; images for Nitro say {@code xen} as well. An open vocabulary: a value that EC2 invents later is carried as it is.
 *
 * @param value EC2's own word
 */
public record Hypervisor(String value) {

    /** ovm. */
    public static final Hypervisor OVM = new Hypervisor("ovm");

    /** xen. */
    public static final Hypervisor XEN = new Hypervisor("xen");

    /**
     * Wraps EC2's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public Hypervisor {
        Checks.notBlank("Hypervisor", value);
    }

    /**
     * Wraps EC2's word.
     *
     * @param value EC2's own word
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static Hypervisor of(String value) {
        return new Hypervisor(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
