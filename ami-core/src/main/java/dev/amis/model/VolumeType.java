package dev.amis.model;

/**
 * The type of an EBS volume. An open vocabulary: a value that EC2 invents later is carried as it is.
 *
 * @param value EC2's own word
 */
public record VolumeType(String value) {

    /** standard. */
    public static final VolumeType STANDARD = new VolumeType("standard");

    /** io1. */
    public static final VolumeType IO1 = new VolumeType("io1");

    /** io2. */
    public static final VolumeType IO2 = new VolumeType("io2");

    /** gp2. */
    public static final VolumeType GP2 = new VolumeType("gp2");

    /** gp3. */
    public static final VolumeType GP3 = new VolumeType("gp3");

    /** sc1. */
    public static final VolumeType SC1 = new VolumeType("sc1");

    /** st1. */
    public static final VolumeType ST1 = new VolumeType("st1");

    /**
     * Wraps EC2's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public VolumeType {
        Checks.notBlank("VolumeType", value);
    }

    /**
     * Wraps EC2's word.
     *
     * @param value EC2's own word
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static VolumeType of(String value) {
        return new VolumeType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
