package dev.amis.model;

/**
 * How an image wants its instances to boot. An open vocabulary: a value that EC2 invents later is carried as it is.
 *
 * @param value EC2's own word
 */
public record BootMode(String value) {

    /** legacy-bios. */
    public static final BootMode LEGACY_BIOS = new BootMode("legacy-bios");

    /** uefi. */
    public static final BootMode UEFI = new BootMode("uefi");

    /** uefi-preferred. */
    public static final BootMode UEFI_PREFERRED = new BootMode("uefi-preferred");

    /**
     * Wraps EC2's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public BootMode {
        Checks.notBlank("BootMode", value);
    }

    /**
     * Wraps EC2's word.
     *
     * @param value EC2's own word
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static BootMode of(String value) {
        return new BootMode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
