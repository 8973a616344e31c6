package dev.amis.plan;

import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code EnableImageDeprecation}; the way back is the date before. */
final class DeprecateEffect extends ImageEffect<Action.Deprecate> {

    @Override
    public boolean isDone(Action.Deprecate action, Observation now) {
        return now.facts().deprecationTime().equals(Optional.of(action.at()));
    }

    @Override
    public List<SnapshotDeletion> make(Action.Deprecate action, RegionalProvider ec2) {
        ec2.imageLifecycle().enableImageDeprecation(action.imageId(), action.at());
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(Action.Deprecate action, Facts before, Instant now) {
        return before.deprecationTime()
                .filter(date -> !date.equals(action.at()))
                .map(date -> List.of(back(action, date, now)))
                .orElse(List.of());
    }

    @Override
    public Reversibility reversibility(Action.Deprecate action, Facts before, Instant now) {
        return before.deprecationTime()
                .map(date -> date.equals(Instant.MIN)
                        ? Reversibility.reversible("the deprecation is cancelled again")
                        : ofDate(date, now))
                .orElse(Reversibility.reversible("the date before is put back"));
    }

    /** EC2 takes no date in the past, so one that has passed is lost. */
    static Reversibility ofDate(Instant date, Instant now) {
        return date.isAfter(now)
                ? Reversibility.reversible("the date before, " + date + ", is put back until it has passed")
                : Reversibility.irreversible("the date before, " + date + ", has passed and cannot be set again");
    }

    private static PlannedAction back(Action.Deprecate action, Instant date, Instant now) {
        Action back = date.equals(Instant.MIN)
                ? new Action.CancelDeprecation(action.region(), action.imageId())
                : new Action.Deprecate(action.region(), action.imageId(), date);
        Facts left = Facts.builder().deprecationTime(action.at()).build();
        return PlannedAction.of(back, takesBack(action), left, now);
    }
}
