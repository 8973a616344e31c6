package dev.amis.model;

/**
 * Where a snapshot is stored. An open vocabulary: a value that EC2 invents later is carried as it is.
 *
 * @param value EC2's own word
 */
public record StorageTier(String value) {

    /** standard. */
    public static final StorageTier STANDARD = new StorageTier("standard");

    /** archive. */
    public static final StorageTier ARCHIVE = new StorageTier("archive");

    /**
     * Wraps EC2's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public StorageTier {
        Checks.notBlank("StorageTier", value);
    }

    /**
     * Wraps EC2's word.
     *
     * @param value EC2's own word
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static StorageTier of(String value) {
        return new StorageTier(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
