package dev.amis.plan;

import dev.amis.error.AmiException;
import java.util.Locale;

/** What to do about refusals whose words alone do not tell. */
final class Advice {

    private Advice() {}

    /** What stands in the way, in words before EC2's own; empty if those suffice. */
    static String on(Action action, AmiException refusal) {
        boolean shares =
                action instanceof Action.ChangeLaunchPermissions || action instanceof Action.ChangeSnapshotPermissions;
        String reason = refusal.failure().reason().toLowerCase(Locale.ROOT);
        if (shares
                && (reason.contains("managed cmk") || reason.contains("default key") || reason.contains("aws/ebs"))) {
            return "a snapshot is encrypted with the AWS managed key, which nobody can share; copy the image to a customer"
                    + " managed key and share the copy";
        }
        if (refusal.hasCode("InvalidAMIID.Unavailable")) {
            return "the image is pending, failed or gone; wait until it is available";
        }
        return "";
    }
}
