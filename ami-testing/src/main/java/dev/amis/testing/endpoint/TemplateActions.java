package dev.amis.testing.endpoint;

import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import dev.amis.testing.internal.Direct;
import dev.amis.testing.internal.Templates;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesResponse;
import software.amazon.awssdk.services.ec2.model.EbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateEbsBlockDevice;

/** Launch templates and their versions, of which only what concerns images is told. */
final class TemplateActions {

    private TemplateActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "DescribeLaunchTemplates" ->
                Action.of(
                        DescribeLaunchTemplatesRequest::builder,
                        DescribeLaunchTemplatesRequest.class,
                        TemplateActions::summaries,
                        "LaunchTemplateId",
                        "LaunchTemplateName",
                        "Filter",
                        "MaxResults",
                        "NextToken");
            case "DescribeLaunchTemplateVersions" ->
                Action.of(
                        DescribeLaunchTemplateVersionsRequest::builder,
                        DescribeLaunchTemplateVersionsRequest.class,
                        TemplateActions::templates,
                        "LaunchTemplateId",
                        "LaunchTemplateName",
                        "LaunchTemplateVersion",
                        "Filter",
                        "ResolveAlias",
                        "MaxResults",
                        "NextToken");
            default -> null;
        };
    }

    private static SdkPojo summaries(DescribeLaunchTemplatesRequest request, RegionalProvider account) {
        request.launchTemplateIds().forEach(id -> Read.id("LaunchTemplateId", "lt", id, LaunchTemplateId::of));
        List<String> words = Stream.concat(request.launchTemplateIds().stream(), request.launchTemplateNames().stream())
                .toList();
        Direct direct = Action.behind(account);
        Page<Templates.Summary> page = direct.surroundings()
                .describeLaunchTemplates(
                        direct.caller(),
                        Read.question(words, request.filters(), request.maxResults(), request.nextToken()));
        return DescribeLaunchTemplatesResponse.builder()
                .launchTemplates(
                        page.items().stream().map(TemplateActions::write).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static LaunchTemplate write(Templates.Summary template) {
        return LaunchTemplate.builder()
                .launchTemplateId(template.id().value())
                .launchTemplateName(template.name())
                .defaultVersionNumber(template.defaultVersion())
                .latestVersionNumber(template.latestVersion())
                .createTime(template.createTime().orElse(null))
                .build();
    }

    private static SdkPojo templates(DescribeLaunchTemplateVersionsRequest request, RegionalProvider account) {
        var asked = dev.amis.spi.DescribeLaunchTemplateVersionsRequest.builder()
                .launchTemplateId(Read.optional(
                        request.launchTemplateId(), id -> Read.id("LaunchTemplateId", "lt", id, LaunchTemplateId::of)))
                .launchTemplateName(Optional.ofNullable(request.launchTemplateName()))
                .addAllVersions(request.versions())
                .addAllFilters(Read.filters(request.filters()))
                .resolveAlias(Boolean.TRUE.equals(request.resolveAlias()))
                .nextToken(Optional.ofNullable(request.nextToken()));
        Optional.ofNullable(request.maxResults()).ifPresent(asked::maxResults);
        Page<LaunchTemplateVersion> page = Read.required(
                        "port", account.launchTemplates().orElse(null))
                .describeLaunchTemplateVersions(asked.build());
        return DescribeLaunchTemplateVersionsResponse.builder()
                .launchTemplateVersions(
                        page.items().stream().map(TemplateActions::write).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion write(
            LaunchTemplateVersion version) {
        var mappings = Write.mappings(version.blockDeviceMappings()).stream()
                .map(mapping -> LaunchTemplateBlockDeviceMapping.builder()
                        .deviceName(mapping.deviceName())
                        .virtualName(mapping.virtualName())
                        .noDevice(mapping.noDevice())
                        .ebs(mapping.ebs() == null ? null : volume(mapping.ebs()))
                        .build())
                .toList();
        return software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion.builder()
                .launchTemplateId(version.launchTemplateId().value())
                .launchTemplateName(version.launchTemplateName())
                .versionNumber(version.versionNumber())
                .defaultVersion(version.isDefaultVersion())
                .createTime(version.createTime().orElse(null))
                .launchTemplateData(data ->
                        data.imageId(version.imageReference().orElse(null)).blockDeviceMappings(mappings))
                .build();
    }

    private static LaunchTemplateEbsBlockDevice volume(EbsBlockDevice ebs) {
        return LaunchTemplateEbsBlockDevice.builder()
                .snapshotId(ebs.snapshotId())
                .volumeSize(ebs.volumeSize())
                .volumeType(ebs.volumeTypeAsString())
                .iops(ebs.iops())
                .throughput(ebs.throughput())
                .kmsKeyId(ebs.kmsKeyId())
                .encrypted(ebs.encrypted())
                .deleteOnTermination(ebs.deleteOnTermination())
                .build();
    }
}
