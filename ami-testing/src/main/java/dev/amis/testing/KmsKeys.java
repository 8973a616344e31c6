package dev.amis.testing;

import dev.amis.model.AccountId;
import dev.amis.model.KmsKeyId;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Staging;
import dev.amis.testing.internal.World;
import java.time.Duration;

/**
 * The KMS keys of an in-memory account in one Region, and how EBS uses them there. The key that AWS manages for EBS,
 * {@code alias/aws/ebs}, is there by itself. Thread-safe.
 */
public final class KmsKeys {

    private final World world;
    private final Caller caller;

    KmsKeys(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
    }

    /**
     * Makes a customer managed key.
     *
     * @return its ARN
     */
    public KmsKeyId create() {
        return world.arrange(() -> world.keys().create(caller.account(), caller.region()));
    }

    /**
     * Makes a customer managed key with a name.
     *
     * @param alias its name, for example {@code alias/ami}
     * @return its ARN
     * @throws IllegalArgumentException if the name does not begin with {@code alias/}, or with what AWS keeps for itself
     */
    public KmsKeyId create(String alias) {
        if (!alias.startsWith("alias/") || alias.startsWith("alias/aws/")) {
            throw new IllegalArgumentException(
                    "alias is '" + alias + "', but must begin with 'alias/' and not with 'alias/aws/'");
        }
        return world.arrange(() -> {
            KmsKeyId key = world.keys().create(caller.account(), caller.region());
            world.keys().alias(caller.account(), caller.region(), alias, key);
            return key;
        });
    }

    /**
     * Disables a key, which keeps it from being used.
     *
     * @param key a key of this account and Region
     * @return this
     * @throws IllegalArgumentException if there is no such key
     */
    public KmsKeys revoke(KmsKeyId key) {
        return set(() -> world.keys().usable(caller.account(), caller.region(), key, false));
    }

    /**
     * Lets a key wait for its deletion, which keeps it from being used at once. When the account's clock reaches the date the
     * key is gone, and nothing restores it.
     *
     * @param key a key of this account and Region
     * @param in how long it waits; KMS takes 7 to 30 days
     * @return this
     * @throws IllegalArgumentException if there is no such key, or the duration is not 7 to 30 days
     */
    public KmsKeys scheduleDeletion(KmsKeyId key, Duration in) {
        if (in.compareTo(Duration.ofDays(7)) < 0 || in.compareTo(Duration.ofDays(30)) > 0) {
            throw new IllegalArgumentException("in is " + in + ", but must be 7 to 30 days");
        }
        return set(() -> world.keys().delete(caller.account(), caller.region(), key, in));
    }

    /**
     * Enables a key again, or cancels its deletion and enables it.
     *
     * @param key a key of this account and Region
     * @return this
     * @throws IllegalArgumentException if there is no such key, or it is deleted
     */
    public KmsKeys restore(KmsKeyId key) {
        return set(() -> world.keys().usable(caller.account(), caller.region(), key, true));
    }

    /**
     * Lets another account use a key, as the key's policy does.
     *
     * @param key a key of this account and Region
     * @param user the other account
     * @return this
     * @throws IllegalArgumentException if there is no such key
     */
    public KmsKeys allow(KmsKeyId key, AccountId user) {
        return set(() -> world.keys().allow(caller.account(), caller.region(), key, user));
    }

    /**
     * Makes a key the one that EBS takes when none is named.
     *
     * @param key any name of a key
     * @return this
     */
    public KmsKeys useByDefault(KmsKeyId key) {
        return set(() -> new Staging(world).defaultKey(caller, key));
    }

    /**
     * Lets EBS encrypt everything that is made in this Region, or not; it does not at first.
     *
     * @param on whether it does from now on
     * @return this
     */
    public KmsKeys encryptByDefault(boolean on) {
        return set(() -> new Staging(world).encryptByDefault(caller, on));
    }

    private KmsKeys set(Runnable change) {
        return world.arrange(() -> {
            change.run();
            return this;
        });
    }
}
