package dev.amis.plan;

import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code DisableImageDeprecation}; the way back is the date before, as long as it has not passed. */
final class CancelDeprecationEffect extends ImageEffect<Action.CancelDeprecation> {

    @Override
    public boolean isDone(Action.CancelDeprecation action, Observation now) {
        return now.facts().deprecationTime().equals(Optional.of(Instant.MIN));
    }

    @Override
    public List<SnapshotDeletion> make(Action.CancelDeprecation action, RegionalProvider ec2) {
        ec2.imageLifecycle().disableImageDeprecation(action.imageId());
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(Action.CancelDeprecation action, Facts before, Instant now) {
        Facts left = Facts.builder().deprecationTime(Instant.MIN).build();
        return before.deprecationTime()
                .filter(date -> !date.equals(Instant.MIN))
                .map(date -> new Action.Deprecate(action.region(), action.imageId(), date))
                .map(back -> List.of(PlannedAction.of(back, takesBack(action), left, now)))
                .orElse(List.of());
    }

    @Override
    public Reversibility reversibility(Action.CancelDeprecation action, Facts before, Instant now) {
        return before.deprecationTime()
                .filter(date -> !date.equals(Instant.MIN))
                .map(date -> DeprecateEffect.ofDate(date, now))
                .orElse(Reversibility.reversible("the date before is put back, if it has not passed"));
    }
}
