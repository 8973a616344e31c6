package dev.amis.plan;

import dev.amis.model.DeregistrationProtection;
import dev.amis.model.DeregistrationProtection.Mode;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;

/** {@code EnableImageDeregistrationProtection}; the way back is the protection before. */
final class ProtectEffect extends ImageEffect<Action.Protect> {

    @Override
    public boolean isDone(Action.Protect action, Observation now) {
        return now.facts()
                .protection()
                .map(protection -> protection.mode() == left(action).mode())
                .orElse(false);
    }

    @Override
    public List<SnapshotDeletion> make(Action.Protect action, RegionalProvider ec2) {
        ec2.imageLifecycle().enableImageDeregistrationProtection(action.imageId(), action.withCooldown());
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(Action.Protect action, Facts before, Instant now) {
        Facts left = Facts.builder().protection(left(action)).build();
        return before.protection()
                .filter(protection -> protection.mode() != left(action).mode())
                .map(protection -> back(action, protection))
                .map(back -> List.of(PlannedAction.of(back, takesBack(action), left, now)))
                .orElse(List.of());
    }

    @Override
    public Reversibility reversibility(Action.Protect action, Facts before, Instant now) {
        boolean coolingDown = before.protection()
                .map(protection -> protection.mode() == Mode.COOLING_DOWN)
                .orElse(false);
        return action.withCooldown() || coolingDown
                ? Reversibility.partly("it is lifted again, but with cool-down it lasts 24 hours more")
                : Reversibility.reversible("the protection before is put back");
    }

    private static Action back(Action.Protect action, DeregistrationProtection before) {
        return switch (before.mode()) {
            case ENABLED_WITH_COOLDOWN -> new Action.Protect(action.region(), action.imageId(), true);
            case ENABLED_WITHOUT_COOLDOWN, UNKNOWN -> new Action.Protect(action.region(), action.imageId(), false);
            case DISABLED, COOLING_DOWN -> new Action.Unprotect(action.region(), action.imageId());
        };
    }

    private static DeregistrationProtection left(Action.Protect action) {
        return action.withCooldown()
                ? DeregistrationProtection.ENABLED_WITH_COOLDOWN
                : DeregistrationProtection.ENABLED_WITHOUT_COOLDOWN;
    }
}
