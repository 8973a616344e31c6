package dev.amis.plan;

import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** {@code ModifyImageAttribute} of the launch permissions; the way back puts each of those named back to where it was. */
final class LaunchPermissionsEffect extends ImageEffect<Action.ChangeLaunchPermissions> {

    @Override
    boolean readsPermissions() {
        return true;
    }

    @Override
    public boolean isDone(Action.ChangeLaunchPermissions action, Observation now) {
        return now.facts()
                .launchPermissions()
                .map(present -> present.containsAll(action.add()) && Collections.disjoint(present, action.remove()))
                .orElse(false);
    }

    @Override
    public List<SnapshotDeletion> make(Action.ChangeLaunchPermissions action, RegionalProvider ec2) {
        ec2.imageAttributes()
                .modifyLaunchPermissions(
                        new ModifyLaunchPermissionsRequest(action.imageId(), action.add(), action.remove()));
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(Action.ChangeLaunchPermissions action, Facts before, Instant now) {
        return before.launchPermissions()
                .map(present -> back(action, present, now))
                .orElse(List.of());
    }

    @Override
    public Reversibility reversibility(Action.ChangeLaunchPermissions action, Facts before, Instant now) {
        return action.add().isEmpty()
                ? Reversibility.reversible("they may launch it again")
                : Reversibility.partly(
                        "they may launch it no longer, but keep the instances and copies made meanwhile");
    }

    private static List<PlannedAction> back(
            Action.ChangeLaunchPermissions action, Set<LaunchPermission> present, Instant now) {
        Set<LaunchPermission> add = Permissions.intersection(action.remove(), present);
        Set<LaunchPermission> remove = Permissions.difference(action.add(), present);
        if (add.isEmpty() && remove.isEmpty()) {
            return List.of();
        }
        Action back = new Action.ChangeLaunchPermissions(action.region(), action.imageId(), add, remove);
        Facts left = Facts.builder().state(ImageState.AVAILABLE).build();
        return List.of(PlannedAction.of(back, takesBack(action), left, now));
    }
}
