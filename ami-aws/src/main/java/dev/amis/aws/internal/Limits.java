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
    private static final Limits CHANGING = new Limits(50, 5);

    private static final Map<String, Limits> ACTIONS = Map.ofEntries(
            Map.entry("CopyImage", new Limits(100, 1)),
            Map.entry("CreateSnapshot", new Limits(100, 5)),
            Map.entry("DeleteSnapshot", new Limits(100, 5)),
            Map.entry("DeregisterImage", new Limits(100, 5)),
            Map.entry("ModifyImageAttribute", new Limits(100, 5)),
            Map.entry("ModifySnapshotAttribute", new Limits(100, 5)),
            Map.entry("CreateTags", new Limits(100, 10)),
            Map.entry("DeleteTags", new Limits(100, 10)),
            Map.entry("EnableImageBlockPublicAccess", new Limits(1, 0.1)),
            Map.entry("DisableImageBlockPublicAccess", new Limits(1, 0.1)));

    /**
     * The documented limits of an action.
     *
     * @param action the EC2 action
     * @return its own bucket, or that of its category
     */
    public static Limits of(String action) {
        Limits own = ACTIONS.get(action);
        if (own != null) {
            return own;
        }
        boolean reading = action.startsWith("Describe") || action.startsWith("List") || action.startsWith("Get");
        return reading ? READING : CHANGING;
    }
}
