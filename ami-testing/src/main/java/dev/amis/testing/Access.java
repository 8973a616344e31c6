package dev.amis.testing;

import dev.amis.model.AccountId;
import dev.amis.model.OrganizationArn;
import dev.amis.model.OrganizationalUnitArn;
import dev.amis.testing.internal.World;

/**
 * What an in-memory account may do, and which organization it belongs to. At first it may do everything and belongs to
 * none. Thread-safe.
 */
public final class Access {

    private final World world;
    private final AccountId account;

    Access(World world, AccountId account) {
        this.world = world;
        this.account = account;
    }

    /**
     * Denies an action: calls of it are refused with {@code UnauthorizedOperation}. Without {@code ec2:DeleteSnapshot},
     * deregistering an image answers {@code missing-permissions} for its snapshots.
     *
     * @param action for example {@code ec2:DeregisterImage}; the prefix may be left out
     * @return this
     */
    public Access deny(String action) {
        return set(() -> world.permissions().deny(account, action));
    }

    /**
     * Allows an action that was denied.
     *
     * @param action for example {@code ec2:DeregisterImage}; the prefix may be left out
     * @return this
     */
    public Access allow(String action) {
        return set(() -> world.permissions().allow(account, action));
    }

    /**
     * Puts the account into an organization.
     *
     * @param organization the organization
     * @return this
     */
    public Access join(OrganizationArn organization) {
        return set(() -> world.organizations().join(account, organization));
    }

    /**
     * Puts the account into an organizational unit, and so into its organization. To put it below further units, join
     * these as well: the ARN of a unit does not tell what is above it.
     *
     * @param unit the unit
     * @return this
     */
    public Access join(OrganizationalUnitArn unit) {
        return set(() -> world.organizations().join(account, unit));
    }

    /**
     * Takes the account out of its organization and its units.
     *
     * @return this
     */
    public Access leaveOrganization() {
        return set(() -> world.organizations().leave(account));
    }

    private Access set(Runnable change) {
        return world.arrange(() -> {
            change.run();
            return this;
        });
    }
}
