package dev.amis.plan;

import dev.amis.error.AmiException;
import dev.amis.error.NotFoundException;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;

/** {@code DeleteSnapshot}; the way back is the Recycle Bin. */
final class DeleteSnapshotEffect implements Effect<Action.DeleteSnapshot> {

    @Override
    public Observation look(Action.DeleteSnapshot action, Facts reliedOn, Observer observer) {
        Observation seen = observer.snapshot(action.region(), action.snapshotId());
        if (!seen.isThere() || reliedOn.snapshotPermissions().isEmpty()) {
            return seen;
        }
        Observation shared = observer.snapshotPermissions(action.region(), action.snapshotId());
        return shared.isThere()
                ? new Observation(
                        true,
                        false,
                        seen.facts().withSnapshotPermissions(shared.facts().snapshotPermissions()))
                : shared;
    }

    @Override
    public boolean isDone(Action.DeleteSnapshot action, Observation now) {
        return !now.isThere();
    }

    @Override
    public boolean needsTarget() {
        return false;
    }

    @Override
    public boolean removes() {
        return true;
    }

    @Override
    public List<SnapshotDeletion> make(Action.DeleteSnapshot action, RegionalProvider ec2) {
        ec2.snapshots().deleteSnapshot(action.snapshotId());
        return List.of();
    }

    @Override
    public boolean meansDone(AmiException refusal) {
        return refusal instanceof NotFoundException;
    }

    @Override
    public List<PlannedAction> undo(Action.DeleteSnapshot action, Facts before, Instant now) {
        Action restore = new Action.RestoreSnapshot(action.region(), action.snapshotId());
        return List.of(PlannedAction.of(restore, ImageEffect.takesBack(action), Facts.none(), now));
    }

    @Override
    public Reversibility reversibility(Action.DeleteSnapshot action, Facts before, Instant now) {
        return Reversibility.irreversible("whether the Recycle Bin keeps it was not looked at");
    }
}
