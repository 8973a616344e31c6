package dev.amis.rollout;

import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeleteTagsRequest;
import dev.amis.spi.RegionalProvider;
import dev.amis.usage.ReferenceSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tag by which the old and the new images of a roll-out are kept from being retired until it is confirmed. */
final class RolloutTag {

    private final String key;
    private final Map<Region, Set<ImageId>> images = new TreeMap<>(java.util.Comparator.comparing(Region::value));

    private RolloutTag(String key) {
        this.key = key;
    }

    static RolloutTag of(RolloutPlan plan) {
        RolloutTag tag = new RolloutTag(ReferenceSource.ROLLOUT_TAG_PREFIX + plan.id());
        for (TemplateTarget template : plan.templates()) {
            Set<ImageId> here = tag.images.computeIfAbsent(template.region(), region -> new TreeSet<>());
            here.add(template.newImage());
            template.imageReference()
                    .filter(text -> text.startsWith("ami-"))
                    .map(ImageId::of)
                    .ifPresent(here::add);
        }
        return tag;
    }

    Set<Region> regions() {
        return images.keySet();
    }

    void set(RegionalProvider region, String value) {
        region.tags().createTags(new CreateTagsRequest(resources(region), Tags.of(key, value)));
    }

    void remove(RegionalProvider region) {
        region.tags().deleteTags(new DeleteTagsRequest(resources(region), Set.of(key)));
    }

    private List<String> resources(RegionalProvider region) {
        return images.getOrDefault(region.region(), Set.of()).stream()
                .map(ImageId::value)
                .toList();
    }
}
