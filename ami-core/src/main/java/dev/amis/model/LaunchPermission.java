package dev.amis.model;

/**
 * One of those who may launch an image beside its owner; the owner is never listed.
 *
 * <p>Source: EC2 API Reference, LaunchPermission.
 */
public sealed interface LaunchPermission {

    /** Everybody: the image is public. */
    LaunchPermission EVERYONE = new Everyone();

    /**
     * Another account.
     *
     * @param account the account
     * @return the permission
     */
    static LaunchPermission of(AccountId account) {
        return new Account(account);
    }

    /**
     * All accounts of an organization.
     *
     * @param organization the organization
     * @return the permission
     */
    static LaunchPermission of(OrganizationArn organization) {
        return new Organization(organization);
    }

    /**
     * All accounts of an organizational unit and of the units below it.
     *
     * @param unit the unit
     * @return the permission
     */
    static LaunchPermission of(OrganizationalUnitArn unit) {
        return new OrganizationalUnit(unit);
    }

    /**
     * Another account.
     *
     * @param account the account
     */
    record Account(AccountId account) implements LaunchPermission {
        @Override
        public String toString() {
            return account.toString();
        }
    }

    /** Everybody, EC2's group {@code all}. */
    record Everyone() implements LaunchPermission {
        @Override
        public String toString() {
            return "everyone";
        }
    }

    /**
     * All accounts of an organization.
     *
     * @param organization the organization
     */
    record Organization(OrganizationArn organization) implements LaunchPermission {
        @Override
        public String toString() {
            return organization.toString();
        }
    }

    /**
     * All accounts of an organizational unit.
     *
     * @param unit the unit
     */
    record OrganizationalUnit(OrganizationalUnitArn unit) implements LaunchPermission {
        @Override
        public String toString() {
            return unit.toString();
        }
    }
}
