package dev.amis.spi;

import dev.amis.model.CreateVolumePermission;
import dev.amis.model.SnapshotId;
import java.util.Set;

/**
 * Changing who may make volumes of a snapshot, and copy it. EC2 takes additions or removals in one call, not both, and at most 500.
 *
 * @param snapshotId the snapshot
 * @param add who may from now on
 * @param remove who may no longer
 */
public record ModifyCreateVolumePermissionsRequest(
        SnapshotId snapshotId, Set<CreateVolumePermission> add, Set<CreateVolumePermission> remove) {

    /**
     * Makes a request of copies of the sets.
     *
     * @throws IllegalArgumentException if nothing is to be changed, both additions and removals are asked for, or more
     *     than 500 changes
     */
    public ModifyCreateVolumePermissionsRequest {
        add = RequestChecks.ordered(add);
        remove = RequestChecks.ordered(remove);
        RequestChecks.change("create volume permission", add, remove);
        if (!add.isEmpty() && !remove.isEmpty()) {
            throw new IllegalArgumentException("add has " + add.size() + " and remove " + remove.size()
                    + " entries, but one of them must be empty");
        }
        if (add.size() + remove.size() > 500) {
            throw new IllegalArgumentException("create volume permission changes are " + (add.size() + remove.size())
                    + ", but at most 500 are allowed");
        }
    }
}
