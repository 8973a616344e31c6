package dev.amis.launch;

import dev.amis.internal.VersionTrail;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Tags;
import dev.amis.usage.TemplateLaunches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides about each version of a template.
 *
 * @param versions all versions by their numbers
 * @param tags the tags of the template
 * @param launches who launches from them
 * @param newest how many of the highest numbers stay
 * @param since from when on versions stay that were made then
 */
record PruneReview(
        List<LaunchTemplateVersion> versions,
        Tags tags,
        TemplateLaunches launches,
        int newest,
        Optional<Instant> since) {

    LaunchTemplateVersion latest() {
        return versions.get(versions.size() - 1);
    }

    LaunchTemplateVersion usual() {
        return versions.stream()
                .filter(LaunchTemplateVersion::isDefaultVersion)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("EC2 told of no default version of " + versions.get(0)));
    }

    /** The newest first. */
    List<VersionDecision> decisions() {
        List<VersionDecision> decisions = new ArrayList<>();
        Set<Long> before = before();
        for (int place = versions.size() - 1; place >= 0; place--) {
            LaunchTemplateVersion version = versions.get(place);
            List<String> reasons = reasons(version, versions.size() - place, before);
            decisions.add(
                    reasons.isEmpty()
                            ? new VersionDecision(version.versionNumber(), false, List.of("nothing keeps it"))
                            : new VersionDecision(version.versionNumber(), true, reasons));
        }
        return List.copyOf(decisions);
    }

    /** The versions to go back to from the default one. */
    private Set<Long> before() {
        LaunchTemplateVersion usual = usual();
        Set<Long> noted = new VersionTrail(versions, tags).before(usual);
        return noted.isEmpty()
                ? versions.stream()
                        .map(LaunchTemplateVersion::versionNumber)
                        .filter(number -> number < usual.versionNumber())
                        .max(Comparator.naturalOrder())
                        .map(Set::of)
                        .orElse(Set.of())
                : noted;
    }

    /** What a version was made on top of that a roll-out brought: not every image can be marked that it would go back to. */
    private Optional<String> rollOut(LaunchTemplateVersion version) {
        return versions.stream()
                .filter(brought -> VersionTrail.of(brought).contains(version.versionNumber()))
                .flatMap(brought -> launches.rolloutsOf(brought).stream())
                .findFirst()
                .map(rollOut -> rollOut + ", would go back to it");
    }

    private List<String> reasons(LaunchTemplateVersion version, int rank, Set<Long> before) {
        List<String> reasons = new ArrayList<>();
        if (version.isDefaultVersion()) {
            reasons.add("it is the default version");
        }
        if (rank == 1) {
            reasons.add("it is the latest version");
        } else if (rank <= newest) {
            reasons.add("it is among the latest " + newest);
        }
        if (before.contains(version.versionNumber())) {
            reasons.add("the way back from the default version leads to it");
        }
        since.filter(from ->
                        version.createTime().map(made -> !made.isBefore(from)).orElse(true))
                .ifPresent(from -> reasons.add(version.createTime()
                        .map(made -> "it was made at " + made + ", not before " + from)
                        .orElse("when it was made is not known")));
        rollOut(version).ifPresent(reasons::add);
        reasons.addAll(launches.of(version));
        return reasons;
    }
}
