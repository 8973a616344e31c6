package dev.amis.query;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.NotFoundException;
import dev.amis.internal.Pages;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageOrder;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImagePort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out one search: asks EC2 in every Region, follows the pages, and keeps what counts. */
final class ImageSearch {

    private static final int PAGE = 1_000;
    private static final int IDS = 200;

    private final Session session;
    private final ImageCriteria criteria;
    private final Instant now;
    private int leftOut;

    ImageSearch(Session session, ImageCriteria criteria) {
        this.session = session;
        this.criteria = criteria;
        this.now = session.now();
    }

    /** All that count, newest first. */
    List<Image> list() {
        List<Image> counting = new ArrayList<>();
        for (Region region : regions()) {
            for (Image image : describe(session.in(region).images())) {
                if (criteria.conditions().stream().allMatch(condition -> condition.test(image, now))) {
                    if (isWanted(image)) {
                        counting.add(image);
                    } else {
                        leftOut++;
                    }
                }
            }
        }
        counting.sort(ImageOrder.NEWEST_FIRST);
        return List.copyOf(counting);
    }

    /** The newest that can be used, unless states were asked for. */
    Optional<Image> newest() {
        List<Image> all = list();
        Optional<Image> newest = all.stream().filter(this::isUsable).findFirst();
        leftOut += newest.isEmpty() ? all.size() : 0;
        return newest;
    }

    Optional<Image> only() {
        List<Image> all = list();
        if (all.size() > 1) {
            throw new ConflictException(Failure.of(
                            "find",
                            all.size() + " images are " + criteria + where() + ", the newest being " + all.get(0))
                    .advice("Narrow the search, or take latest() or list()")
                    .build());
        }
        return all.stream().findFirst();
    }

    /** What to say when nothing was found, after having looked. */
    NotFoundException nothing() {
        Failure.Builder failure = Failure.of("find", "no image is " + criteria + where());
        if (leftOut > 0) {
            failure.advice(leftOut + (leftOut == 1 ? " image that matches was" : " images that match were")
                    + " left out as deprecated, disabled or not available; includingDeprecated(), includingDisabled() and"
                    + " state(...) bring such images in");
        }
        return new NotFoundException(failure.build());
    }

    private List<Image> describe(ImagePort images) {
        if (criteria.imageIds().isEmpty()) {
            return pages(images, question().maxResults(PAGE).build());
        }
        List<ImageId> ids = criteria.imageIds().get();
        List<Image> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS) {
            List<ImageId> some = ids.subList(from, Math.min(ids.size(), from + IDS));
            found.addAll(describe(images, question().addAllImageIds(some).build()));
        }
        return found;
    }

    private DescribeImagesRequest.Builder question() {
        return DescribeImagesRequest.builder()
                .addAllOwners(criteria.owners())
                .addAllExecutableUsers(criteria.executableUsers())
                .addAllFilters(criteria.filters())
                .includeDeprecated(criteria.includingDeprecated())
                .includeDisabled(criteria.includingDisabled());
    }

    /** EC2 refuses a question as a whole for one unknown id, so that one is narrowed down by halves. */
    private static List<Image> describe(ImagePort images, DescribeImagesRequest question) {
        List<ImageId> ids = question.imageIds();
        try {
            return pages(images, question);
        } catch (NotFoundException unknown) {
            if (ids.size() == 1) {
                return List.of();
            }
            int half = ids.size() / 2;
            List<Image> found = new ArrayList<>();
            found.addAll(describe(images, question.withImageIds(ids.subList(0, half))));
            found.addAll(describe(images, question.withImageIds(ids.subList(half, ids.size()))));
            return found;
        }
    }

    private static List<Image> pages(ImagePort images, DescribeImagesRequest question) {
        return Pages.all("DescribeImages", token -> images.describeImages(question.withNextToken(token)));
    }

    private boolean isWanted(Image image) {
        return (criteria.includingDeprecated() || !image.isDeprecatedAt(now))
                && (criteria.includingDisabled() || image.state() != ImageState.DISABLED);
    }

    private boolean isUsable(Image image) {
        return criteria.filters().stream().anyMatch(filter -> filter.name().equals("state"))
                || image.state() == ImageState.AVAILABLE
                || (criteria.includingDisabled() && image.state() == ImageState.DISABLED);
    }

    private List<Region> regions() {
        return criteria.regions().isEmpty() ? List.of(session.region()) : criteria.regions();
    }

    private String where() {
        return " in " + String.join(", ", regions().stream().map(Region::value).toList());
    }
}
