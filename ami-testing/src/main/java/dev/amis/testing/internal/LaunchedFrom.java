package dev.amis.testing.internal;

import dev.amis.model.Instance;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Tags;
import java.util.Map;
import java.util.TreeMap;

/** What an instance has of the launch template that a call launched it from. */
final class LaunchedFrom {

    private static final String SPECIFICATION = "TagSpecifications\\.\\d+\\.";

    private LaunchedFrom() {}

    /** Subnet and tags, where the call did not say them, and the tags by which EC2 tells of template and version. */
    static Instance mark(Instance instance, LaunchTemplateVersion version) {
        Map<String, String> tags = new TreeMap<>(ofInstances(version.launchTemplateData()));
        tags.putAll(instance.tags().asMap());
        tags.put("aws:ec2launchtemplate:id", version.launchTemplateId().value());
        tags.put("aws:ec2launchtemplate:version", Long.toString(version.versionNumber()));
        return instance.withTags(Tags.read(tags))
                .withSubnetId(instance.subnetId()
                        .or(() -> version.launchTemplateData().get("SubnetId")));
    }

    private static Map<String, String> ofInstances(LaunchTemplateData data) {
        Map<String, String> tags = new TreeMap<>();
        data.parameters().forEach((name, key) -> {
            if (name.matches(SPECIFICATION + "Tags\\.\\d+\\.Key")) {
                String specification = name.replaceFirst("Tags\\..*", "");
                String value = data.get(name.replaceFirst("Key$", "Value")).orElse("");
                data.get(specification + "ResourceType")
                        .filter("instance"::equals)
                        .ifPresent(ofInstance -> tags.put(key, value));
            }
        });
        return tags;
    }
}
