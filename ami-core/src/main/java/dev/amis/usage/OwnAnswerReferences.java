package dev.amis.usage;

import dev.amis.internal.Chunks;
import dev.amis.internal.Pages;
import dev.amis.model.ImageId;
import dev.amis.spi.DescribeImageReferencesRequest;
import dev.amis.spi.ImageReference;
import dev.amis.spi.ImageReferencePort;
import dev.amis.spi.ReferringResources;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * EC2's own answer to who refers to images, for images that are named only.
 *
 * @param versionDepth how many of the newest versions of launch templates count
 */
record OwnAnswerReferences(int versionDepth) implements ReferenceSource {

    private static final String OPERATION = "DescribeImageReferences";

    /** All states but terminated, as the source of instances has it; EC2 would count those as well. */
    private static final List<String> STATES = List.of("pending", "running", "shutting-down", "stopping", "stopped");

    OwnAnswerReferences {
        ReferringResources.launchTemplates(versionDepth);
    }

    @Override
    public String name() {
        return "image references";
    }

    /** EC2 takes ten images in one call: asking for whole accounts would cost more than all other sources together. */
    @Override
    public List<Reference> references(RegionalProvider region) {
        return List.of();
    }

    @Override
    public List<Reference> referencesTo(RegionalProvider region, Set<ImageId> imageIds) {
        ImageReferencePort port =
                SourcePorts.required(region.imageReferences(), region, OPERATION, "EC2's own references", name());
        return Chunks.of(imageIds.stream().sorted().toList(), DescribeImageReferencesRequest.MOST_IMAGES).stream()
                .flatMap(some -> Pages.all(
                        OPERATION,
                        token -> port.describeImageReferences(DescribeImageReferencesRequest.builder()
                                .addAllImageIds(some)
                                .includeAllResourceTypes(true)
                                .addResourceType(new ReferringResources(
                                        ReferringResources.INSTANCE, Map.of(ReferringResources.STATE_NAME, STATES)))
                                .addResourceType(ReferringResources.launchTemplates(versionDepth))
                                .nextToken(token)
                                .build()))
                        .stream())
                .map(reference -> reference(region, reference))
                .toList();
    }

    private Reference reference(RegionalProvider region, ImageReference reference) {
        return new Reference(region.region(), reference.imageId(), name(), reference.arn());
    }
}
