package dev.amis.plan;

import dev.amis.error.AmiException;
import dev.amis.error.NotFoundException;
import dev.amis.internal.TemplateLook;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code ModifyLaunchTemplate}; the way back is the default version before. */
final class SetDefaultEffect implements Effect<TemplateAction.SetDefault> {

    @Override
    public Observation look(TemplateAction.SetDefault action, Facts reliedOn, Observer observer) {
        return observer.template(
                Observer.versions(observer.in(action.region()), action.template(), action.version()),
                Optional.of(action.version()),
                Observation.GONE);
    }

    @Override
    public boolean isDone(TemplateAction.SetDefault action, Observation now) {
        if (action.version() instanceof TemplateVersionName.Described described) {
            return now.facts().defaultDescription().equals(Optional.of(described.description()));
        }
        return now.facts()
                .defaultVersion()
                .map(TemplateVersionName.Numbered::new)
                .filter(action.version()::equals)
                .isPresent();
    }

    @Override
    public String missing() {
        return "there is no such version";
    }

    @Override
    public List<SnapshotDeletion> make(TemplateAction.SetDefault action, RegionalProvider ec2) {
        TemplateLook.port(ec2).setDefaultVersion(action.template(), DeleteVersionEffect.number(action, ec2));
        return List.of();
    }

    /** A version that was made just before may not be seen everywhere yet. */
    @Override
    public boolean maySettle(AmiException refusal) {
        return refusal instanceof NotFoundException;
    }

    @Override
    public List<PlannedAction> undo(TemplateAction.SetDefault action, Facts before, Instant now) {
        return before.defaultVersion()
                .filter(number -> number > 0)
                .map(TemplateVersionName.Numbered::new)
                .map(version -> new TemplateAction.SetDefault(action.region(), action.template(), version))
                .map(back -> List.of(PlannedAction.of(back, ImageEffect.takesBack(action), left(action), now)))
                .orElse(List.of());
    }

    private static Facts left(TemplateAction.SetDefault action) {
        Facts.Builder left = Facts.builder();
        if (action.version() instanceof TemplateVersionName.Numbered numbered) {
            left.defaultVersion(numbered.number());
        } else if (action.version() instanceof TemplateVersionName.Described described) {
            left.defaultDescription(described.description());
        }
        return left.build();
    }

    @Override
    public Reversibility reversibility(TemplateAction.SetDefault action, Facts before, Instant now) {
        return Reversibility.reversible(before.defaultVersion()
                .map(number -> "version " + number + " becomes the default again")
                .orElse("the version before becomes the default again"));
    }
}
