package dev.amis.plan;

import dev.amis.error.AmiException;
import dev.amis.error.NotFoundException;
import dev.amis.internal.TemplateLook;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code DeleteLaunchTemplate}; there is no way back to its id. */
final class RemoveTemplateEffect implements Effect<TemplateAction.Remove> {

    @Override
    public Observation look(TemplateAction.Remove action, Facts reliedOn, Observer observer) {
        return observer.template(
                TemplateLook.versions(observer.in(action.region()), action.name()), Optional.empty(), Observation.GONE);
    }

    @Override
    public boolean isDone(TemplateAction.Remove action, Observation now) {
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
    public List<SnapshotDeletion> make(TemplateAction.Remove action, RegionalProvider ec2) {
        TemplateLook.versions(ec2, action.name()).stream()
                .findFirst()
                .ifPresent(version -> TemplateLook.port(ec2).deleteLaunchTemplate(version.launchTemplateId()));
        return List.of();
    }

    @Override
    public boolean meansDone(AmiException refusal) {
        return refusal instanceof NotFoundException;
    }

    @Override
    public List<PlannedAction> undo(TemplateAction.Remove action, Facts before, Instant now) {
        return List.of();
    }

    @Override
    public Reversibility reversibility(TemplateAction.Remove action, Facts before, Instant now) {
        return Reversibility.irreversible("a template that is made again has another id");
    }
}
