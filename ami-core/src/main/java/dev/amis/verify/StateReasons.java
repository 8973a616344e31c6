package dev.amis.verify;

import dev.amis.model.StateReason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What EC2's reasons for ending an instance mean.
 *
 * <p>Source: EC2 API Reference, StateReason; EC2 User Guide, "Troubleshoot Amazon EC2 instance termination issues".
 */
final class StateReasons {

    private static final String CAPACITY = "Use another type or subnet, or try again later";

    private static final Map<String, Finding> KNOWN = Map.of(
            "Client.InstanceInitiatedShutdown",
            Finding.blocking(
                    "the instance shut itself down",
                    "something that runs at start, for example user data, ended it",
                    "Look at the console output and at what the image runs at start"),
            "Client.InvalidSnapshot.NotFound",
            Finding.blocking(
                    "a snapshot of the image is gone",
                    "the volume could not be made",
                    "Restore the snapshot from the Recycle Bin, or make the image anew"),
            "Client.VolumeLimitExceeded",
            Finding.blocking(
                    "the account has no room for the volumes",
                    "the quota of EBS storage is used up",
                    "Raise the quota or delete volumes that nobody needs"),
            "Server.InsufficientInstanceCapacity",
            Finding.blocking("EC2 has no such machine free", "that says nothing about the image", CAPACITY),
            "Server.SpotInstanceTermination",
            Finding.blocking("EC2 took the Spot instance back", "that says nothing about the image", CAPACITY),
            "Server.InternalError",
            Finding.blocking("EC2 failed", "that says nothing about the image", "Try again"),
            "Client.UserInitiatedShutdown",
            Finding.blocking(
                    "somebody ended the instance",
                    "the test was cut off from outside, perhaps by a sweep",
                    "Verify again, and sweep only what is old"));

    private StateReasons() {}

    static List<Finding> explain(StateReason reason) {
        Optional<Finding> known = Optional.ofNullable(KNOWN.get(reason.code()));
        if (known.isPresent()) {
            return List.of(known.get());
        }
        return List.of(
                isAboutKeys(reason)
                        ? Finding.blocking(
                                "a volume could not be decrypted (" + reason.code() + ")",
                                "the KMS key is disabled, gone, or does not let the caller and EBS use it",
                                "Check the key's state and its policy: kms:CreateGrant, kms:Decrypt,"
                                        + " kms:DescribeKey, kms:GenerateDataKey* and kms:ReEncrypt*")
                        : Finding.blocking(
                                "EC2 ended the instance (" + reason.code() + ")",
                                reason.message(),
                                "Look the code up in EC2's documents"));
    }

    /** For a key that cannot be used EC2 says no more than that there was a client error on launch. */
    private static boolean isAboutKeys(StateReason reason) {
        String message = reason.message().toLowerCase(Locale.ROOT);
        return reason.code().equals("Client.InternalError") || message.contains("kms") || message.contains("key");
    }
}
