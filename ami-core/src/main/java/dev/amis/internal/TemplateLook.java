package dev.amis.internal;

import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.model.LaunchTemplate;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateSpecification;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.DescribeLaunchTemplatesRequest;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.RegionalProvider;
import java.util.Comparator;
import java.util.List;

/** Reads launch templates. Most of what is to be known of one its versions tell: which there are, and which is the default. */
public final class TemplateLook {

    private static final int PAGE = 200;
    private static final String OPERATION = "DescribeLaunchTemplateVersions";

    private TemplateLook() {}

    /**
     * The port of launch templates.
     *
     * @param region the account in a Region
     * @return the port
     * @throws UnsupportedCapabilityException if the provider has none
     */
    public static LaunchTemplatePort port(RegionalProvider region) {
        return region.launchTemplates()
                .orElseThrow(() -> new UnsupportedCapabilityException(
                        Failure.of(OPERATION, "the provider has no port for launch templates")
                                .region(region.region())
                                .build()));
    }

    /**
     * A template with its tags, which its versions do not tell.
     *
     * @param region the account in a Region
     * @param id the template
     * @return the template
     * @throws NotFoundException if there is no such template
     */
    public static LaunchTemplate template(RegionalProvider region, LaunchTemplateId id) {
        DescribeLaunchTemplatesRequest request = DescribeLaunchTemplatesRequest.builder()
                .addLaunchTemplateIds(id)
                .build();
        return Pages.all(
                        "DescribeLaunchTemplates",
                        token -> port(region).describeLaunchTemplates(request.withNextToken(token)))
                .get(0);
    }

    /**
     * All versions of a template.
     *
     * @param region the account in a Region
     * @param id the template
     * @return the versions by their numbers; none if there is no such template
     */
    public static List<LaunchTemplateVersion> versions(RegionalProvider region, LaunchTemplateId id) {
        return read(
                region,
                DescribeLaunchTemplateVersionsRequest.builder()
                        .launchTemplateId(id)
                        .maxResults(PAGE)
                        .build());
    }

    /**
     * All versions of a template.
     *
     * @param region the account in a Region
     * @param name the name of the template
     * @return the versions by their numbers; none if there is no such template
     */
    public static List<LaunchTemplateVersion> versions(RegionalProvider region, String name) {
        return read(
                region,
                DescribeLaunchTemplateVersionsRequest.builder()
                        .launchTemplateName(name)
                        .maxResults(PAGE)
                        .build());
    }

    /**
     * One version with the default and the latest one: all that is to be known for changing it, in one answer.
     *
     * @param region the account in a Region
     * @param id the template
     * @param number the number of the version
     * @return these versions as far as they are there; none if there is no such template
     */
    public static List<LaunchTemplateVersion> around(RegionalProvider region, LaunchTemplateId id, long number) {
        DescribeLaunchTemplateVersionsRequest usual = DescribeLaunchTemplateVersionsRequest.builder()
                .launchTemplateId(id)
                .addVersions(LaunchTemplateSpecification.DEFAULT_VERSION, LaunchTemplateSpecification.LATEST_VERSION)
                .build();
        List<LaunchTemplateVersion> with = read(
                region,
                usual.withVersions(
                        LaunchTemplateSpecification.DEFAULT_VERSION,
                        LaunchTemplateSpecification.LATEST_VERSION,
                        Long.toString(number)));
        // EC2 tells of none of them if one is not there.
        return with.isEmpty() ? read(region, usual) : with;
    }

    private static List<LaunchTemplateVersion> read(
            RegionalProvider region, DescribeLaunchTemplateVersionsRequest request) {
        LaunchTemplatePort port = port(region);
        try {
            return Pages.all(OPERATION, token -> port.describeLaunchTemplateVersions(request.withNextToken(token)))
                    .stream()
                    .distinct()
                    .sorted(Comparator.comparingLong(LaunchTemplateVersion::versionNumber))
                    .toList();
        } catch (NotFoundException gone) {
            return List.of();
        }
    }
}
