package dev.amis.plan;

import dev.amis.model.CreateVolumePermission;
import dev.amis.spi.ModifyCreateVolumePermissionsRequest;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** {@code ModifySnapshotAttribute}; EC2 takes additions or removals in one call, so the way back is one call, too. */
final class SnapshotPermissionsEffect implements Effect<Action.ChangeSnapshotPermissions> {

    @Override
    public Observation look(Action.ChangeSnapshotPermissions action, Facts reliedOn, Observer observer) {
        return observer.snapshotPermissions(action.region(), action.snapshotId());
    }

    @Override
    public boolean isDone(Action.ChangeSnapshotPermissions action, Observation now) {
        return now.facts()
                .snapshotPermissions()
                .map(present -> present.containsAll(action.add()) && Collections.disjoint(present, action.remove()))
                .orElse(false);
    }

    @Override
    public List<SnapshotDeletion> make(Action.ChangeSnapshotPermissions action, RegionalProvider ec2) {
        ec2.snapshots()
                .modifyCreateVolumePermissions(
                        new ModifyCreateVolumePermissionsRequest(action.snapshotId(), action.add(), action.remove()));
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(Action.ChangeSnapshotPermissions action, Facts before, Instant now) {
        return before.snapshotPermissions()
                .map(present -> back(action, present, now))
                .orElse(List.of());
    }

    @Override
    public Reversibility reversibility(Action.ChangeSnapshotPermissions action, Facts before, Instant now) {
        return action.add().isEmpty()
                ? Reversibility.reversible("they may copy it again")
                : Reversibility.partly("they may copy it no longer, but keep the copies made meanwhile");
    }

    private static List<PlannedAction> back(
            Action.ChangeSnapshotPermissions action, Set<CreateVolumePermission> present, Instant now) {
        Set<CreateVolumePermission> add = Permissions.intersection(action.remove(), present);
        Set<CreateVolumePermission> remove = Permissions.difference(action.add(), present);
        if (add.isEmpty() && remove.isEmpty()) {
            return List.of();
        }
        Action back = new Action.ChangeSnapshotPermissions(action.region(), action.snapshotId(), add, remove);
        return List.of(PlannedAction.of(back, ImageEffect.takesBack(action), Facts.none(), now));
    }
}
