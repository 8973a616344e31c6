package dev.amis.rollout;

import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.internal.RequestDigest;
import dev.amis.internal.VersionTrail;
import dev.amis.launch.VersionOnTop;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.spi.CreateLaunchTemplateVersionRequest;
import dev.amis.spi.TemplateVersionDeletion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** The versions that a roll-out makes: each is known again by its description, also by another process. */
final class NewVersions {

    private final RolloutPlan plan;
    private final LongSupplier chance;
    private final Function<Region, RegionPorts> ports;
    private final Map<TemplateTarget, Optional<LaunchTemplateVersion>> made = new HashMap<>();
    private final Map<LaunchTemplateId, List<LaunchTemplateVersion>> read = new HashMap<>();

    NewVersions(RolloutPlan plan, LongSupplier chance, Function<Region, RegionPorts> ports) {
        this.plan = plan;
        this.chance = chance;
        this.ports = ports;
    }

    /** Makes all that are not there yet. The one on top of the latest comes last, so that it becomes the latest. */
    void make() {
        for (TemplateTarget target : plan.templates()) {
            if (find(target).isEmpty()) {
                RegionPorts region = ports.apply(target.region());
                VersionOnTop onTop = VersionOnTop.of(region.provider(), recorded(target), target.newImage());
                LaunchTemplateVersion version = region.launchTemplates()
                        .createLaunchTemplateVersion(CreateLaunchTemplateVersionRequest.builder()
                                .launchTemplateId(target.launchTemplateId())
                                .sourceVersion(onTop.sourceVersion())
                                .launchTemplateData(onTop.sent())
                                .versionDescription(description(target))
                                .clientToken(token(target))
                                .build());
                made.put(target, Optional.of(version));
            }
        }
    }

    private LaunchTemplateVersion recorded(TemplateTarget target) {
        return versions(target).stream()
                .filter(version -> version.versionNumber() == target.version())
                .findFirst()
                .orElseThrow(() -> new NotFoundException(
                        Failure.of("roll-out", "version " + target.version() + " of it is gone")
                                .resource(target.launchTemplateId().value())
                                .region(target.region())
                                .advice("Make a new plan")
                                .build(),
                        null));
    }

    private List<LaunchTemplateVersion> versions(TemplateTarget target) {
        return read.computeIfAbsent(
                target.launchTemplateId(), id -> ports.apply(target.region()).versions(id));
    }

    /** The version that was made for a target, if it is there. */
    Optional<Long> find(TemplateTarget target) {
        return made.computeIfAbsent(target, one -> all(one).stream().findFirst())
                .map(LaunchTemplateVersion::versionNumber);
    }

    /** Whether any version of the plan is there. */
    boolean hasAny() {
        return plan.templates().stream().anyMatch(target -> find(target).isPresent());
    }

    long number(TemplateTarget target) {
        return find(target).orElseThrow(() -> new IllegalStateException("no version was made for " + target));
    }

    TemplateTarget target(GroupTarget group) {
        return plan.templates().stream()
                .filter(one -> one.region().equals(group.region())
                        && one.launchTemplateId().equals(group.launchTemplateId())
                        && one.version() == group.version())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no template for " + group));
    }

    long number(GroupTarget group) {
        return number(target(group));
    }

    Optional<Long> find(GroupTarget group) {
        return find(target(group));
    }

    /** Deletes a version that was made. */
    List<TemplateVersionDeletion> delete(TemplateTarget target, long number) {
        return ports.apply(target.region())
                .launchTemplates()
                .deleteLaunchTemplateVersions(target.launchTemplateId(), List.of(number));
    }

    /**
     * The versions that were made for a target; more than one only if a first one was not told of yet when another process
     * went on.
     */
    List<LaunchTemplateVersion> all(TemplateTarget target) {
        String description = description(target);
        return versions(target).stream()
                .filter(version -> version.versionNumber() > target.latestVersion()
                        && version.versionDescription().equals(Optional.of(description)))
                .toList();
    }

    /**
     * The versions from which the way back leads to one, as they or their template tell. The one that is the default again does
     * not count: somebody may have gone back to it from the new version already.
     */
    List<LaunchTemplateVersion> after(TemplateTarget target, long number) {
        Tags tags =
                ports.apply(target.region()).template(target.launchTemplateId()).tags();
        VersionTrail trail = new VersionTrail(versions(target), tags);
        return trail.versions().stream()
                .filter(version -> version.versionNumber() != target.defaultVersion())
                .filter(version -> trail.before(version).contains(number))
                .toList();
    }

    /** Whether all versions are told of: a new one may be missing for a moment. */
    boolean areAllListed(TemplateTarget target) {
        long newest = versions(target).stream()
                .mapToLong(LaunchTemplateVersion::versionNumber)
                .max()
                .orElse(0);
        return ports.apply(target.region()).template(target.launchTemplateId()).latestVersionNumber() == newest;
    }

    private String description(TemplateTarget target) {
        return "roll-out " + plan.id() + ": " + target.newImage() + " on version " + target.version();
    }

    private String token(TemplateTarget target) {
        // Not made of the plan alone: after the version was deleted, EC2 would answer the deleted one.
        return RequestDigest.of("roll-out")
                .with("plan", plan.fingerprint())
                .with("template", target.launchTemplateId())
                .with("version", target.version())
                .with("chance", chance.getAsLong())
                .hex();
    }
}
