package dev.amis.rollout;

import dev.amis.internal.Session;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.usage.TemplateLaunches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The launch templates of a roll-out on their way back. */
final class TemplatesBack {

    private final Session session;
    private final NewVersions versions;
    private final PlannedGroups groups;
    private final RolloutPlan plan;
    private final List<String> problems;

    TemplatesBack(Session session, RolloutPlan plan, PlannedGroups groups, List<String> problems) {
        this.session = session;
        this.plan = plan;
        this.groups = groups;
        this.versions = groups.versions();
        this.problems = problems;
    }

    void restoreDefault(TemplateTarget template) {
        RegionPorts ports = groups.ports(template.region());
        long now = ports.template(template.launchTemplateId()).defaultVersionNumber();
        boolean isOurs = versions.all(template).stream().anyMatch(version -> version.versionNumber() == now);
        if (isOurs) {
            ports.launchTemplates().setDefaultVersion(template.launchTemplateId(), template.defaultVersion());
        } else if (template.switchesDefault() && now != template.defaultVersion()) {
            problems.add(told(template) + ": its default version is " + now + ", which somebody else has set");
        }
    }

    /** Without the versions that were made, the latest version is again what it was; what others need of them stays. */
    void deleteVersions(TemplateTarget template) {
        for (LaunchTemplateVersion version : versions.all(template)) {
            List<String> uses = uses(template, version);
            if (uses.isEmpty()) {
                versions.delete(template, version.versionNumber()).stream()
                        .filter(one -> !one.isDeleted())
                        .forEach(one -> problems.add(template + ": " + one));
            } else {
                problems.add(version + " in " + template.region() + " stays: " + String.join(", ", uses));
            }
        }
    }

    private List<String> uses(TemplateTarget template, LaunchTemplateVersion version) {
        List<String> uses = new ArrayList<>(
                TemplateLaunches.read(session.in(template.region()), version, List.of(TemplateLaunches.NAME))
                        .of(version));
        versions.after(template, version.versionNumber())
                .forEach(later -> uses.add("the way back from version " + later.versionNumber() + " leads to it"));
        return uses;
    }

    /** What a listing left out must not be taken for what is not there. */
    void check(TemplateTarget template) {
        if (!problems.isEmpty()) {
            return;
        }
        NewVersions fresh = new NewVersions(plan, () -> 0, groups::ports);
        if (!fresh.areAllListed(template)) {
            problems.add(told(template) + ": not all of its versions are told of yet; try again");
        }
        if (!fresh.all(template).isEmpty()) {
            problems.add(
                    told(template) + ": version " + fresh.all(template).get(0).versionNumber() + " is still there");
        }
        requireSameImage(template);
    }

    /** What a parameter that is not part of the roll-out says may have become another image meanwhile. */
    private void requireSameImage(TemplateTarget template) {
        boolean isPointed = plan.pointers().stream().anyMatch(pointer -> pointer.isNamedBy(template.imageReference()));
        if (isPointed || !template.namesParameter() || template.image().isEmpty()) {
            return;
        }
        Optional<ImageId> image =
                groups.ports(template.region()).image(template.launchTemplateId(), template.version());
        if (!image.equals(template.image())) {
            problems.add(told(template) + ": version " + template.version() + " stands for "
                    + image.map(ImageId::value).orElse("no image") + " by now, not for "
                    + template.image().get());
        }
    }

    private static String told(TemplateTarget template) {
        return template.launchTemplateName() + " in " + template.region();
    }
}
