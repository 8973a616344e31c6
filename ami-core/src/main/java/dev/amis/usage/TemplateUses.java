package dev.amis.usage;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who launches from launch templates, and from which versions of them, resolved to images.
 *
 * <p>The default and latest versions of all templates are read at once. Any other version takes a question for its template,
 * one for all of its versions that are in use. Only what EC2 does not know when it is asked for by name is a finding.
 */
final class TemplateUses {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final RegionalProvider region;
    private final String source;
    private final Map<TemplateKey, List<Use>> uses = new LinkedHashMap<>();

    private record Use(String version, String by) {}

    TemplateUses(RegionalProvider region, String source) {
        this.region = region;
        this.source = source;
    }

    void add(LaunchTemplateSpecification specification, String by) {
        Use use = new Use(specification.effectiveVersion(), by);
        List<Use> ofTemplate = uses.computeIfAbsent(TemplateKey.of(specification), key -> new ArrayList<>());
        if (!ofTemplate.contains(use)) {
            ofTemplate.add(use);
        }
    }

    /** Resolves all of them; without any nothing is asked. */
    SourceReading resolve() {
        List<Reference> references = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        if (!uses.isEmpty()) {
            TemplateReading reading = new TemplateReading(region, source);
            Map<TemplateKey, KnownVersions> known = KnownVersions.byTemplate(reading.defaultAndLatest(List.of()));
            uses.forEach((template, ofTemplate) -> {
                Optional<KnownVersions> versions = Optional.ofNullable(known.get(template))
                        .flatMap(before -> completed(reading, template, ofTemplate, before))
                        .or(() -> whole(reading, template));
                for (Use use : ofTemplate) {
                    Optional<LaunchTemplateVersion> version = versions.flatMap(some -> some.find(use.version()));
                    version.flatMap(one -> reading.reference(one, use.by() + " by " + one))
                            .ifPresent(references::add);
                    if (version.isEmpty()) {
                        findings.add(missing(template, use, versions.isEmpty()));
                    }
                }
            });
        }
        return new SourceReading(references, findings);
    }

    /** That a number is not among all versions proves that there is none; anything else must have an answer. */
    private Finding missing(TemplateKey template, Use use, boolean templateIsGone) {
        if (!templateIsGone && !NUMBER.matcher(use.version()).matches()) {
            throw new ConflictException(
                    Failure.of("Reading " + source, "which version '" + use.version() + "' of it is EC2 does not tell")
                            .resource("launch template " + template)
                            .region(region.region())
                            .advice("Name a version by its number in " + use.by() + ", or leave the source '" + source
                                    + "' out")
                            .build());
        }
        return new Finding(
                region.region(),
                source,
                use.by() + " launches from version " + use.version() + " of launch template " + template
                        + ", which does not exist");
    }

    /** What is known of a template, and what else is in use of it; nothing if EC2 did not tell of all that was asked for. */
    private static Optional<KnownVersions> completed(
            TemplateReading reading, TemplateKey template, List<Use> uses, KnownVersions before) {
        Set<String> missing = new TreeSet<>();
        uses.stream()
                .map(Use::version)
                .filter(version -> before.find(version).isEmpty())
                .forEach(missing::add);
        if (missing.isEmpty()) {
            return Optional.of(before);
        }
        if (!missing.stream().allMatch(version -> NUMBER.matcher(version).matches())) {
            return Optional.empty();
        }
        try {
            KnownVersions all = before.and(reading.some(template, List.copyOf(missing)));
            return missing.stream().allMatch(version -> all.find(version).isPresent())
                    ? Optional.of(all)
                    : Optional.empty();
        } catch (NotFoundException oneIsGone) {
            // EC2 then tells of none of them, nor which it is.
            return Optional.empty();
        }
    }

    /** All versions of a template; nothing if there is no such template. */
    private static Optional<KnownVersions> whole(TemplateReading reading, TemplateKey template) {
        try {
            return Optional.of(KnownVersions.of(reading.all(template)));
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }
}
