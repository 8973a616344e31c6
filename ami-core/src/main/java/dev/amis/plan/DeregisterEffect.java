package dev.amis.plan;

import dev.amis.error.AmiException;
import dev.amis.error.NotFoundException;
import dev.amis.model.ImageState;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code DeregisterImage}; the way back is the Recycle Bin, snapshots first, since an image cannot come back without. */
final class DeregisterEffect extends ImageEffect<Action.Deregister> {

    @Override
    public boolean isDone(Action.Deregister action, Observation now) {
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
    public Optional<String> obstacle(Action.Deregister action, Observation now, Instant at) {
        return now.facts()
                .protection()
                .filter(protection -> protection.blocksAt(at))
                .map(Differences::protection);
    }

    @Override
    public List<SnapshotDeletion> make(Action.Deregister action, RegionalProvider ec2) {
        return ec2.images().deregisterImage(new DeregisterImageRequest(action.imageId(), action.withSnapshots()));
    }

    /** EC2 remembers what is gone for a while and calls it unavailable; a pending image it lets go, other than this code says. */
    @Override
    public boolean meansDone(AmiException refusal) {
        return refusal instanceof NotFoundException || refusal.hasCode("InvalidAMIID.Unavailable");
    }

    @Override
    public List<SnapshotDeletion> aftermath(Action.Deregister action, Observer observer) {
        return action.withSnapshots() ? observer.deletions(action.region(), action.snapshots()) : List.of();
    }

    @Override
    public List<PlannedAction> undo(Action.Deregister action, Facts before, Instant now) {
        List<PlannedAction> back = new ArrayList<>();
        if (action.withSnapshots()) {
            action.snapshots().stream()
                    .map(snapshot -> new Action.RestoreSnapshot(action.region(), snapshot))
                    .map(restore -> PlannedAction.of(restore, takesBack(action), Facts.none(), now))
                    .forEach(back::add);
        }
        Action restore = new Action.RestoreImage(action.region(), action.imageId());
        back.add(PlannedAction.of(restore, takesBack(action), Facts.none(), now));
        if (before.state().equals(Optional.of(ImageState.DISABLED))) {
            back.add(disableAgain(action, now));
        }
        return back;
    }

    /** What comes out of the bin is available, whatever it was before. */
    private static PlannedAction disableAgain(Action.Deregister action, Instant now) {
        Action disable = new Action.Disable(action.region(), action.imageId());
        Facts restored = Facts.builder().state(ImageState.AVAILABLE).build();
        return PlannedAction.of(disable, takesBack(action), restored, now);
    }

    @Override
    public Reversibility reversibility(Action.Deregister action, Facts before, Instant now) {
        return Reversibility.irreversible("whether the Recycle Bin keeps it was not looked at");
    }
}
