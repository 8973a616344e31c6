package dev.amis.plan;

import dev.amis.error.AmiException;
import dev.amis.error.NotFoundException;
import dev.amis.internal.Pointers;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code DeleteParameter}; there is no way back to its versions. */
final class RemovePointerEffect implements Effect<PointerAction.Remove> {

    @Override
    public Observation look(PointerAction.Remove action, Facts reliedOn, Observer observer) {
        return observer.parameter(action, reliedOn, Observation.GONE);
    }

    @Override
    public boolean isDone(PointerAction.Remove action, Observation now) {
        return now.facts().parameterValue().equals(Optional.of(Pointers.NOTHING));
    }

    @Override
    public boolean needsTarget() {
        return false;
    }

    @Override
    public List<SnapshotDeletion> make(PointerAction.Remove action, RegionalProvider aws) {
        Pointers.port(aws).deleteParameter(action.parameter());
        return List.of();
    }

    @Override
    public boolean meansDone(AmiException refusal) {
        return refusal instanceof NotFoundException;
    }

    @Override
    public List<PlannedAction> undo(PointerAction.Remove action, Facts before, Instant now) {
        return List.of();
    }

    @Override
    public Reversibility reversibility(PointerAction.Remove action, Facts before, Instant now) {
        return Reversibility.irreversible("its versions are gone for good");
    }
}
