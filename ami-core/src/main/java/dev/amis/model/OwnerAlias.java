package dev.amis.model;

/**
 * The name that EC2 gives to a well-known owner of images. An open vocabulary: a value that EC2 invents later is carried as it is.
 *
 * @param value EC2's own word
 */
public record OwnerAlias(String value) {

    /** amazon. */
    public static final OwnerAlias AMAZON = new OwnerAlias("amazon");

    /** aws-marketplace. */
    public static final OwnerAlias AWS_MARKETPLACE = new OwnerAlias("aws-marketplace");

    /** aws-backup-vault. */
    public static final OwnerAlias AWS_BACKUP_VAULT = new OwnerAlias("aws-backup-vault");

    /**
     * Wraps EC2's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public OwnerAlias {
        Checks.notBlank("OwnerAlias", value);
    }

    /**
     * Wraps EC2's word.
     *
     * @param value EC2's own word
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static OwnerAlias of(String value) {
        return new OwnerAlias(value);
    }

    /**
     * Tells whether AWS vouches for the owner: what the console shows as "Verified provider".
     *
     * @return true for {@link #AMAZON} and {@link #AWS_MARKETPLACE}
     */
    public boolean isVerifiedProvider() {
        return equals(AMAZON) || equals(AWS_MARKETPLACE);
    }

    @Override
    public String toString() {
        return value;
    }
}
