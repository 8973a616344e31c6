package dev.amis.model;

/**
 * The processor architecture that an image is built for. An open vocabulary: a value that EC2 invents later is carried as it is.
 *
 * @param value EC2's own word
 */
public record Architecture(String value) {

    /** i386. */
    public static final Architecture I386 = new Architecture("i386");

    /** x86_64. */
    public static final Architecture X86_64 = new Architecture("x86_64");

    /** arm64. */
    public static final Architecture ARM64 = new Architecture("arm64");

    /** x86_64_mac. */
    public static final Architecture X86_64_MAC = new Architecture("x86_64_mac");

    /** arm64_mac. */
    public static final Architecture ARM64_MAC = new Architecture("arm64_mac");

    /**
     * Wraps EC2's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public Architecture {
        Checks.notBlank("Architecture", value);
    }

    /**
     * Wraps EC2's word.
     *
     * @param value EC2's own word
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static Architecture of(String value) {
        return new Architecture(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
