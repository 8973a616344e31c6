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

/** Own images that are being made from another image. */
record CopyReferences() implements ReferenceSource {

    private static final int PAGE = 1_000;
    private static final Filter PENDING = Filter.of("state", ImageState.PENDING.text());

    @Override
    public String name() {
        return "copies in progress";
    }

    @Override
    public List<Reference> references(RegionalProvider region) {
        return read(region, List.of(PENDING));
    }

    @Override
    public List<Reference> referencesTo(RegionalProvider region, Set<ImageId> imageIds) {
        return IdFilters.of("source-image-id", imageIds).stream()
                .flatMap(ids -> read(region, List.of(PENDING, ids)).stream())
                .filter(reference -> reference.region().equals(region.region()))
                .toList();
    }

    @Override
    public boolean crossesRegions() {
        return true;
    }

    private List<Reference> read(RegionalProvider region, List<Filter> filters) {
        return Pages.all(
                        "DescribeImages",
                        token -> region.images()
                                .describeImages(DescribeImagesRequest.builder()
                                        .addOwners(ImageOwner.SELF)
                                        .addAllFilters(filters)
                                        .maxResults(PAGE)
                                        .nextToken(token)
                                        .build()))
                .stream()
                .flatMap(image -> reference(image).stream())
                .toList();
    }

    /** An image that is made from an instance has a source image too, but needs the instance only. */
    private Optional<Reference> reference(Image copy) {
        return copy.sourceImageId()
                .filter(source -> copy.sourceInstanceId().isEmpty())
                .map(source -> new Reference(
                        copy.sourceImageRegion().orElse(copy.region()),
                        source,
                        name(),
                        copy.imageId() + " (" + copy.stateText() + " in " + copy.region() + ")"));
    }
}
