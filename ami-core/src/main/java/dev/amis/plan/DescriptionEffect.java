package dev.amis.plan;

import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code ModifyImageAttribute} of the description; the way back is the text before. */
final class DescriptionEffect extends ImageEffect<Action.SetDescription> {

    @Override
    public boolean isDone(Action.SetDescription action, Observation now) {
        return now.facts().description().equals(Optional.of(action.description()));
    }

    @Override
    public List<SnapshotDeletion> make(Action.SetDescription action, RegionalProvider ec2) {
        ec2.imageAttributes().modifyDescription(action.imageId(), action.description());
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(Action.SetDescription action, Facts before, Instant now) {
        Facts left = Facts.builder().description(action.description()).build();
        return before.description()
                .filter(text -> !text.equals(action.description()))
                .map(text -> new Action.SetDescription(action.region(), action.imageId(), text))
                .map(back -> List.of(PlannedAction.of(back, takesBack(action), left, now)))
                .orElse(List.of());
    }

    @Override
    public Reversibility reversibility(Action.SetDescription action, Facts before, Instant now) {
        return Reversibility.reversible("the text before is put back");
    }
}
