package dev.amis.spi;

import java.util.List;
import java.util.Set;

/**
 * Removing tags by their keys, whatever their values. Other than with EC2, no keys never means all of them.
 *
 * @param resources the ids of the resources, of any kinds, 1 to 1,000
 * @param keys the keys, 1 to 1,000, none of them beginning with {@code aws:}
 */
public record DeleteTagsRequest(List<String> resources, Set<String> keys) {

    /**
     * Makes a request.
     *
     * @throws IllegalArgumentException if there are no resources or more than 1,000, no keys or more than 1,000, or a
     *     key of AWS
     */
    public DeleteTagsRequest {
        resources = RequestChecks.resources(resources);
        keys = RequestChecks.ordered(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("keys is empty, but there must be at least one tag to remove");
        }
        if (keys.size() > 1_000) {
            throw new IllegalArgumentException("keys has " + keys.size() + " entries, but at most 1000 are allowed");
        }
        for (String key : keys) {
            if (key.startsWith("aws:")) {
                throw new IllegalArgumentException(
                        "keys has '" + key + "', but keys beginning with 'aws:' are reserved for AWS");
            }
        }
    }
}
