package dev.amis.plan;

import dev.amis.internal.Pointers;
import dev.amis.model.ImageId;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code PutParameter}; the way back is what the parameter said before, or that it was not there. */
final class PointEffect implements Effect<PointerAction.Point> {

    @Override
    public Observation look(PointerAction.Point action, Facts reliedOn, Observer observer) {
        Observation image = Observation.GONE;
        if (reliedOn.launchPermissions().isPresent()) {
            image = observer.imageAndPermissions(action.region(), action.imageId());
        } else if (reliedOn.state().isPresent()) {
            image = observer.image(action.region(), action.imageId());
        }
        return observer.parameter(action, reliedOn, image);
    }

    @Override
    public boolean isDone(PointerAction.Point action, Observation now) {
        boolean isOurs = now.facts()
                .parameterDescription()
                .map(action.description()::equals)
                .orElse(true);
        return isOurs
                && now.facts()
                        .parameterValue()
                        .equals(Optional.of(action.imageId().value()));
    }

    @Override
    public boolean needsTarget() {
        return false;
    }

    @Override
    public List<SnapshotDeletion> make(PointerAction.Point action, RegionalProvider aws) {
        Pointers.point(aws, action.parameter(), action.imageId(), action.description());
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(PointerAction.Point action, Facts before, Instant now) {
        Facts left = Facts.builder()
                .parameterValue(action.imageId().value())
                .parameterDescription(before.parameterDescription().map(text -> action.description()))
                .build();
        return before.parameterValue()
                .filter(said -> !said.equals(action.imageId().value()))
                .map(said -> back(action, said, before.parameterDescription()))
                .map(back -> List.of(PlannedAction.of(back, ImageEffect.takesBack(action), left, now)))
                .orElse(List.of());
    }

    /** What somebody else kept is somebody else's again. */
    private static Action back(PointerAction.Point action, String said, Optional<String> description) {
        return said.equals(Pointers.NOTHING)
                ? new PointerAction.Remove(action.region(), action.parameter())
                : new PointerAction.Point(
                        action.region(),
                        action.parameter(),
                        ImageId.of(said),
                        description.orElseGet(action::description));
    }

    @Override
    public Reversibility reversibility(PointerAction.Point action, Facts before, Instant now) {
        return Reversibility.reversible(
                before.parameterValue().filter(Pointers.NOTHING::equals).isPresent()
                        ? "the parameter is deleted again"
                        : "the image before is put back");
    }
}
