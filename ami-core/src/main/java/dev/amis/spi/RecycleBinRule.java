package dev.amis.spi;

import dev.amis.model.Tags;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rule by which the Recycle Bin keeps what is removed. Of several that match, the longest retention wins.
 *
 * @param id 11 letters and digits
 * @param resourceType what it keeps
 * @param resourceTags the tags of which a resource must have one; none stands for every resource of the Region
 * @param excludeResourceTags the tags that exempt a resource from a rule for the whole Region
 * @param retention how long it keeps it, 1 to 365 days
 */
public record RecycleBinRule(
        String id,
        RecycleBinResourceType resourceType,
        Map<String, String> resourceTags,
        Map<String, String> excludeResourceTags,
        Duration retention) {

    /** Makes a rule of copies of the maps, in their order. */
    public RecycleBinRule {
        resourceTags = Collections.unmodifiableMap(new LinkedHashMap<>(resourceTags));
        excludeResourceTags = Collections.unmodifiableMap(new LinkedHashMap<>(excludeResourceTags));
    }

    /**
     * Tells whether the rule keeps a resource.
     *
     * @param tags the tags of a resource of the rule's type
     * @return whether it goes to the bin when it is removed
     */
    public boolean covers(Tags tags) {
        if (resourceTags.isEmpty()) {
            return excludeResourceTags.entrySet().stream().noneMatch(tag -> has(tags, tag));
        }
        return resourceTags.entrySet().stream().anyMatch(tag -> has(tags, tag));
    }

    private static boolean has(Tags tags, Map.Entry<String, String> tag) {
        return tags.get(tag.getKey()).filter(tag.getValue()::equals).isPresent();
    }
}
