package dev.amis.share;

import dev.amis.model.AccountId;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.LaunchPermission;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Those whom a chain names.
 *
 * @param permissions they, in the order in which they were named
 * @param includingSnapshots whether it is about the snapshots as well
 */
record Recipients(Set<LaunchPermission> permissions, boolean includingSnapshots) {

    static final Recipients NOBODY = new Recipients(Set.of(), false);

    Recipients {
        permissions = Collections.unmodifiableSet(new LinkedHashSet<>(permissions));
    }

    Recipients and(Collection<? extends LaunchPermission> more) {
        Set<LaunchPermission> all = new LinkedHashSet<>(permissions);
        all.addAll(more);
        return new Recipients(all, includingSnapshots);
    }

    Recipients withSnapshots() {
        return new Recipients(permissions, true);
    }

    /**
     * Checks before any call that there is something to do, and that it can be done.
     *
     * @throws IllegalStateException if nobody is named
     * @throws IllegalArgumentException if snapshots are to be shared with an organization or unit
     */
    void check() {
        if (permissions.isEmpty()) {
            throw new IllegalStateException("nobody was named: name an account, organization or organizational unit");
        }
        permissions.stream()
                .filter(permission -> includingSnapshots && !(permission instanceof LaunchPermission.Account))
                .findFirst()
                .ifPresent(organization -> {
                    throw new IllegalArgumentException("includingSnapshots cannot serve '" + organization
                            + "': EC2 shares snapshots with accounts only; name the accounts, or leave it out, since"
                            + " launching does not need it");
                });
    }

    /** The accounts, as snapshots name them. */
    Set<CreateVolumePermission> ofSnapshots() {
        return permissions.stream()
                .filter(LaunchPermission.Account.class::isInstance)
                .map(permission -> CreateVolumePermission.of(((LaunchPermission.Account) permission).account()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Set<LaunchPermission> of(AccountId... accounts) {
        Set<LaunchPermission> permissions = new LinkedHashSet<>();
        for (AccountId account : accounts) {
            permissions.add(LaunchPermission.of(account));
        }
        return permissions;
    }
}
