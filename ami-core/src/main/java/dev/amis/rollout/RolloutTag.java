package dev.amis.rollout;

import dev.amis.internal.IdFilters;
import dev.amis.internal.OwnResources;
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
 * the account's own get it: those of others are not the account's to retire, and those that are gone are nobody's.
 */
final class RolloutTag {

    private final String key;
    private final Map<Region, Set<ImageId>> images = new TreeMap<>(Comparator.comparing(Region::value));

    private RolloutTag(String key) {
        this.key = key;
    }

    static RolloutTag of(RolloutPlan plan) {
        RolloutTag tag = new RolloutTag(ReferenceSource.ROLLOUT_TAG_PREFIX + plan.id());
        for (TemplateTarget template : plan.templates()) {
            tag.in(template.region()).add(template.newImage());
            template.imageReference()
                    .filter(text -> text.startsWith("ami-"))
                    .map(ImageId::of)
                    .ifPresent(tag.in(template.region())::add);
        }
        for (PointerTarget pointer : plan.pointers()) {
            tag.in(pointer.region()).addAll(List.of(pointer.image(), pointer.newImage()));
        }
        return tag;
    }

    private Set<ImageId> in(Region region) {
        return images.computeIfAbsent(region, here -> new TreeSet<>());
    }

    Set<Region> regions() {
        return images.keySet();
    }

    void set(RegionalProvider region) {
        List<String> own = own(region);
        if (!own.isEmpty()) {
            region.tags().createTags(new CreateTagsRequest(own, Tags.of(key, "not confirmed")));
        }
    }

    void remove(RegionalProvider region) {
        List<String> own = own(region);
        if (!own.isEmpty()) {
            region.tags().deleteTags(new DeleteTagsRequest(own, Set.of(key)));
        }
    }

    private List<String> own(RegionalProvider region) {
        return IdFilters.of("image-id", in(region.region())).stream()
                .flatMap(filter -> OwnResources.images(region, filter).stream())
                .map(image -> image.imageId().value())
                .toList();
    }
}
