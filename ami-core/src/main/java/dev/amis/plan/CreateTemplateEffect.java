package dev.amis.plan;

import dev.amis.internal.TemplateLook;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.usage.TemplateLaunches;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code CreateLaunchTemplate}; the way back is deleting it while it is as it was made. */
final class CreateTemplateEffect implements Effect<TemplateAction.Create> {

    @Override
    public Observation look(TemplateAction.Create action, Facts reliedOn, Observer observer) {
        return observer.template(
                TemplateLook.versions(observer.in(action.region()), action.name()),
                Optional.empty(),
                observer.imageOf(action.region(), action.data(), reliedOn));
    }

    @Override
    public boolean isDone(TemplateAction.Create action, Observation now) {
        return now.isThere() && now.facts().defaultDescription().equals(Optional.of(action.description()));
    }

    @Override
    public boolean needsTarget() {
        return false;
    }

    @Override
    public List<SnapshotDeletion> make(TemplateAction.Create action, RegionalProvider ec2) {
        TemplateLook.port(ec2).createLaunchTemplate(action.request());
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(TemplateAction.Create action, Facts before, Instant now) {
        Facts left = Facts.builder()
                .defaultVersion(1L)
                .latestVersion(1L)
                .defaultDescription(action.description())
                .addUnusedIn(TemplateLaunches.NAME)
                .build();
        return List.of(PlannedAction.of(
                new TemplateAction.Remove(action.region(), action.name()), ImageEffect.takesBack(action), left, now));
    }

    @Override
    public Reversibility reversibility(TemplateAction.Create action, Facts before, Instant now) {
        return Reversibility.reversible(
                "the template is deleted again, unless it has got versions or is launched from");
    }
}
