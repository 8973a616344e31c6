package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.KeyState;
import dev.amis.model.KmsKey;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** KMS keys: customers' own and the one that AWS manages for EBS in each account and Region. Guarded by the world's lock. */
public final class KeyRing {

    private static final class Key {
        private final KmsKeyId arn;
        private final Set<AccountId> users = new HashSet<>();
        private final boolean awsManaged;
        private KeyState state = KeyState.ENABLED;
        private Optional<Instant> deletionDate = Optional.empty();

        private Key(KmsKeyId arn, boolean awsManaged) {
            this.arn = arn;
            this.awsManaged = awsManaged;
        }

        private void enter(KeyState next, Optional<Instant> date) {
            state = next;
            deletionDate = date;
        }

        private boolean serves(AccountId account) {
            return state == KeyState.ENABLED && users.contains(account);
        }

        private boolean isGone(Instant now) {
            return deletionDate.filter(date -> !now.isBefore(date)).isPresent();
        }
    }

    private final Ids ids;
    private final Clock clock;
    private final Map<String, Key> byArn = new HashMap<>();
    private final Map<String, KmsKeyId> byAlias = new HashMap<>();

    KeyRing(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a customer managed key and answers its ARN. */
    public KmsKeyId create(AccountId account, Region region) {
        return add(arn(account, region, "key/" + ids.nextUuid()), account, false).arn;
    }

    /** Names a key; the name belongs to the account and Region. */
    public void alias(AccountId account, Region region, String alias, KmsKeyId key) {
        byAlias.put(arn(account, region, alias), key);
    }

    /** Lets a key be used, or not. */
    public void usable(AccountId account, Region region, KmsKeyId key, boolean usable) {
        require(account, region, key).enter(usable ? KeyState.ENABLED : KeyState.DISABLED, Optional.empty());
    }

    /** Lets a key wait for its deletion, when it goes for good. */
    public void delete(AccountId account, Region region, KmsKeyId key, Duration in) {
        Instant date = clock.instant().plus(in).truncatedTo(ChronoUnit.MILLIS);
        require(account, region, key).enter(KeyState.PENDING_DELETION, Optional.of(date));
    }

    /** Takes note of a customer managed key that something which was put there is encrypted with. */
    void admit(KmsKeyId arn) {
        arn.account()
                .filter(owner -> arn.value().contains(":key/") && !byArn.containsKey(arn.value()))
                .ifPresent(owner -> add(arn.value(), owner, false));
    }

    /**
     * What KMS tells of a key. It answers whoever may use it, although a policy can tell the two apart. That a key of another
     * account is denied whether it is there or not, that one of another Region is not found, and KMS's sentences are UNVERIFIED.
     */
    KmsKey describe(Call call, KmsKeyId name) {
        Optional<Key> found = present(call.account(), call.region(), name)
                .filter(key -> key.arn.region().equals(Optional.of(call.region())));
        boolean foreign =
                name.account().filter(owner -> !owner.equals(call.account())).isPresent();
        if (foreign && found.filter(key -> key.users.contains(call.account())).isEmpty()) {
            throw new Ec2Error(
                    "AccessDeniedException",
                    "User: arn:" + call.region().partition().id() + ":iam::" + call.account()
                            + ":root is not authorized to perform: kms:DescribeKey on resource: " + name
                            + " because the resource does not exist in this Region, no resource-based policies allow"
                            + " access, or a resource-based policy explicitly denies access");
        }
        return found.map(KeyRing::told).orElseThrow(() -> new Ec2Error("NotFoundException", missing(call, name)));
    }

    private static String missing(Call call, KmsKeyId name) {
        if (name.value().startsWith("alias/")) {
            return "Alias " + arn(call.account(), call.region(), name.value()) + " is not found.";
        }
        String key = name.isArn() ? name.value() : arn(call.account(), call.region(), "key/" + name);
        return "Key '" + key + "' does not exist";
    }

    private static KmsKey told(Key key) {
        KmsKey.Builder told = KmsKey.builder();
        return told.arn(key.arn)
                .manager(key.awsManaged ? KmsKeyId.ManagedBy.AWS : KmsKeyId.ManagedBy.CUSTOMER)
                .stateText(key.state.text())
                .deletionDate(key.deletionDate)
                .keySpec("SYMMETRIC_DEFAULT")
                .keyUsage("ENCRYPT_DECRYPT")
                .build();
    }

    /** Lets another account use a key. */
    public void allow(AccountId account, Region region, KmsKeyId key, AccountId user) {
        require(account, region, key).users.add(user);
    }

    /** The key that AWS manages for EBS in an account and Region. */
    KmsKeyId awsManaged(AccountId account, Region region) {
        String alias = arn(account, region, KmsKeyId.AWS_MANAGED_EBS.value());
        return byAlias.computeIfAbsent(alias, name -> {
            String id = ids.fixed("key", region, account + "ebs").substring("key-".length());
            return add(arn(account, region, "key/" + id), account, true).arn;
        });
    }

    /** The ARN of a key as a caller in a Region names it, if it can be used by the caller there. */
    Optional<KmsKeyId> usable(AccountId caller, Region region, KmsKeyId name) {
        return find(caller, region, name)
                .filter(key -> key.arn.value().contains(":kms:" + region + ":"))
                .filter(key -> key.serves(caller))
                .map(key -> key.arn);
    }

    /** Tells whether a caller can decrypt a snapshot. A key that is not known here serves the account that its ARN names. */
    boolean canDecrypt(AccountId caller, Snapshot snapshot) {
        if (!snapshot.encrypted()) {
            return true;
        }
        KmsKeyId name = snapshot.kmsKeyId().orElse(KmsKeyId.AWS_MANAGED_EBS);
        return find(snapshot.ownerId(), snapshot.region(), name)
                .map(key -> key.serves(caller))
                .orElseGet(() -> name.isArn()
                        ? name.value().contains(":" + caller + ":")
                        : snapshot.ownerId().equals(caller));
    }

    /** Tells whether a snapshot is encrypted with the key that AWS manages; one that names no key counts as such. */
    boolean isAwsManaged(Snapshot snapshot) {
        if (!snapshot.encrypted()) {
            return false;
        }
        KmsKeyId name = snapshot.kmsKeyId().orElse(KmsKeyId.AWS_MANAGED_EBS);
        return name.value().endsWith(KmsKeyId.AWS_MANAGED_EBS.value())
                || find(snapshot.ownerId(), snapshot.region(), name)
                        .map(key -> key.awsManaged)
                        .orElse(false);
    }

    private Key require(AccountId account, Region region, KmsKeyId name) {
        return present(account, region, name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "key is '" + name + "', but account " + account + " has no such key in " + region));
    }

    private Optional<Key> present(AccountId account, Region region, KmsKeyId name) {
        return find(account, region, name).filter(key -> !key.isGone(clock.instant()));
    }

    private Optional<Key> find(AccountId account, Region region, KmsKeyId name) {
        if (name.equals(KmsKeyId.AWS_MANAGED_EBS)) {
            return find(account, region, awsManaged(account, region));
        }
        String value = name.value();
        if (value.startsWith("alias/")) {
            value = arn(account, region, value);
        } else if (!name.isArn()) {
            value = arn(account, region, "key/" + value);
        }
        KmsKeyId named = byAlias.get(value);
        return Optional.ofNullable(byArn.get(named == null ? value : named.value()));
    }

    private Key add(String arn, AccountId owner, boolean awsManaged) {
        Key key = new Key(KmsKeyId.of(arn), awsManaged);
        key.users.add(owner);
        byArn.put(arn, key);
        return key;
    }

    private static String arn(AccountId account, Region region, String resource) {
        return "arn:" + region.partition().id() + ":kms:" + region + ":" + account + ":" + resource;
    }
}
