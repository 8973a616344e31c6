package dev.amis.model;

/**
 * One of those who may make volumes of a snapshot and copy it, beside its owner. Other than images, snapshots cannot be
 * shared with organizations.
 *
 * <p>Source: EC2 API Reference, CreateVolumePermission.
 */
public sealed interface CreateVolumePermission {

    /** Everybody: the snapshot is public. */
    CreateVolumePermission EVERYONE = new Everyone();

    /**
     * Another account.
     *
     * @param account the account
     * @return the permission
     */
    static CreateVolumePermission of(AccountId account) {
        return new Account(account);
    }

    /**
     * Another account.
     *
     * @param account the account
     */
    record Account(AccountId account) implements CreateVolumePermission {
        @Override
        public String toString() {
            return account.toString();
        }
    }

    /** Everybody, EC2's group {@code all}. */
    record Everyone() implements CreateVolumePermission {
        @Override
        public String toString() {
            return "everyone";
        }
    }
}
