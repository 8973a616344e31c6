package dev.amis.usage;

import dev.amis.internal.IdFilters;
import dev.amis.internal.Pages;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Own images that were made from another image, which may be in another Region.
 *
 * @param name the name of the source
 * @param copiesInProgress whether only those count that cannot be finished without the other image
 */
record ImageReferences(String name, boolean copiesInProgress) implements ReferenceSource {

    private static final int PAGE = 1_000;
    private static final Filter PENDING = Filter.of("state", ImageState.PENDING.text());

    @Override
    public List<Reference> references(RegionalProvider region) {
        return read(region, List.of());
    }

    @Override
    public List<Reference> referencesTo(RegionalProvider region, Set<ImageId> imageIds) {
        return IdFilters.of("source-image-id", imageIds).stream()
                .flatMap(ids -> read(region, List.of(ids)).stream())
                .filter(reference -> reference.region().equals(region.region()))
                .toList();
    }

    @Override
    public boolean crossesRegions() {
        return true;
    }

    private List<Reference> read(RegionalProvider region, List<Filter> filters) {
        List<Filter> all = copiesInProgress
                ? Stream.concat(Stream.of(PENDING), filters.stream()).toList()
                : filters;
        return Pages.all(
                        "DescribeImages",
                        token -> region.images()
                                .describeImages(DescribeImagesRequest.builder()
                                        .addOwners(ImageOwner.SELF)
                                        .addAllFilters(all)
                                        .includeDeprecated(!copiesInProgress)
                                        .includeDisabled(!copiesInProgress)
                                        .maxResults(PAGE)
                                        .nextToken(token)
                                        .build()))
                .stream()
                .filter(this::counts)
                .flatMap(image -> reference(image).stream())
                .toList();
    }

    /** What is being made from an instance has a source image, too, but needs the instance only. */
    private boolean counts(Image image) {
        return copiesInProgress ? image.sourceInstanceId().isEmpty() : isLiving(image.state());
    }

    private static boolean isLiving(ImageState state) {
        return switch (state) {
            case FAILED, ERROR, INVALID, DEREGISTERED -> false;
            default -> true;
        };
    }

    private Optional<Reference> reference(Image image) {
        return image.sourceImageId()
                .map(source -> new Reference(
                        image.sourceImageRegion().orElse(image.region()),
                        source,
                        name(),
                        image.imageId() + " (" + image.stateText() + " in " + image.region() + ")"));
    }
}
