package dev.amis.rollout;

import dev.amis.internal.IdFilters;
import dev.amis.internal.OwnResources;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeleteTagsRequest;
import dev.amis.spi.RegionalProvider;
import dev.amis.usage.ReferenceSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tag by which the old and the new images of a roll-out are kept from being retired until it is confirmed. Only images of
 * the account's own get it: those of others are not the account's to retire, and those that are gone are nobody's. It begins
 * with the image's id, so that a copy that takes it along is told from the image itself.
 */
final class RolloutTag {

    private static final String FORWARD = "not confirmed";
    private static final String BACK = "going back";

    private final Session session;
    private final String key;
    private final Map<Region, Set<ImageId>> images = new TreeMap<>(Comparator.comparing(Region::value));

    RolloutTag(Session session, RolloutPlan plan) {
        this.session = session;
        this.key = ReferenceSource.ROLLOUT_TAG_PREFIX + plan.id();
        for (TemplateTarget template : plan.templates()) {
            in(template.region()).add(template.newImage());
            template.image().ifPresent(in(template.region())::add);
        }
        for (PointerTarget pointer : plan.pointers()) {
            in(pointer.region()).addAll(List.of(pointer.image(), pointer.newImage()));
        }
    }

    private Set<ImageId> in(Region region) {
        return images.computeIfAbsent(region, here -> new TreeSet<>());
    }

    Set<Region> regions() {
        return images.keySet();
    }

    void set() {
        regions().forEach(region -> set(region, FORWARD));
    }

    void goBack(Region region) {
        set(region, BACK);
    }

    private void set(Region region, String value) {
        RegionalProvider here = session.in(region);
        for (Image image : own(here)) {
            String id = image.imageId().value();
            here.tags().createTags(new CreateTagsRequest(List.of(id), Tags.of(key, id + " " + value)));
        }
    }

    /** Whether somebody began to take the roll-out back. */
    boolean isGoingBack() {
        return regions().stream()
                .flatMap(region -> own(session.in(region)).stream())
                .anyMatch(image -> image.tags()
                        .get(key)
                        .filter(value -> value.endsWith(BACK))
                        .isPresent());
    }

    void remove() {
        regions().forEach(this::remove);
    }

    private void remove(Region region) {
        RegionalProvider here = session.in(region);
        List<String> own =
                own(here).stream().map(image -> image.imageId().value()).toList();
        if (!own.isEmpty()) {
            here.tags().deleteTags(new DeleteTagsRequest(own, Set.of(key)));
        }
    }

    private List<Image> own(RegionalProvider region) {
        return IdFilters.of("image-id", in(region.region())).stream()
                .flatMap(filter -> OwnResources.images(region, filter).stream())
                .toList();
    }
}
