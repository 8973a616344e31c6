package dev.amis.testing.internal.load;

import dev.amis.model.Tags;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tags as EC2 answers them: a list of keys and values. */
final class Tagged {

    private Tagged() {}

    static Tags tags(JsonValue resource) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (JsonValue tag : resource.list("Tags")) {
            tags.put(tag.require("Key").text(), tag.text("Value").orElse(""));
        }
        return Tags.read(tags);
    }
}
