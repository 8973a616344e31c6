package dev.amis.verify;

import dev.amis.error.AmiException;
import dev.amis.error.NotFoundException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.model.AccountId;
import dev.amis.model.KmsKey;
import dev.amis.model.KmsKeyId;
import dev.amis.model.SnapshotId;
import dev.amis.spi.KeyPort;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the key of snapshots keeps an account from launching them, as far as KMS tells of it. Who may use a key stands in
 * its policy and its grants, which are not read.
 *
 * <p>Source: KMS Developer Guide, "Key states of AWS KMS keys"; EBS User Guide, "Share the KMS key used to encrypt a shared
 * Amazon EBS snapshot"; EC2 Auto Scaling User Guide, "Required AWS KMS key policy for use with encrypted volumes".
 */
final class KeyRules {

    private static final String END = "EC2 ends an instance that cannot be decrypted with Client.InternalError";
    private static final String RIGHTS =
            "kms:CreateGrant, kms:Decrypt, kms:DescribeKey, kms:GenerateDataKey* and kms:ReEncrypt*";

    private final Optional<KeyPort> port;
    private final AccountId viewer;

    KeyRules(Optional<KeyPort> port, AccountId viewer) {
        this.port = port;
        this.viewer = viewer;
    }

    /** What one key, asked for once, means for the snapshots that are encrypted with it. */
    List<Finding> findings(KmsKeyId key, List<SnapshotId> snapshots) {
        String of = snapshots.stream().map(SnapshotId::value).collect(Collectors.joining(", "));
        String what = of + (snapshots.size() == 1 ? " is" : " are") + " encrypted with " + key
                + key.account()
                        .filter(owner -> !owner.equals(viewer))
                        .map(owner -> ", a key of account " + owner)
                        .orElse("");
        if (port.isEmpty()) {
            return List.of(unread(what, "the provider looks at no keys"));
        }
        try {
            return judged(port.get().describeKey(key), of, what);
        } catch (WaitInterruptedException interrupted) {
            throw interrupted;
        } catch (NotFoundException gone) {
            return List.of(Finding.blocking(
                    "there is no key " + key + ", with which " + of + (snapshots.size() == 1 ? " is" : " are")
                            + " encrypted",
                    gone.failure().reason() + "; nobody can decrypt what a deleted key has encrypted",
                    "Use another image: a key that was deleted does not come back"));
        } catch (AmiException unread) {
            return List.of(unread(what, unread.failure().reason()));
        }
    }

    /** The doubt that is left where a key could not be looked at. */
    static Finding unread(String what, String reason) {
        return Finding.unknown(
                what,
                "whether its key is enabled and lets the caller use it was not found out: " + reason + "; " + END,
                "Make sure of " + RIGHTS + " for whoever launches it, Auto Scaling's role as well");
    }

    private List<Finding> judged(KmsKey key, String of, String what) {
        boolean foreign = !key.account().equals(viewer);
        boolean awsManaged = key.manager() == KmsKeyId.ManagedBy.AWS;
        if (foreign && awsManaged) {
            return List.of(Finding.blocking(
                    "the key " + key.arn() + " of " + of + " is managed by AWS for account " + key.account(),
                    "such a key cannot be shared with another account",
                    "Let account " + key.account() + " copy the image with a customer managed key, and share that key"
                            + " and the copy"));
        }
        if (key.isUnfitForEbs()) {
            return List.of(Finding.blocking(
                    "the key " + key.arn() + " of " + of + " is "
                            + key.keySpec().orElse("of some kind") + " for "
                            + key.keyUsage().orElse("some use"),
                    "EBS takes symmetric keys for encrypting only",
                    "Make the image anew with a key that is SYMMETRIC_DEFAULT for ENCRYPT_DECRYPT"));
        }
        Optional<Finding> state = state(key, of, foreign);
        boolean usable = state.isEmpty() || state.get().severity() == Finding.Severity.WARNING;
        return Stream.concat(state.stream(), usable ? doubt(key, what, foreign, awsManaged).stream() : Stream.empty())
                .toList();
    }

    private static Optional<Finding> state(KmsKey key, String of, boolean foreign) {
        String what = "the key " + key.arn() + " of " + of + " is " + key.stateText()
                + key.deletionDate()
                        .map(date -> " and will be deleted at " + date)
                        .orElse("");
        return switch (key.state()) {
            case ENABLED -> Optional.empty();
            case UPDATING ->
                Optional.of(Finding.warning(
                        what,
                        "it decrypts while its primary is moved, and not everything else can be done with it",
                        "Look again in a moment"));
            case UNKNOWN ->
                Optional.of(Finding.unknown(
                        what, "this version does not know that state; " + END, "Look the state up in KMS"));
            default -> {
                String advice = advice(key);
                yield Optional.of(Finding.blocking(
                        what,
                        "EC2 ends an instance whose volumes cannot be decrypted with Client.InternalError",
                        foreign ? "Let account " + key.account() + " see to it: " + advice : advice));
            }
        };
    }

    private static String advice(KmsKey key) {
        return switch (key.state()) {
            case DISABLED -> "Enable it with kms:EnableKey";
            case PENDING_DELETION, PENDING_REPLICA_DELETION ->
                "Cancel its deletion with kms:CancelKeyDeletion and enable it with kms:EnableKey, or nobody decrypts"
                        + " the snapshots ever again";
            case PENDING_IMPORT -> "Import its key material with kms:ImportKeyMaterial";
            case UNAVAILABLE -> "Connect its custom key store with kms:ConnectCustomKeyStore";
            default -> "Wait until it is Enabled";
        };
    }

    /** The policy of a key that AWS manages lets everybody in who may use EBS in its account, and cannot be changed. */
    private static Optional<Finding> doubt(KmsKey key, String what, boolean foreign, boolean awsManaged) {
        if (awsManaged) {
            return Optional.empty();
        }
        if (foreign) {
            return Optional.of(Finding.unknown(
                    what + " that is " + key.stateText(),
                    "that KMS answered proves kms:DescribeKey and nothing else; whether the caller may decrypt with it"
                            + " and create grants on it stands in its policy; " + END,
                    "Let account " + key.account() + " allow " + RIGHTS + " to this account; for Auto Scaling, create a"
                            + " grant on it for AWSServiceRoleForAutoScaling besides"));
        }
        return Optional.of(Finding.unknown(
                what + ", which is " + key.stateText(),
                "whether whoever launches it may decrypt with the key and create grants on it stands in policies, which"
                        + " were not looked at; " + END,
                "Make sure of " + RIGHTS + " for whoever launches it, and in the key's policy for"
                        + " AWSServiceRoleForAutoScaling if a group does"));
    }
}
