package dev.amis.launch;

import dev.amis.internal.Session;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.TemplateAction;
import dev.amis.plan.TemplateVersionName;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Optional;

/** Plans a new version: what it says, whether it is there already, and whether it becomes the default. */
final class VersionPlanning {

    private final Session session;
    private final VersionRequest request;
    private final Plan.Builder plan;
    private final RegionalProvider region;
    private final List<LaunchTemplateVersion> versions;
    private final LaunchTemplateVersion usual;
    private final LaunchTemplateVersion source;

    VersionPlanning(Session session, VersionRequest request, Plan.Builder plan) {
        if (request.changes().isEmpty()) {
            throw new IllegalStateException(
                    "no change is asked for, so the version would say the same; say image(…) or with(…)");
        }
        this.session = session;
        this.request = request;
        this.plan = plan;
        this.region = session.here();
        this.versions = request.template().read(region);
        this.usual = version(LaunchTemplateSpecification.DEFAULT_VERSION);
        this.source =
                request.source().map(number -> version(Long.toString(number))).orElse(usual);
    }

    private LaunchTemplateVersion version(String word) {
        return request.template().version(region, versions, word);
    }

    void plan() {
        LaunchTemplateData before = source.launchTemplateData();
        LaunchTemplateData after =
                DataChange.withoutOldRoot(region, before, DataChange.apply(request.changes(), before));
        if (after.isEmpty()) {
            throw new IllegalStateException("the version would say nothing, but must name at least one parameter");
        }
        if (after.equals(before)) {
            plan.addNote("version " + source.versionNumber() + " says so already");
            takeOver(source);
            return;
        }
        String description = description(after);
        Optional<LaunchTemplateVersion> there = versions.stream()
                .filter(version -> version.versionDescription()
                                .filter(one -> VersionMark.areAlike(one, description))
                                .isPresent()
                        && version.launchTemplateData().equals(after))
                .findFirst();
        if (there.isPresent()) {
            plan.addNote(
                    "the version is there already, as version " + there.get().versionNumber() + "; undoing leaves it");
            takeOver(there.get());
        } else {
            make(before, after, description);
        }
    }

    private String description(LaunchTemplateData after) {
        String description =
                VersionMark.ofVersion(request.description(), template().value(), source.versionNumber(), after);
        return request.usual() && usual.versionNumber() != source.versionNumber()
                ? VersionMark.withDefaultBefore(description, usual.versionNumber())
                : description;
    }

    private void takeOver(LaunchTemplateVersion version) {
        if (request.usual() && version.versionNumber() != usual.versionNumber()) {
            check(version.launchTemplateData());
            setDefault(new TemplateVersionName.Numbered(version.versionNumber()));
        }
    }

    private void make(LaunchTemplateData before, LaunchTemplateData after, String description) {
        check(after);
        VersionOnTop onTop = VersionOnTop.of(source.versionNumber(), before, after);
        TemplateDiff diff = TemplateDiff.between("version " + source.versionNumber(), before, "the new version", after);
        Facts.Builder facts = Requests.image(onTop.sent(), Facts.builder());
        if (request.usual() || request.source().isEmpty()) {
            facts.defaultVersion(usual.versionNumber());
        }
        plan.addAction(PlannedAction.of(
                new TemplateAction.NewVersion(
                        session.region(),
                        template(),
                        onTop.source().isPresent() ? Optional.of(source.versionNumber()) : Optional.empty(),
                        onTop.sent(),
                        description,
                        VersionMark.token(session, description)),
                diff.toString(),
                facts.build(),
                session.now()));
        diff.lines().forEach(plan::addNote);
        if (request.usual()) {
            setDefault(new TemplateVersionName.Described(description));
        }
    }

    private void setDefault(TemplateVersionName version) {
        plan.addAction(PlannedAction.of(
                new TemplateAction.SetDefault(session.region(), template(), version),
                "the default is version " + usual.versionNumber(),
                Facts.builder().defaultVersion(usual.versionNumber()).build(),
                session.now()));
    }

    private void check(LaunchTemplateData data) {
        Requests.refuseErrors(session.region(), source.toString(), Validation.of(region, usual, data), plan::addNote);
    }

    private LaunchTemplateId template() {
        return source.launchTemplateId();
    }
}
