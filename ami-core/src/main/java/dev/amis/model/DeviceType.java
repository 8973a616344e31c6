package dev.amis.model;

/**
 * What an image keeps its root device on. An open vocabulary: a value that EC2 invents later is carried as it is.
 *
 * @param value EC2's own word
 */
public record DeviceType(String value) {

    /** ebs. */
    public static final DeviceType EBS = new DeviceType("ebs");

    /** instance-store. */
    public static final DeviceType INSTANCE_STORE = new DeviceType("instance-store");

    /**
     * Wraps EC2's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public DeviceType {
        Checks.notBlank("DeviceType", value);
    }

    /**
     * Wraps EC2's word.
     *
     * @param value EC2's own word
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static DeviceType of(String value) {
        return new DeviceType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
