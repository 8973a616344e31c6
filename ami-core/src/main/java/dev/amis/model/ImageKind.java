package dev.amis.model;

/**
 * What an image is to the account that looks at it: whose it is, and whether AWS vouches for it.
 *
 * <p>Only the owner alias, which AWS sets, proves where an image comes from; a name proves nothing, since anybody may give
 * any name. Source: EC2 User Guide, "Understand shared AMI usage in Amazon EC2", "Find shared AMIs".
 */
public enum ImageKind {
    /** Own, and not for everybody; it may be shared. */
    OWN_PRIVATE,
    /** Own, and everybody may launch it. */
    OWN_PUBLIC,
    /** Somebody else's, shared with the account, its organization or its unit. */
    SHARED_WITH_ME,
    /** Somebody else's, for everybody, and reviewed by nobody. */
    COMMUNITY,
    /** Amazon's own, by the alias {@code amazon}. */
    AMAZON,
    /** Paid for: from the AWS Marketplace by its alias, or somebody else's with a product code. */
    MARKETPLACE,
    /** Kept by AWS Backup in a vault, by the alias {@code aws-backup-vault}. */
    AWS_BACKUP;

    /**
     * Tells what an image is to an account.
     *
     * @param image the image, as the account sees it
     * @param viewer the account that looks
     * @return the kind; an alias that this version does not know vouches for nothing
     */
    static ImageKind of(Image image, AccountId viewer) {
        OwnerAlias alias = image.ownerAlias().orElse(null);
        if (OwnerAlias.AMAZON.equals(alias)) {
            return AMAZON;
        }
        if (OwnerAlias.AWS_MARKETPLACE.equals(alias)) {
            return MARKETPLACE;
        }
        if (OwnerAlias.AWS_BACKUP_VAULT.equals(alias)) {
            return AWS_BACKUP;
        }
        if (image.ownerId().equals(viewer)) {
            return image.isPublic() ? OWN_PUBLIC : OWN_PRIVATE;
        }
        if (!image.productCodes().isEmpty()) {
            return MARKETPLACE;
        }
        return image.isPublic() ? COMMUNITY : SHARED_WITH_ME;
    }
}
