package dev.amis.model;

import java.time.Instant;
import java.util.Comparator;

/** The one order in which images are newer than others: by creation date, then by name, then by id. */
public final class ImageOrder {

    /**
     * The newest image first. EC2 answers images in no order and gives whole seconds at times, so name and id decide
     * between images of one date. An image without a date counts as older than any other.
     */
    public static final Comparator<Image> NEWEST_FIRST = Comparator.comparing(ImageOrder::creationDate)
            .thenComparing(image -> image.name().orElse(""))
            .thenComparing(Image::imageId)
            .thenComparing(Image::region)
            .reversed();

    private ImageOrder() {}

    private static Instant creationDate(Image image) {
        return image.creationDate().orElse(Instant.MIN);
    }
}
