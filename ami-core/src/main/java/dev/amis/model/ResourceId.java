package dev.amis.model;

/** The id of an image or of a snapshot: of what can be decided about and removed. */
public sealed interface ResourceId permits ImageId, SnapshotId {

    /**
     * The id as EC2 writes it, of which the beginning tells the kind.
     *
     * @return for example {@code ami-0abcdef1234567890}
     */
    String value();
}
