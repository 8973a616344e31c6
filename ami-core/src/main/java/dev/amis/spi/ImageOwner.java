package dev.amis.spi;

import dev.amis.model.AccountId;
import dev.amis.model.OwnerAlias;

/**
 * Whose images a search looks at.
 *
 * @param value an account number, {@code self}, {@code amazon}, {@code aws-marketplace} or {@code aws-backup-vault}
 */
public record ImageOwner(String value) {

    /** The calling account. */
    public static final ImageOwner SELF = new ImageOwner("self");

    /** Amazon and its verified partners' official images. */
    public static final ImageOwner AMAZON = new ImageOwner("amazon");

    /** The AWS Marketplace. */
    public static final ImageOwner AWS_MARKETPLACE = new ImageOwner("aws-marketplace");

    /** AWS Backup's vaults. */
    public static final ImageOwner AWS_BACKUP_VAULT = new ImageOwner("aws-backup-vault");

    /**
     * Wraps EC2's word.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public ImageOwner {
        if (value.isBlank()) {
            throw new IllegalArgumentException("ImageOwner is '" + value + "', but must not be blank");
        }
    }

    /**
     * Another account.
     *
     * @param account the account
     * @return the owner
     */
    public static ImageOwner of(AccountId account) {
        return new ImageOwner(account.value());
    }

    /**
     * A well-known owner.
     *
     * @param alias its alias
     * @return the owner
     */
    public static ImageOwner of(OwnerAlias alias) {
        return new ImageOwner(alias.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
