package dev.amis.plan;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.internal.TemplateLook;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.spi.TemplateVersionDeletion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code DeleteLaunchTemplateVersions}; numbers of versions are not given again, so there is no way back. */
final class DeleteVersionEffect implements Effect<TemplateAction.DeleteVersion> {

    @Override
    public Observation look(TemplateAction.DeleteVersion action, Facts reliedOn, Observer observer) {
        return observer.template(
                Observer.versions(observer.in(action.region()), action.template(), action.version()),
                Optional.of(action.version()),
                Observation.GONE);
    }

    @Override
    public boolean isDone(TemplateAction.DeleteVersion action, Observation now) {
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
    public Optional<String> obstacle(TemplateAction.DeleteVersion action, Observation now, Instant at) {
        boolean isDefault = action.version() instanceof TemplateVersionName.Numbered numbered
                ? now.facts().defaultVersion().equals(Optional.of(numbered.number()))
                : action.version() instanceof TemplateVersionName.Described described
                        && now.facts().defaultDescription().equals(Optional.of(described.description()));
        return isDefault ? Optional.of("it is the default version, which cannot be deleted") : Optional.empty();
    }

    @Override
    public List<SnapshotDeletion> make(TemplateAction.DeleteVersion action, RegionalProvider ec2) {
        for (TemplateVersionDeletion deletion : TemplateLook.port(ec2)
                .deleteLaunchTemplateVersions(action.template(), List.of(number(action, action.version(), ec2)))) {
            if (!deletion.isDeleted()) {
                throw new ConflictException(Failure.of(
                                "DeleteLaunchTemplateVersions",
                                deletion.message().orElse("it was kept"))
                        .resource(action.template() + " " + action.version())
                        .region(action.region())
                        .code(deletion.errorCode())
                        .build());
            }
        }
        return List.of();
    }

    @Override
    public List<PlannedAction> undo(TemplateAction.DeleteVersion action, Facts before, Instant now) {
        return List.of();
    }

    @Override
    public Reversibility reversibility(TemplateAction.DeleteVersion action, Facts before, Instant now) {
        return Reversibility.irreversible("a version that is made again gets a new number");
    }

    static long number(TemplateAction.SetDefault action, RegionalProvider ec2) {
        return number(action, action.version(), ec2);
    }

    /** The number of a version that may be known by its description only. */
    private static long number(TemplateAction.OnTemplate action, TemplateVersionName version, RegionalProvider ec2) {
        if (version instanceof TemplateVersionName.Numbered numbered) {
            return numbered.number();
        }
        return version.in(TemplateLook.versions(ec2, action.template()))
                .map(LaunchTemplateVersion::versionNumber)
                .orElseThrow(() -> new NotFoundException(
                        Failure.of("DescribeLaunchTemplateVersions", "it has no such version: " + version)
                                .resource(action.template().value())
                                .region(action.region())
                                .build()));
    }
}
