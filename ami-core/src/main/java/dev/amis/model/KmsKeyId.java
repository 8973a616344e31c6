package dev.amis.model;

import java.util.Optional;

/**
 * A KMS key, named in any of the ways KMS takes: key id, alias ({@code alias/ami}), key ARN or alias ARN.
 *
 * @param value the name
 */
public record KmsKeyId(String value) {

    /** Who manages a key, in KMS's words. */
    public enum ManagedBy {
        /** AWS itself, such as {@code alias/aws/ebs}: it is bound to one account, and nobody can change its policy. */
        AWS,
        /** The customer; its policy can let other accounts use it. */
        CUSTOMER,
        /** The name does not tell; {@code kms:DescribeKey} would. */
        UNKNOWN
    }

    /** The key that AWS manages for EBS; what it encrypts cannot be shared. */
    public static final KmsKeyId AWS_MANAGED_EBS = new KmsKeyId("alias/aws/ebs");

    /**
     * Wraps a key's name.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public KmsKeyId {
        Checks.notBlank("KmsKeyId", value);
    }

    /**
     * Wraps a key's name.
     *
     * @param value key id, alias, key ARN or alias ARN
     * @return the key id
     * @throws IllegalArgumentException if the text is blank
     */
    public static KmsKeyId of(String value) {
        return new KmsKeyId(value);
    }

    /**
     * Tells whether the name is an ARN.
     *
     * @return whether it begins with {@code arn:}
     */
    public boolean isArn() {
        return value.startsWith("arn:");
    }

    /**
     * Who manages the key, as far as its name tells: aliases under {@code alias/aws/} are kept for AWS, and Multi-Region
     * keys ({@code mrk-…}) always belong to a customer.
     *
     * @return {@link ManagedBy#UNKNOWN} for an ordinary key id or key ARN
     */
    public ManagedBy managedBy() {
        String name = isArn() ? value.substring(value.lastIndexOf(':') + 1) : value;
        if (name.startsWith("alias/aws/")) {
            return ManagedBy.AWS;
        }
        boolean customer = name.startsWith("alias/") || name.startsWith("mrk-") || name.startsWith("key/mrk-");
        return customer ? ManagedBy.CUSTOMER : ManagedBy.UNKNOWN;
    }

    /**
     * The account that the key belongs to.
     *
     * @return the account in the ARN; nothing if the name is no ARN of a key
     */
    public Optional<AccountId> account() {
        return arnParts().map(parts -> AccountId.of(parts[4]));
    }

    /**
     * The Region that the key is in.
     *
     * @return the Region in the ARN; nothing if the name is no ARN of a key
     */
    public Optional<Region> region() {
        return arnParts().filter(parts -> Region.fits(parts[3])).map(parts -> Region.of(parts[3]));
    }

    private Optional<String[]> arnParts() {
        String[] parts = value.split(":", -1);
        boolean fits = isArn() && parts.length == 6 && parts[2].equals("kms") && AccountId.fits(parts[4]);
        return fits ? Optional.of(parts) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
