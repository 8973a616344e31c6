package dev.amis.usage;

import dev.amis.internal.IdFilters;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.Filter;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Launch templates: what a launch takes that names no version, what one takes that asks for the latest, and the versions
 * before that if they are wanted.
 *
 * @param versions which versions count
 */
record LaunchTemplateReferences(TemplateVersions versions) implements ReferenceSource {

    /** What EC2 makes of a parameter may be any image, so versions that name one are never filtered away. */
    private static final String PARAMETERS = "resolve:*";

    @Override
    public String name() {
        return "launch templates";
    }

    @Override
    public List<Reference> references(RegionalProvider region) {
        TemplateReading reading = new TemplateReading(region, name());
        List<LaunchTemplateVersion> known = reading.defaultAndLatest(List.of());
        return references(reading, versions.newest() == 1 ? known : widened(reading, known));
    }

    /** Asks for versions with a parameter as well: one that was made since the plan could mean one of these images. */
    @Override
    public List<Reference> referencesTo(RegionalProvider region, Set<ImageId> imageIds) {
        if (versions.newest() > 1) {
            return ReferenceSource.super.referencesTo(region, imageIds);
        }
        TemplateReading reading = new TemplateReading(region, name());
        List<Filter> filters = IdFilters.of("image-id", imageIds, PARAMETERS);
        return filters.stream()
                .flatMap(ids -> references(reading, reading.defaultAndLatest(List.of(ids))).stream())
                .toList();
    }

    private List<Reference> references(TemplateReading reading, List<LaunchTemplateVersion> read) {
        return read.stream()
                .flatMap(version -> reading.reference(version, version.toString()).stream())
                .toList();
    }

    private List<LaunchTemplateVersion> widened(TemplateReading reading, List<LaunchTemplateVersion> known) {
        Map<LaunchTemplateId, List<LaunchTemplateVersion>> templates = new LinkedHashMap<>();
        known.forEach(version -> templates
                .computeIfAbsent(version.launchTemplateId(), id -> new ArrayList<>(2))
                .add(version));
        List<LaunchTemplateVersion> all = new ArrayList<>();
        templates.forEach((id, two) -> all.addAll(isWhole(two) ? two : chosen(reading.all(TemplateKey.of(id)))));
        return all;
    }

    /** Versions are counted from 1, so that there can be none beside the first, or the first two. */
    private static boolean isWhole(List<LaunchTemplateVersion> known) {
        return known.stream()
                        .mapToLong(LaunchTemplateVersion::versionNumber)
                        .max()
                        .orElse(0)
                <= known.size();
    }

    private List<LaunchTemplateVersion> chosen(List<LaunchTemplateVersion> all) {
        List<LaunchTemplateVersion> newestFirst = all.stream()
                .sorted(Comparator.comparingLong(LaunchTemplateVersion::versionNumber)
                        .reversed())
                .toList();
        List<LaunchTemplateVersion> chosen = new ArrayList<>();
        for (LaunchTemplateVersion version : newestFirst) {
            if (chosen.size() < versions.newest() || version.isDefaultVersion()) {
                chosen.add(version);
            }
        }
        return chosen;
    }
}
