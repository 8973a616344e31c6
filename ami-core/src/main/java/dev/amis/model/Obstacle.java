package dev.amis.model;

/**
 * One thing that stands, or may stand, in the way of what is to be done with an image; {@link Obstacles} finds them.
 *
 * @param cause the kind of thing
 * @param certain true if EC2 refuses; false if it depends on what is not known here, such as a key's policy
 * @param message a sentence without its full stop: what stands in the way, and the way around it if there is one
 */
public record Obstacle(Cause cause, boolean certain, String message) {

    /** The kinds of things that stand in the way. */
    public enum Cause {
        /** The image or a snapshot is in a state that does not allow it. */
        STATE,
        /** Deregistration protection. */
        PROTECTION,
        /** Something is encrypted that may not be. */
        ENCRYPTION,
        /** The key that encrypts a snapshot. */
        KEY,
        /** A product code, or a billing code of the platform. */
        PRODUCT_CODE,
        /** A watermark. */
        WATERMARK,
        /** A snapshot that is in the archive. */
        ARCHIVED,
        /** AWS Backup keeps the image. */
        BACKUP,
        /** The other side is in another partition. */
        PARTITION,
        /** A snapshot that could not be seen. */
        UNSEEN
    }

    static Obstacle certain(Cause cause, String message) {
        return new Obstacle(cause, true, message);
    }

    static Obstacle possible(Cause cause, String message) {
        return new Obstacle(cause, false, message);
    }

    @Override
    public String toString() {
        return certain ? message : message + " (possibly)";
    }
}
