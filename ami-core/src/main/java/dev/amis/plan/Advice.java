package dev.amis.plan;

import dev.amis.error.AmiException;
import java.util.Locale;

/** What to do about refusals of which EC2's own words do not tell. */
final class Advice {

    private static final String DEFAULT_KEY =
            "a snapshot is encrypted with the AWS managed key, which cannot be shared; copy the image to a customer"
                    + " managed key and share the copy";

    private Advice() {}

    /** Words to put before EC2's own; empty if those suffice. */
    static String on(Action action, AmiException refusal) {
        boolean shares =
                action instanceof Action.ChangeLaunchPermissions || action instanceof Action.ChangeSnapshotPermissions;
        String reason = refusal.failure().reason().toLowerCase(Locale.ROOT);
        return shares && (reason.contains("managed cmk") || reason.contains("default key")) ? DEFAULT_KEY : "";
    }
}
