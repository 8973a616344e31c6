package dev.amis.usage;

import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What has been read of the versions of one launch template, its latest and default ones among them if it has any. */
final class KnownVersions {

    private final TreeMap<Long, LaunchTemplateVersion> byNumber = new TreeMap<>();

    private KnownVersions(Collection<LaunchTemplateVersion> versions) {
        versions.forEach(version -> byNumber.put(version.versionNumber(), version));
    }

    static KnownVersions of(Collection<LaunchTemplateVersion> versions) {
        return new KnownVersions(versions);
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
            known.put(new TemplateKey(Optional.empty(), Optional.of(some.get(0).launchTemplateName())), ofTemplate);
        });
        return known;
    }

    KnownVersions and(Collection<LaunchTemplateVersion> more) {
        KnownVersions all = of(byNumber.values());
        more.forEach(version -> all.byNumber.put(version.versionNumber(), version));
        return all;
    }

    /** The version that a number, {@code $Latest} or {@code $Default} stands for. */
    Optional<LaunchTemplateVersion> find(String word) {
        return switch (word) {
            case LaunchTemplateSpecification.LATEST_VERSION ->
                Optional.ofNullable(byNumber.lastEntry()).map(Map.Entry::getValue);
            case LaunchTemplateSpecification.DEFAULT_VERSION ->
                byNumber.values().stream()
                        .filter(LaunchTemplateVersion::isDefaultVersion)
                        .findFirst();
            default ->
                byNumber.values().stream()
                        .filter(version -> word.equals(Long.toString(version.versionNumber())))
                        .findFirst();
        };
    }
}
