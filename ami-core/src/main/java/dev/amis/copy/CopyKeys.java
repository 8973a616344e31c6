package dev.amis.copy;

import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import java.util.List;

/**
 * What can be told of keys by their names. EC2 checks a key only after it has accepted a copy, which then fails minutes
 * later, so that everything that can be known is refused before.
 */
final class CopyKeys {

    private CopyKeys() {}

    /** Refuses the ARN of another Region's key. */
    static void check(Region destination, KmsKeyId key) {
        if (!key.isArn()) {
            return;
        }
        String[] parts = key.value().split(":", -1);
        if (parts.length != 6 || !parts[2].equals("kms")) {
            throw new IllegalArgumentException(
                    "kmsKeyId is '" + key + "', but must be the ARN of a KMS key or alias if it is an ARN");
        }
        if (!parts[3].equals(destination.value())) {
            throw new IllegalArgumentException("kmsKeyId is '" + key + "', a key of " + parts[3] + ", but the copy in "
                    + destination + " needs a key of " + destination);
        }
    }

    /** Refuses one key id for many Regions, unless it is an alias or a Multi-Region key. */
    static void checkShared(List<Region> destinations, KmsKeyId key) {
        boolean everywhere = key.value().startsWith("alias/") || key.value().startsWith("mrk-");
        if (destinations.size() > 1 && !everywhere) {
            throw new IllegalArgumentException(
                    "kmsKeyId is '" + key + "', which exists in one Region only, but the copies are" + " for "
                            + destinations + "; name a key for each Region, or an alias that each of them has");
        }
    }

    /** Tells whether a key is named by an alias, which only KMS could resolve. */
    static boolean isAlias(KmsKeyId key) {
        return key.value().contains("alias/");
    }

    /** Tells whether a key that EC2 answered, always an ARN, is the one that was named by its id or ARN. */
    static boolean isSame(KmsKeyId named, KmsKeyId answered) {
        return answered.equals(named) || answered.value().endsWith(":key/" + named);
    }
}
