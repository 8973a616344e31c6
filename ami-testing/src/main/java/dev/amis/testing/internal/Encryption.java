package dev.amis.testing.internal;

import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import java.util.Optional;

/**
 * How a new snapshot or volume is encrypted.
 *
 * @param key the ARN of its key; nothing if it is not encrypted
 * @param failure why making it fails later, since EC2 looks at keys only after it has answered
 */
record Encryption(Optional<KmsKeyId> key, Optional<String> failure) {

    static final Encryption NONE = new Encryption(Optional.empty(), Optional.empty());

    static final String NO_ACCESS = "Given key ID is not accessible";

    /**
     * What a request asks of the encryption of a copy.
     *
     * @param encrypted whether it shall be encrypted
     * @param key the key it shall have
     */
    record Wish(boolean encrypted, Optional<KmsKeyId> key) {
        static final Wish NONE = new Wish(false, Optional.empty());
    }

    boolean isEncrypted() {
        return key.isPresent();
    }

    /**
     * What becomes of a snapshot that is copied for an image, or launched: what is encrypted stays so, with its own key
     * if it is the caller's own and stays in its Region.
     */
    static Encryption ofImage(World world, Call call, Snapshot source, Wish wish) {
        boolean keepsKey = source.encrypted()
                && wish.key().isEmpty()
                && source.ownerId().equals(call.account())
                && source.region().equals(call.region());
        if (keepsKey) {
            KmsKeyId same = source.kmsKeyId().orElseGet(() -> world.keys().awsManaged(call.account(), call.region()));
            boolean readable = world.keys().canDecrypt(call.account(), source);
            return new Encryption(Optional.of(same), readable ? Optional.empty() : Optional.of(NO_ACCESS));
        }
        return of(world, call, source, wish, defaultKey(world, call));
    }

    /** What becomes of a snapshot that is copied by itself: other than for an image, it does not keep its key. */
    static Encryption ofSnapshot(World world, Call call, Snapshot source, Wish wish) {
        KmsKeyId otherwise = world.holding(call).isEncryptedByDefault()
                ? defaultKey(world, call)
                : world.keys().awsManaged(call.account(), call.region());
        return of(world, call, source, wish, otherwise);
    }

    /** What becomes of an empty volume. */
    static Encryption ofNew(World world, Call call, Wish wish) {
        if (!wish.encrypted() && !world.holding(call).isEncryptedByDefault()) {
            return NONE;
        }
        return usable(world, call, wish.key().orElse(defaultKey(world, call)));
    }

    private static Encryption of(World world, Call call, Snapshot source, Wish wish, KmsKeyId otherwise) {
        boolean encrypted =
                source.encrypted() || wish.encrypted() || world.holding(call).isEncryptedByDefault();
        return encrypted ? checked(world, call, source, wish.key().orElse(otherwise)) : NONE;
    }

    private static Encryption checked(World world, Call call, Snapshot source, KmsKeyId key) {
        Encryption target = usable(world, call, key);
        return world.keys().canDecrypt(call.account(), source)
                ? target
                : new Encryption(target.key(), Optional.of(NO_ACCESS));
    }

    private static Encryption usable(World world, Call call, KmsKeyId name) {
        Region region = call.region();
        return world.keys()
                .usable(call.account(), region, name)
                .map(arn -> new Encryption(Optional.of(arn), Optional.empty()))
                .orElseGet(() -> new Encryption(Optional.of(name), Optional.of(NO_ACCESS)));
    }

    /** The key that EBS takes for the caller if none is named: its own choice, or the one that AWS manages. */
    private static KmsKeyId defaultKey(World world, Call call) {
        return world.holding(call).defaultKey().orElseGet(() -> world.keys().awsManaged(call.account(), call.region()));
    }
}
