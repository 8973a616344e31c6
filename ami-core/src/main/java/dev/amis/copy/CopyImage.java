package dev.amis.copy;

import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** The beginning of copying an image: where to. */
public final class CopyImage {

    private final Session session;
    private final ImageId source;
    private final Region sourceRegion;
    private final Optional<String> sourceName;

    /**
     * Begins copying an image of the Region that is meant; {@code Amis.copy} does it.
     *
     * @param session the account
     * @param source the image
     */
    @SuppressWarnings("exports")
    public CopyImage(Session session, ImageId source) {
        this(session, source, session.region(), Optional.empty());
    }

    /**
     * Begins copying an image; {@code Amis.copy} does it.
     *
     * @param session the account
     * @param source the image
     */
    @SuppressWarnings("exports")
    public CopyImage(Session session, Image source) {
        this(session, source.imageId(), source.region(), source.name());
    }

    private CopyImage(Session session, ImageId source, Region sourceRegion, Optional<String> sourceName) {
        this.session = session;
        this.source = source;
        this.sourceRegion = sourceRegion;
        this.sourceName = sourceName;
    }

    /**
     * Copies it to Regions of its own partition. The Region of the image itself is possible too, under another name.
     *
     * @param region the Region
     * @param more further Regions
     * @return the request, to be completed
     * @throws IllegalArgumentException if a Region is named twice or belongs to another partition
     */
    public ImageCopying to(Region region, Region... more) {
        return to(Stream.concat(Stream.of(region), Arrays.stream(more)).toList());
    }

    /**
     * Copies it to Regions of its own partition. The Region of the image itself is possible too, under another name.
     *
     * @param regions the Regions, at least one
     * @return the request, to be completed
     * @throws IllegalArgumentException if there is no Region, or one is named twice or belongs to another partition
     */
    public ImageCopying to(Collection<Region> regions) {
        return new ImageCopying(
                session,
                CopyImagesRequest.builder()
                        .sourceImageId(source)
                        .sourceRegion(sourceRegion)
                        .sourceName(sourceName)
                        .addAllDestinations(regions)
                        .build());
    }
}
