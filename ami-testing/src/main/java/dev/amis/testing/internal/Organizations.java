package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.OrganizationArn;
import dev.amis.model.OrganizationalUnitArn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which accounts belong to which organizations and units; judged when a call is made. Guarded by the world's lock. */
public final class Organizations {

    private final Map<AccountId, Set<String>> memberships = new HashMap<>();

    /** Puts an account into an organization. */
    public void join(AccountId account, OrganizationArn organization) {
        memberships.computeIfAbsent(account, id -> new HashSet<>()).add(organization.value());
    }

    /** Puts an account into a unit and so into the unit's organization; units above it must be joined as well. */
    public void join(AccountId account, OrganizationalUnitArn unit) {
        memberships.computeIfAbsent(account, id -> new HashSet<>()).add(unit.value());
        String withoutUnit = unit.value().substring(0, unit.value().lastIndexOf('/'));
        join(account, OrganizationArn.of(withoutUnit.replace(":ou/", ":organization/")));
    }

    /** Takes an account out of its organization and all units. */
    public void leave(AccountId account) {
        memberships.remove(account);
    }

    boolean isMember(AccountId account, OrganizationArn organization) {
        return memberships.getOrDefault(account, Set.of()).contains(organization.value());
    }

    boolean isMember(AccountId account, OrganizationalUnitArn unit) {
        return memberships.getOrDefault(account, Set.of()).contains(unit.value());
    }
}
