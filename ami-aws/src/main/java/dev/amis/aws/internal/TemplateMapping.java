package dev.amis.aws.internal;

import dev.amis.model.LaunchTemplate;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.model.RequestLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

/** Launch templates and their versions as EC2 answers them, and what they say both ways. */
final class TemplateMapping {

    private static final Pattern ANSWERED_ONLY =
            Pattern.compile("MetadataOptions\\.State|.*\\.IsPrimaryIpv6|(.*\\.)?Operator\\..*");

    private TemplateMapping() {}

    static LaunchTemplate read(Region region, software.amazon.awssdk.services.ec2.model.LaunchTemplate template) {
        return LaunchTemplate.builder()
                .launchTemplateId(LaunchTemplateId.of(template.launchTemplateId()))
                .launchTemplateName(Texts.text(template.launchTemplateName()).orElse(""))
                .region(region)
                .defaultVersionNumber(template.defaultVersionNumber())
                .latestVersionNumber(template.latestVersionNumber())
                .createTime(Optional.ofNullable(template.createTime()))
                .tags(TagMapping.read(template.tags()))
                .build();
    }

    static LaunchTemplateVersion read(
            Region region, software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion version) {
        LaunchTemplateVersion.Builder read = LaunchTemplateVersion.builder();
        read.region(region);
        read.launchTemplateId(LaunchTemplateId.of(version.launchTemplateId()));
        read.launchTemplateName(Texts.text(version.launchTemplateName()).orElse(""));
        read.versionNumber(version.versionNumber());
        read.versionDescription(Texts.text(version.versionDescription()));
        read.isDefaultVersion(Texts.isTrue(version.defaultVersion()));
        read.createTime(Optional.ofNullable(version.createTime()));
        Optional.ofNullable(version.launchTemplateData()).ifPresent(data -> read.launchTemplateData(read(data)));
        return read.build();
    }

    static LaunchTemplateData read(ResponseLaunchTemplateData data) {
        Map<String, String> said = FlatFields.flat(data);
        said.keySet().removeIf(TemplateMapping::isAnsweredOnly);
        return LaunchTemplateData.of(said);
    }

    /** How far EC2 is with the metadata options, who looks after something, and which address came first. */
    static boolean isAnsweredOnly(String name) {
        return ANSWERED_ONLY.matcher(name).matches();
    }

    static RequestLaunchTemplateData write(LaunchTemplateData data) {
        return FlatFields.filled(RequestLaunchTemplateData.builder(), data.parameters())
                .build();
    }
}
