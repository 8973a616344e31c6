package dev.amis.plan;

import dev.amis.internal.TemplateLook;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.usage.TemplateLaunches;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code CreateLaunchTemplateVersion}; EC2 gives the number, so the version is known again by its description. */
final class NewVersionEffect implements Effect<TemplateAction.NewVersion> {

    @Override
    public Observation look(TemplateAction.NewVersion action, Facts reliedOn, Observer observer) {
        return observer.template(
                TemplateLook.versions(observer.in(action.region()), action.template()),
                Optional.of(made(action)),
                observer.imageOf(action.region(), action.data(), reliedOn));
    }

    @Override
    public boolean isDone(TemplateAction.NewVersion action, Observation now) {
        return now.isThere();
    }

    @Override
    public boolean needsTarget() {
        return false;
    }

    @Override
    public List<SnapshotDeletion> make(TemplateAction.NewVersion action, RegionalProvider ec2) {
        TemplateLook.port(ec2).createLaunchTemplateVersion(action.request());
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(TemplateAction.NewVersion action, Facts before, Instant now) {
        Facts unused = Facts.builder().addUnusedIn(TemplateLaunches.NAME).build();
        return List.of(PlannedAction.of(
                new TemplateAction.DeleteVersion(action.region(), action.template(), made(action)),
                ImageEffect.takesBack(action),
                unused,
                now));
    }

    @Override
    public Reversibility reversibility(TemplateAction.NewVersion action, Facts before, Instant now) {
        return Reversibility.reversible("the version is deleted again, unless something launches from it by then");
    }

    private static TemplateVersionName made(TemplateAction.NewVersion action) {
        return new TemplateVersionName.Described(action.description());
    }
}
