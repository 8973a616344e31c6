package dev.amis.spi;

/** What a rule of the Recycle Bin keeps. */
public enum RecycleBinResourceType {
    /** Images, {@code EC2_IMAGE}. */
    EC2_IMAGE,
    /** Snapshots, {@code EBS_SNAPSHOT}. */
    EBS_SNAPSHOT
}
