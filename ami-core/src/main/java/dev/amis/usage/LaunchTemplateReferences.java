package dev.amis.usage;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.internal.IdFilters;
import dev.amis.internal.Pages;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Launch templates: what a launch takes that names no version, and what one takes that asks for the latest. */
record LaunchTemplateReferences() implements ReferenceSource {

    private static final int PAGE = 200;
    private static final String OPERATION = "DescribeLaunchTemplateVersions";

    @Override
    public String name() {
        return "launch templates";
    }

    @Override
    public List<Reference> references(RegionalProvider region) {
        return read(region, List.of());
    }

    /** Asks for versions with a parameter as well: one that was made since the plan could mean one of these images. */
    @Override
    public List<Reference> referencesTo(RegionalProvider region, Set<ImageId> imageIds) {
        return IdFilters.of("image-id", imageIds, "resolve:*").stream()
                .flatMap(ids -> read(region, List.of(ids)).stream())
                .toList();
    }

    private List<Reference> read(RegionalProvider region, List<Filter> filters) {
        LaunchTemplatePort port = region.launchTemplates()
                .orElseThrow(() -> new UnsupportedCapabilityException(
                        Failure.of(OPERATION, "the provider has no port for launch templates")
                                .region(region.region())
                                .advice("Leave the source 'launch templates' out if the account has none")
                                .build()));
        return Pages.all(OPERATION, token -> port.describeLaunchTemplateVersions(request(filters, token))).stream()
                .distinct()
                .flatMap(version -> reference(version).stream())
                .toList();
    }

    private static DescribeLaunchTemplateVersionsRequest request(List<Filter> filters, Optional<String> token) {
        return DescribeLaunchTemplateVersionsRequest.builder()
                .addVersions("$Default", "$Latest")
                .addAllFilters(filters)
                .resolveAlias(true)
                .maxResults(PAGE)
                .nextToken(token)
                .build();
    }

    private Optional<Reference> reference(LaunchTemplateVersion version) {
        return version.imageReference()
                .map(text -> new Reference(version.region(), imageId(version, text), name(), version.toString()));
    }

    /** EC2 checks nothing that a template says, so the text may be anything. */
    private static ImageId imageId(LaunchTemplateVersion version, String text) {
        try {
            return ImageId.of(text);
        } catch (IllegalArgumentException notAnId) {
            throw new ConflictException(
                    Failure.of(OPERATION, "its image is '" + text + "', and which image that is EC2 does not tell")
                            .resource(version.toString())
                            .region(version.region())
                            .advice("Name an image id in the template, or leave the source 'launch templates' out")
                            .build(),
                    notAnId);
        }
    }
}
