package dev.amis.plan;

import dev.amis.model.ImageState;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code EnableImage}; the way back is disabling it again. */
final class EnableEffect extends ImageEffect<Action.Enable> {

    @Override
    public boolean isDone(Action.Enable action, Observation now) {
        return now.facts().state().equals(Optional.of(ImageState.AVAILABLE));
    }

    @Override
    public List<SnapshotDeletion> make(Action.Enable action, RegionalProvider ec2) {
        ec2.imageLifecycle().enableImage(action.imageId());
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(Action.Enable action, Facts before, Instant now) {
        if (before.state().equals(Optional.of(ImageState.AVAILABLE))) {
            return List.of();
        }
        Facts left = Facts.builder().state(ImageState.AVAILABLE).build();
        Action disable = new Action.Disable(action.region(), action.imageId());
        return List.of(PlannedAction.of(disable, takesBack(action), left, now));
    }

    @Override
    public Reversibility reversibility(Action.Enable action, Facts before, Instant now) {
        return Reversibility.reversible("it is disabled again");
    }
}
