package dev.amis.usage;

import dev.amis.internal.OwnResources;
import dev.amis.model.Image;
import dev.amis.spi.Filter;
import dev.amis.spi.RegionalProvider;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Images that a roll-out brings or would go back to, by the tag that it sets. */
record RolloutReferences() implements ReferenceSource {

    @Override
    public String name() {
        return "roll-outs";
    }

    @Override
    public List<Reference> references(RegionalProvider region) {
        return OwnResources.images(region, Filter.of("tag-key", ROLLOUT_TAG_PREFIX + "*")).stream()
                .flatMap(this::of)
                .toList();
    }

    private Stream<Reference> of(Image image) {
        // A copy that took the tag along is not what the roll-out is about.
        return image.tags().asMap().entrySet().stream()
                .filter(tag -> tag.getKey().startsWith(ROLLOUT_TAG_PREFIX)
                        && (!tag.getValue().startsWith("ami-")
                                || tag.getValue().startsWith(image.imageId().value())))
                .map(Map.Entry::getKey)
                .map(key -> new Reference(
                        image.region(),
                        image.imageId(),
                        name(),
                        key.substring(ROLLOUT_TAG_PREFIX.length()) + ", which is not confirmed"));
    }
}
