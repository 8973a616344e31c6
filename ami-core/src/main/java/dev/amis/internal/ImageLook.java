package dev.amis.internal;

import dev.amis.error.NotFoundException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.ImagePort;
import dev.amis.spi.RegionalProvider;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One look at many images of a Region, of which some may not be visible.
 *
 * <p>A question by ids is answered fastest, but EC2 refuses it as a whole for a single unknown id. So images that were
 * invisible at the last look are asked for by a filter on their ids among the account's own images, which leaves out what
 * it does not know. That makes one call for up to 200 images as long as all or none are known, and one more in the look
 * that first meets an unknown id. An id that may belong to somebody else is asked for alone if the filter has not shown it.
 */
final class ImageLook {

    /** As many values as EC2 takes in one filter. */
    static final int CHUNK = 200;

    /** An image to look for: whether it is surely ours, was seen before, was invisible just now, and needs a percentage. */
    record Wanted(ImageId imageId, boolean ours, boolean seen, boolean missing, boolean listenedTo) {

        Wanted and(Wanted same) {
            return new Wanted(
                    imageId,
                    ours || same.ours,
                    seen || same.seen,
                    missing || same.missing,
                    listenedTo || same.listenedTo);
        }
    }

    /** What a look showed; an image that is neither found nor gone was not visible. */
    record Sight(Map<ImageId, Image> found, Set<ImageId> gone, Map<ImageId, Integer> percents) {

        OptionalInt percentOf(ImageId id) {
            Integer percent = percents.get(id);
            return percent == null ? OptionalInt.empty() : OptionalInt.of(percent);
        }
    }

    private final ImagePort images;
    private final Map<ImageId, Image> found = new HashMap<>();
    private final Set<ImageId> gone = new HashSet<>();

    private ImageLook(ImagePort images) {
        this.images = images;
    }

    static Sight at(RegionalProvider ports, List<Wanted> wanted) {
        ImageLook look = new ImageLook(ports.images());
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            look.look(wanted.subList(from, Math.min(wanted.size(), from + CHUNK)));
        }
        List<Image> listenedTo = wanted.stream()
                .filter(Wanted::listenedTo)
                .flatMap(one -> Optional.ofNullable(look.found.get(one.imageId())).stream())
                .filter(image -> image.state() == ImageState.PENDING)
                .toList();
        return new Sight(look.found, look.gone, SnapshotProgress.percents(ports.snapshots(), listenedTo));
    }

    private void look(List<Wanted> wanted) {
        if (wanted.size() > 1 && wanted.stream().anyMatch(Wanted::missing)) {
            lookByFilter(wanted);
            return;
        }
        try {
            lookById(wanted);
        } catch (NotFoundException unknown) {
            // With one id the answer is plain; with more it does not say reliably which of them is unknown.
            if (wanted.size() > 1) {
                lookByFilter(wanted);
            }
        }
    }

    private void lookById(List<Wanted> wanted) {
        keep(DescribeImagesRequest.builder()
                .addAllImageIds(wanted.stream().map(Wanted::imageId).toList())
                .includeDeprecated(true)
                .includeDisabled(true)
                .build());
        // An answer without error that lacks an image is how EC2 shows one that was deregistered not long ago.
        for (Wanted one : wanted) {
            if (one.seen() && !found.containsKey(one.imageId())) {
                gone.add(one.imageId());
            }
        }
    }

    private void lookByFilter(List<Wanted> wanted) {
        keep(DescribeImagesRequest.builder()
                .addOwner(ImageOwner.SELF)
                .addFilter(new Filter(
                        "image-id",
                        wanted.stream().map(one -> one.imageId().value()).toList()))
                .includeDeprecated(true)
                .includeDisabled(true)
                .build());
        for (Wanted one : wanted) {
            if (!one.ours() && !found.containsKey(one.imageId())) {
                look(List.of(one));
            }
        }
    }

    private void keep(DescribeImagesRequest request) {
        for (Image image : Pages.all("DescribeImages", token -> images.describeImages(request.withNextToken(token)))) {
            found.put(image.imageId(), image);
        }
    }
}
