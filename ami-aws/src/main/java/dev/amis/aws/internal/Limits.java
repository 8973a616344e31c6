package dev.amis.aws.internal;

import java.util.Map;

/**
 * The sizes of EC2's token buckets, one for each action of an account in a Region.
 *
 * <p>Source: EC2 Developer Guide, "Request throttling for the Amazon EC2 API".
 *
 * @param capacity how many calls may come at once
 * @param refillPerSecond how many calls come back each second
 */
public record Limits(int capacity, double refillPerSecond) {

    private static final Limits READING = new Limits(100, 20);
    private static final Limits READING_ALL = new Limits(50, 10);
    private static final Limits CHANGING = new Limits(50, 5);
    private static final Limits COMMON = new Limits(100, 5);
    private static final Limits TAGGING = new Limits(100, 10);
    private static final Limits RUNNING = new Limits(5, 2);
    private static final Limits GUARDING = new Limits(1, 0.1);

    private static final Map<String, Limits> ACTIONS = Map.ofEntries(
            Map.entry("CopyImage", new Limits(100, 1)),
            Map.entry("CreateLaunchTemplateVersion", COMMON),
            Map.entry("ModifyLaunchTemplate", COMMON),
            Map.entry("CreateSnapshot", COMMON),
            Map.entry("CreateSnapshots", COMMON),
            Map.entry("DeleteSnapshot", COMMON),
            Map.entry("CreateVolume", COMMON),
            Map.entry("DeleteVolume", COMMON),
            Map.entry("DeregisterImage", COMMON),
            Map.entry("ModifyImageAttribute", COMMON),
            Map.entry("ModifySnapshotAttribute", COMMON),
            Map.entry("TerminateInstances", COMMON),
            Map.entry("CreateTags", TAGGING),
            Map.entry("DeleteTags", TAGGING),
            Map.entry("RunInstances", RUNNING),
            Map.entry("StartInstances", RUNNING),
            Map.entry("EnableImageBlockPublicAccess", GUARDING),
            Map.entry("DisableImageBlockPublicAccess", GUARDING),
            Map.entry(Call.everything("DescribeInstances").bucket(), READING_ALL),
            Map.entry(Call.everything("DescribeSnapshots").bucket(), READING_ALL));

    /**
     * The documented limits of a bucket.
     *
     * @param bucket the action as {@link Call#bucket} has it
     * @return its own bucket, or that of its category
     */
    public static Limits of(String bucket) {
        Limits own = ACTIONS.get(bucket);
        if (own != null) {
            return own;
        }
        String bare = bucket.substring(bucket.indexOf(':') + 1);
        boolean reading = bare.startsWith("Describe") || bare.startsWith("List") || bare.startsWith("Get");
        return reading ? READING : CHANGING;
    }
}
