package dev.amis.model;

import dev.amis.internal.style.AmisStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What KMS tells of a key, as far as the volumes of images are concerned with it. It does not tell who may use it: that stands
 * in its policy and its grants.
 *
 * <p>Source: KMS API Reference, KeyMetadata.
 */
@AmisStyle
@Value.Immutable
@SuppressWarnings("exports")
public abstract class KmsKey implements WithKmsKey {

    private static final String SYMMETRIC = "SYMMETRIC_DEFAULT";
    private static final String ENCRYPTION = "ENCRYPT_DECRYPT";

    KmsKey() {}

    /**
     * The key's ARN.
     *
     * @return {@code arn:aws:kms:…:key/…}
     */
    public abstract KmsKeyId arn();

    /**
     * The account that the key belongs to.
     *
     * @return the account in the ARN
     */
    @Value.Derived
    public AccountId account() {
        return arn().account().orElseThrow(() -> notAnArn());
    }

    /**
     * The Region of the key. A Multi-Region key has a relative with the same id in another Region, which is a key of its own.
     *
     * @return the Region in the ARN
     */
    @Value.Derived
    public Region region() {
        return arn().region().orElseThrow(() -> notAnArn());
    }

    /**
     * Who manages the key.
     *
     * @return {@link KmsKeyId.ManagedBy#UNKNOWN} only for a word this version does not know
     */
    public abstract KmsKeyId.ManagedBy manager();

    /**
     * The state.
     *
     * @return the state, {@link KeyState#UNKNOWN} for a word this version does not know
     */
    @Value.Derived
    public KeyState state() {
        return KeyState.parse(stateText());
    }

    /**
     * KMS's word for the state.
     *
     * @return for example {@code Enabled}
     */
    public abstract String stateText();

    /**
     * When the key is deleted.
     *
     * @return the instant; nothing unless it is {@link KeyState#PENDING_DELETION}
     */
    public abstract Optional<Instant> deletionDate();

    /**
     * What key material it has.
     *
     * @return for example {@code SYMMETRIC_DEFAULT} or {@code RSA_2048}
     */
    public abstract Optional<String> keySpec();

    /**
     * What it is for.
     *
     * @return for example {@code ENCRYPT_DECRYPT} or {@code SIGN_VERIFY}
     */
    public abstract Optional<String> keyUsage();

    /**
     * Tells whether it is of another kind than the only one that EBS takes, which is symmetric and for encrypting.
     *
     * @return whether KMS told of another kind; false if it told of none
     */
    public boolean isUnfitForEbs() {
        return keySpec().filter(spec -> !spec.equals(SYMMETRIC)).isPresent()
                || keyUsage().filter(usage -> !usage.equals(ENCRYPTION)).isPresent();
    }

    private IllegalArgumentException notAnArn() {
        return new IllegalArgumentException("arn is '" + arn() + "', but must be the ARN of a key");
    }

    /**
     * The key as one line for people.
     *
     * @return ARN and state
     */
    @Override
    public String toString() {
        return arn() + " (" + stateText() + ")";
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link KmsKey} values; each attribute can be set once. */
    public static final class Builder extends ImmutableKmsKey.Builder {
        Builder() {}

        /**
         * Sets the state by its constant instead of KMS's word.
         *
         * @param state the state
         * @return this builder
         */
        public Builder state(KeyState state) {
            stateText(state.text());
            return this;
        }
    }
}
