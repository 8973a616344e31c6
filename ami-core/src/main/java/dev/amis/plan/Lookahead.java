package dev.amis.plan;

import dev.amis.internal.IdFilters;
import dev.amis.internal.ImageLookup;
import dev.amis.internal.OwnResources;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.spi.Filter;
import dev.amis.spi.RegionalProvider;
import dev.amis.usage.ReferenceSources;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at the images of an action and of those that come after it, so that one call serves many. What was read is good for
 * a few seconds only; then it is read anew.
 */
final class Lookahead {

    /** For how many images is looked at once. */
    static final int MOST = 100;

    /** How long before an action its facts may have been read. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private final Run run;
    private final Map<Region, RegionalProvider> accounts = new HashMap<>();
    private final SnapshotLookahead snapshots;
    private final TemplateLookahead templates;
    private int next;
    private Batch images = Batch.NOTHING;
    private Batch uses = Batch.NOTHING;
    private Map<ImageId, Image> found = Map.of();
    private Map<ImageId, List<String>> usesOf = Map.of();

    /** What was asked for, and when. */
    private record Batch(Region region, List<String> sources, Set<ImageId> asked, Instant at) {

        static final Batch NOTHING = new Batch(Region.US_EAST_1, List.of(), Set.of(), Instant.MIN);

        boolean tells(Region ofRegion, List<String> bySources, ImageId imageId, Instant now) {
            return asked.contains(imageId)
                    && region.equals(ofRegion)
                    && sources.equals(bySources)
                    && !now.isAfter(at.plus(FRESH));
        }
    }

    Lookahead(Run run) {
        this.run = run;
        this.snapshots = new SnapshotLookahead(run);
        this.templates = new TemplateLookahead(run.session());
    }

    /** The same for versions of launch templates that are to be deleted. */
    TemplateLookahead templates() {
        return templates;
    }

    /** The same for snapshots that are to be deleted. */
    SnapshotLookahead snapshots() {
        return snapshots;
    }

    /** Comes to an action: only it and those after it are looked at from now on. */
    void moveTo(int index) {
        this.next = index;
    }

    /** An image as it is; nothing if it is not there. */
    Optional<Image> image(Region region, ImageId imageId) {
        Instant now = run.session().now();
        if (!images.tells(region, List.of(), imageId, now)) {
            Set<ImageId> ahead = ahead(region, imageId);
            if (ahead.size() == 1) {
                return ImageLookup.find(run.session().in(region), imageId);
            }
            images = Batch.NOTHING;
            found = read(region, ahead);
            images = new Batch(region, List.of(), ahead, now);
        }
        Image image = found.get(imageId);
        // Of images that are not the account's own the filter tells nothing.
        return image == null ? ImageLookup.find(run.session().in(region), imageId) : Optional.of(image);
    }

    /** What keeps an image from counting as unused, by the sources that its plan relies on. */
    List<String> usesOf(PlannedAction planned, ImageId imageId) {
        Region region = planned.action().region();
        List<String> sources = planned.facts().unusedIn();
        Instant now = run.session().now();
        if (!uses.tells(region, sources, imageId, now)) {
            Set<ImageId> ahead = ahead(region, imageId);
            uses = Batch.NOTHING;
            usesOf = run.sources().usesOf(sources, accounts.computeIfAbsent(region, this::account), ahead);
            uses = new Batch(region, sources, ahead, now);
        }
        return Objects.requireNonNull(usesOf.get(imageId), "each image that was asked for is answered");
    }

    /** The image that an action changes, or whose tags it changes. */
    static Optional<ImageId> imageOf(Action action) {
        boolean isAbout = action instanceof Action.OnImage
                || (action instanceof Action.OnTags && action.target().startsWith("ami-"));
        return isAbout ? Optional.of(ImageId.of(action.target())) : Optional.empty();
    }

    private Set<ImageId> ahead(Region region, ImageId first) {
        Set<ImageId> ahead = new LinkedHashSet<>();
        ahead.add(first);
        List<PlannedAction> actions = run.plan().actions();
        for (int i = next; i < actions.size() && ahead.size() < MOST; i++) {
            Action action = actions.get(i).action();
            if (action.region().equals(region)) {
                imageOf(action).ifPresent(ahead::add);
            }
        }
        return ahead;
    }

    private RegionalProvider account(Region region) {
        return ReferenceSources.askedOften(run.session().in(region));
    }

    private Map<ImageId, Image> read(Region region, Set<ImageId> ahead) {
        Map<ImageId, Image> read = new HashMap<>();
        for (Filter ids : IdFilters.of("image-id", ahead)) {
            OwnResources.images(run.session().in(region), ids).forEach(image -> read.put(image.imageId(), image));
        }
        return read;
    }
}
