package dev.amis.model;

/**
 * A KMS key, named in any of the ways KMS takes: key id, alias ({@code alias/ami}), key ARN or alias ARN.
 *
 * @param value the name
 */
public record KmsKeyId(String value) {

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

    @Override
    public String toString() {
        return value;
    }
}
