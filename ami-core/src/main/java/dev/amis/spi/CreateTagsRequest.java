package dev.amis.spi;

import dev.amis.model.Tags;
import java.util.List;

/**
 * Setting tags; a tag of the same key is overwritten.
 *
 * @param resources the ids of the resources, of any kinds, 1 to 1,000
 * @param tags the tags
 */
public record CreateTagsRequest(List<String> resources, Tags tags) {

    /**
     * Makes a request.
     *
     * @throws IllegalArgumentException if there are no resources or more than 1,000, no tags, or a tag that EC2 would
     *     refuse
     */
    public CreateTagsRequest {
        resources = RequestChecks.resources(resources);
        RequestChecks.tags(tags);
        if (tags.isEmpty()) {
            throw new IllegalArgumentException("tags is empty, but there must be at least one tag to set");
        }
    }
}
