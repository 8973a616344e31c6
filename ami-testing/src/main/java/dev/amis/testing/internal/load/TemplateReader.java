package dev.amis.testing.internal.load;

import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;

/** A version of a launch template as {@code describe-launch-template-versions} prints it. */
final class TemplateReader {

    private TemplateReader() {}

    static LaunchTemplateVersion version(JsonValue version, Region region) {
        LaunchTemplateId id = version.requireAs("LaunchTemplateId", LaunchTemplateId::of);
        LaunchTemplateVersion.Builder builder = LaunchTemplateVersion.builder()
                .launchTemplateId(id)
                .launchTemplateName(version.text("LaunchTemplateName").orElse(id.value()))
                .region(region)
                .versionNumber(version.require("VersionNumber").wholeNumber())
                .isDefaultVersion(version.flag("DefaultVersion"))
                .createTime(version.instant("CreateTime"));
        version.get("LaunchTemplateData").map(TemplateReader::data).ifPresent(builder::launchTemplateData);
        return builder.build();
    }

    /** Of a recording only what concerns images is taken. */
    private static LaunchTemplateData data(JsonValue data) {
        LaunchTemplateData volumes = LaunchTemplateData.none().withBlockDeviceMappings(Mappings.of(data));
        return data.text("ImageId")
                .filter(reference -> !reference.isEmpty())
                .map(reference -> volumes.with("ImageId", reference))
                .orElse(volumes);
    }
}
