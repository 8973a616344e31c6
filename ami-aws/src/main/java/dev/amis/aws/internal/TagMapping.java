package dev.amis.aws.internal;

import dev.amis.model.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Tags both ways. */
final class TagMapping {

    private TagMapping() {}

    static Tags read(List<Tag> tags) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Tag tag : tags) {
            // A tag without a value reads as the empty value that it is.
            pairs.put(tag.key(), Optional.ofNullable(tag.value()).orElse(""));
        }
        return Tags.read(pairs);
    }

    static List<Tag> write(Tags tags) {
        return tags.asMap().entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    static Optional<TagSpecification> specification(ResourceType type, Tags tags) {
        return tags.isEmpty()
                ? Optional.empty()
                : Optional.of(TagSpecification.builder()
                        .resourceType(type)
                        .tags(write(tags))
                        .build());
    }
}
