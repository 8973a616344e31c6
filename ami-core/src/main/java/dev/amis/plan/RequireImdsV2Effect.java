package dev.amis.plan;

import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;

/** {@code ModifyImageAttribute} of the IMDS support, which EC2 lets nobody take back. */
final class RequireImdsV2Effect extends ImageEffect<Action.RequireImdsV2> {

    @Override
    public boolean isDone(Action.RequireImdsV2 action, Observation now) {
        return now.requiresImdsV2();
    }

    @Override
    public List<SnapshotDeletion> make(Action.RequireImdsV2 action, RegionalProvider ec2) {
        ec2.imageAttributes().requireImdsV2(action.imageId());
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(Action.RequireImdsV2 action, Facts before, Instant now) {
        return List.of();
    }

    @Override
    public Reversibility reversibility(Action.RequireImdsV2 action, Facts before, Instant now) {
        return Reversibility.irreversible("EC2 has no way back; register a new image on the same snapshots instead");
    }
}
