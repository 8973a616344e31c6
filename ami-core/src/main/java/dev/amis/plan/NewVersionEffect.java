package dev.amis.plan;

import dev.amis.error.NotFoundException;
import dev.amis.internal.RequestDigest;
import dev.amis.internal.TemplateLook;
import dev.amis.spi.CreateLaunchTemplateVersionRequest;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.usage.TemplateLaunches;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code CreateLaunchTemplateVersion}; EC2 gives the number, so the version is known again by its description. */
final class NewVersionEffect implements Effect<TemplateAction.NewVersion> {

    private static final String NO_VERSION = "InvalidLaunchTemplateId.VersionNotFound";
    private static final int MOST_TOKENS = 10;

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
        CreateLaunchTemplateVersionRequest request = action.request();
        for (int next = 1; next < MOST_TOKENS; next++) {
            try {
                TemplateLook.port(ec2).createLaunchTemplateVersion(request);
                return List.of();
            } catch (NotFoundException deleted) {
                if (!deleted.failure().code().equals(Optional.of(NO_VERSION))) {
                    throw deleted;
                }
                request = action.request().withClientToken(token(action, next));
            }
        }
        TemplateLook.port(ec2).createLaunchTemplateVersion(request);
        return List.of();
    }

    /** A token answers what it made, also if that was deleted since by an undo: then it takes another to make it anew. */
    private static String token(TemplateAction.NewVersion action, int next) {
        return RequestDigest.of("again")
                .with("token", action.token())
                .with("next", next)
                .hex();
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
