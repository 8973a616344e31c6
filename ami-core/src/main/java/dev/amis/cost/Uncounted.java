package dev.amis.cost;

import dev.amis.model.Region;

/**
 * Something that costs money, or may, and is in no sum.
 *
 * @param region where it is
 * @param kind what it is
 * @param what its id, or a few words
 * @param why why it could not be counted
 */
public record Uncounted(Region region, Kind kind, String what, String why) {

    /** What could not be counted. */
    public enum Kind {
        /** All images of a Region. */
        IMAGES,
        /** A snapshot that could not be read. */
        SNAPSHOT,
        /** Snapshots that have no known price. */
        PRICE,
        /** What the Recycle Bin holds; EC2 tells no sizes of it. */
        RECYCLE_BIN,
        /** What a plan removes and the estimate does not know. */
        ACTION
    }

    @Override
    public String toString() {
        return what + " in " + region + ": " + why;
    }
}
