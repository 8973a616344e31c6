package dev.amis.plan;

import dev.amis.model.DeregistrationProtection.Mode;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;

/** {@code DisableImageDeregistrationProtection}; the way back is protecting it as before. */
final class UnprotectEffect extends ImageEffect<Action.Unprotect> {

    @Override
    public boolean isDone(Action.Unprotect action, Observation now) {
        return now.facts()
                .protection()
                .map(protection -> isLifted(protection.mode()))
                .orElse(false);
    }

    @Override
    public List<SnapshotDeletion> make(Action.Unprotect action, RegionalProvider ec2) {
        ec2.imageLifecycle().disableImageDeregistrationProtection(action.imageId());
        return List.of();
    }

    /** It relies on nothing: protecting an image is right whatever happened to it since. */
    @Override
    public List<PlannedAction> undo(Action.Unprotect action, Facts before, Instant now) {
        return before.protection()
                .filter(protection -> !isLifted(protection.mode()))
                .map(protection -> new Action.Protect(
                        action.region(), action.imageId(), protection.mode() == Mode.ENABLED_WITH_COOLDOWN))
                .map(back -> List.of(PlannedAction.of(back, takesBack(action), Facts.none(), now)))
                .orElse(List.of());
    }

    @Override
    public Reversibility reversibility(Action.Unprotect action, Facts before, Instant now) {
        return Reversibility.reversible("it is protected again as before");
    }

    private static boolean isLifted(Mode mode) {
        return mode == Mode.DISABLED || mode == Mode.COOLING_DOWN;
    }
}
