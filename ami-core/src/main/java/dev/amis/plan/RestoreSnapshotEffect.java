package dev.amis.plan;

import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;

/** {@code RestoreSnapshotFromRecycleBin}. What came back is removed by a plan of its own, never by an undo. */
final class RestoreSnapshotEffect implements Effect<Action.RestoreSnapshot> {

    @Override
    public Observation look(Action.RestoreSnapshot action, Facts reliedOn, Observer observer) {
        return observer.snapshot(action.region(), action.snapshotId());
    }

    @Override
    public boolean isDone(Action.RestoreSnapshot action, Observation now) {
        return now.isThere();
    }

    @Override
    public boolean needsTarget() {
        return false;
    }

    @Override
    public List<SnapshotDeletion> make(Action.RestoreSnapshot action, RegionalProvider ec2) {
        RestoreImageEffect.bin(ec2).restoreSnapshot(action.snapshotId());
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(Action.RestoreSnapshot action, Facts before, Instant now) {
        return List.of();
    }

    @Override
    public Reversibility reversibility(Action.RestoreSnapshot action, Facts before, Instant now) {
        return Reversibility.irreversible("it stays until a plan of its own deletes it again");
    }
}
