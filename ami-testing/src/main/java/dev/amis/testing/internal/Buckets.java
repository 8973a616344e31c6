package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * EC2's throttling: a bucket of tokens for each account, Region and action, of the sizes that EC2 documents. Off unless a
 * speed is set. Guarded by the world's lock.
 *
 * <p>Source: EC2 Developer Guide, "Request throttling for the Amazon EC2 API".
 */
public final class Buckets {

    private record Size(double capacity, double refillPerSecond) {}

    private record Key(AccountId account, Region region, String bucket) {}

    private record Level(double tokens, Instant at) {}

    private static final Size READ = new Size(100, 20);
    private static final Size READ_ALL = new Size(50, 10);
    private static final Size CHANGE = new Size(50, 5);
    private static final Size COMMON_CHANGE = new Size(100, 5);
    private static final Size TAGS = new Size(100, 10);
    private static final Size COPY = new Size(100, 1);
    private static final Size GUARD = new Size(1, 0.1);

    private final Map<Key, Level> levels = new HashMap<>();
    private double speed;

    /** Sets how much faster than EC2's the buckets fill up; 0 lets every call pass. */
    public void speed(double factor) {
        speed = factor;
        levels.clear();
    }

    void take(Call call, Instant now) {
        if (speed == 0) {
            return;
        }
        Size size = size(call);
        String bucket = size.equals(READ_ALL) ? call.action() + " of all" : call.action();
        Key key = new Key(call.account(), call.region(), bucket);
        Level level = levels.getOrDefault(key, new Level(size.capacity(), now));
        double seconds = Duration.between(level.at(), now).toNanos() / 1e9;
        double tokens = Math.min(size.capacity(), level.tokens() + seconds * size.refillPerSecond() * speed);
        if (tokens < 1) {
            levels.put(key, new Level(tokens, now));
            throw throttled(call);
        }
        levels.put(key, new Level(tokens - 1, now));
    }

    /** The limits of other services are not documented; here they are those of EC2's reading actions (UNVERIFIED). */
    private static Ec2Error throttled(Call call) {
        return switch (call.service()) {
            case "autoscaling" -> new Ec2Error("Throttling", "Rate exceeded");
            case "ssm" -> new Ec2Error("ThrottlingException", "Rate exceeded");
            case "kms" ->
                new Ec2Error(
                        "ThrottlingException",
                        "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.");
            case "imagebuilder" -> new Ec2Error("CallRateLimitExceededException", "Rate exceeded");
            default -> new Ec2Error("RequestLimitExceeded", "Request limit exceeded.");
        };
    }

    private static Size size(Call call) {
        String action = call.action();
        return switch (action) {
            case "CopyImage" -> COPY;
            case "CreateSnapshot",
                    "DeleteSnapshot",
                    "DeregisterImage",
                    "ModifyImageAttribute",
                    "ModifySnapshotAttribute" -> COMMON_CHANGE;
            case "CreateTags", "DeleteTags" -> TAGS;
            case "EnableImageBlockPublicAccess", "DisableImageBlockPublicAccess" -> GUARD;
            case "DescribeInstances", "DescribeSnapshots" -> call.isUnpaged() ? READ_ALL : READ;
            default -> action.matches("(Describe|List|Get|Search).*") ? READ : CHANGE;
        };
    }
}
