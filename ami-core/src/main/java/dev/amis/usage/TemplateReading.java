package dev.amis.usage;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.internal.Chunks;
import dev.amis.internal.ImageAlias;
import dev.amis.internal.Pages;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.RegionalProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads versions of launch templates for a source, by as few calls as EC2 allows. */
final class TemplateReading {

    private static final int PAGE = 200;
    private static final String OPERATION = "DescribeLaunchTemplateVersions";

    private final LaunchTemplatePort port;
    private final String source;

    TemplateReading(RegionalProvider region, String source) {
        this.source = source;
        this.port = region.launchTemplates()
                .orElseThrow(() -> new UnsupportedCapabilityException(
                        Failure.of(OPERATION, "the provider has no port for launch templates")
                                .region(region.region())
                                .advice("Leave the source '" + source + "' out if the account has none")
                                .build()));
    }

    /** The default and the latest version of every template, each once, as far as they pass the filters. */
    List<LaunchTemplateVersion> defaultAndLatest(List<Filter> filters) {
        return read(request()
                .addVersions("$Default", "$Latest")
                .addAllFilters(filters)
                .resolveAlias(true)
                .build());
    }

    /** All versions of a template. */
    List<LaunchTemplateVersion> all(TemplateKey template) {
        return read(of(template).resolveAlias(true).build());
    }

    /**
     * Some versions of a template by their numbers, which all must exist. They are asked for as they stand, because these
     * never change; only what names a parameter is asked for once more.
     */
    List<LaunchTemplateVersion> some(TemplateKey template, List<String> numbers) {
        List<LaunchTemplateVersion> versions = new ArrayList<>();
        for (List<String> chunk : Chunks.of(numbers, PAGE)) {
            List<LaunchTemplateVersion> asTheyStand =
                    read(of(template).addAllVersions(chunk).resolveAlias(false).build());
            List<String> parameters = asTheyStand.stream()
                    .filter(TemplateReading::namesAParameter)
                    .map(version -> Long.toString(version.versionNumber()))
                    .toList();
            asTheyStand.stream().filter(version -> !namesAParameter(version)).forEach(versions::add);
            if (!parameters.isEmpty()) {
                versions.addAll(read(of(template)
                        .addAllVersions(parameters)
                        .resolveAlias(true)
                        .build()));
            }
        }
        return versions;
    }

    private static boolean namesAParameter(LaunchTemplateVersion version) {
        return version.imageReference().filter(ImageAlias::is).isPresent();
    }

    /** What a version refers to, told as a reference of somebody who launches from it. */
    Optional<Reference> reference(LaunchTemplateVersion version, String by) {
        return version.imageReference()
                .map(text -> new Reference(version.region(), imageId(version, text), source, by));
    }

    private List<LaunchTemplateVersion> read(DescribeLaunchTemplateVersionsRequest request) {
        return Pages.all(OPERATION, token -> port.describeLaunchTemplateVersions(request.withNextToken(token))).stream()
                .distinct()
                .toList();
    }

    private static DescribeLaunchTemplateVersionsRequest.Builder of(TemplateKey template) {
        return request().launchTemplateId(template.id()).launchTemplateName(template.nameWithoutId());
    }

    private static DescribeLaunchTemplateVersionsRequest.Builder request() {
        return DescribeLaunchTemplateVersionsRequest.builder().maxResults(PAGE);
    }

    /** EC2 checks nothing that a template says, so the text may be anything. */
    private ImageId imageId(LaunchTemplateVersion version, String text) {
        try {
            return ImageId.of(text);
        } catch (IllegalArgumentException notAnId) {
            throw new ConflictException(
                    Failure.of(OPERATION, "its image is '" + text + "', and which image that is EC2 does not tell")
                            .resource(version.toString())
                            .region(version.region())
                            .advice("Name an image id in the template, or leave the source '" + source + "' out")
                            .build(),
                    notAnId);
        }
    }
}
