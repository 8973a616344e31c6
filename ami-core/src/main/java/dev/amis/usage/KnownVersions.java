package dev.amis.usage;

import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has been read of the versions of one launch template.
 *
 * @param byNumber the versions by their numbers
 * @param defaultVersion the default version as it was last told
 * @param latest the latest version as it was last told
 */
record KnownVersions(
        Map<String, LaunchTemplateVersion> byNumber,
        Optional<LaunchTemplateVersion> defaultVersion,
        Optional<LaunchTemplateVersion> latest) {

    /** Of an answer that holds the latest and the default version. */
    static KnownVersions of(Collection<LaunchTemplateVersion> versions) {
        return new KnownVersions(
                byNumber(versions),
                versions.stream()
                        .filter(LaunchTemplateVersion::isDefaultVersion)
                        .findFirst(),
                versions.stream().max(Comparator.comparingLong(LaunchTemplateVersion::versionNumber)));
    }

    /** By id and by name. */
    static Map<TemplateKey, KnownVersions> byTemplate(List<LaunchTemplateVersion> versions) {
        Map<TemplateKey, List<LaunchTemplateVersion>> byTemplate = new HashMap<>();
        for (LaunchTemplateVersion version : versions) {
            byTemplate
                    .computeIfAbsent(TemplateKey.of(version.launchTemplateId()), key -> new ArrayList<>(2))
                    .add(version);
        }
        Map<TemplateKey, KnownVersions> known = new HashMap<>();
        byTemplate.forEach((key, some) -> {
            KnownVersions ofTemplate = of(some);
            known.put(key, ofTemplate);
            known.put(TemplateKey.of(some.get(0).launchTemplateName()), ofTemplate);
        });
        return known;
    }

    /** With others, which may have been read long ago: which version is the default or the latest they do not tell. */
    KnownVersions and(Collection<LaunchTemplateVersion> more) {
        Map<String, LaunchTemplateVersion> all = byNumber(more);
        all.putAll(byNumber);
        return new KnownVersions(all, defaultVersion, latest);
    }

    /** The version that a number, {@code $Latest} or {@code $Default} stands for. */
    Optional<LaunchTemplateVersion> find(String word) {
        return switch (word) {
            case LaunchTemplateSpecification.LATEST_VERSION -> latest;
            case LaunchTemplateSpecification.DEFAULT_VERSION -> defaultVersion;
            default -> Optional.ofNullable(byNumber.get(word));
        };
    }

    private static Map<String, LaunchTemplateVersion> byNumber(Collection<LaunchTemplateVersion> versions) {
        Map<String, LaunchTemplateVersion> byNumber = new HashMap<>();
        versions.forEach(version -> byNumber.put(Long.toString(version.versionNumber()), version));
        return byNumber;
    }
}
