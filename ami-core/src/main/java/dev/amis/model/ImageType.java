package dev.amis.model;

/**
 * What kind of image it is; AMIs are machines. An open vocabulary: a value that EC2 invents later is carried as it is.
 *
 * @param value EC2's own word
 */
public record ImageType(String value) {

    /** machine. */
    public static final ImageType MACHINE = new ImageType("machine");

    /** kernel. */
    public static final ImageType KERNEL = new ImageType("kernel");

    /** ramdisk. */
    public static final ImageType RAMDISK = new ImageType("ramdisk");

    /**
     * Wraps EC2's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public ImageType {
        Checks.notBlank("ImageType", value);
    }

    /**
     * Wraps EC2's word.
     *
     * @param value EC2's own word
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static ImageType of(String value) {
        return new ImageType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
