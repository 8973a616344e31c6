package dev.amis.model;

/**
 * The id of an image, such as {@code ami-0abcdef1234567890}.
 *
 * @param value the id as EC2 writes it: {@code ami-} and 8 or 17 lower-case letters or digits (in practice hexadecimal)
 */
public record ImageId(String value) implements ResourceId, Comparable<ImageId> {

    /**
     * Wraps an id.
     *
     * @throws IllegalArgumentException if the text does not have the shape of such an id
     */
    public ImageId {
        ResourceIds.check("ImageId", "ami", value);
    }

    /**
     * Wraps an id.
     *
     * @param value the id as EC2 writes it
     * @return the id
     * @throws IllegalArgumentException if the text does not have the shape of such an id
     */
    public static ImageId of(String value) {
        return new ImageId(value);
    }

    @Override
    public int compareTo(ImageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
