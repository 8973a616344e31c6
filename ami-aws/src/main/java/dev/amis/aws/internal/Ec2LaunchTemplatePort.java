package dev.amis.aws.internal;

import dev.amis.model.InstanceId;
import dev.amis.model.LaunchTemplate;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.spi.CreateLaunchTemplateRequest;
import dev.amis.spi.CreateLaunchTemplateVersionRequest;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.DescribeLaunchTemplatesRequest;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.Page;
import dev.amis.spi.TemplateVersionDeletion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Launch templates through the SDK. */
final class Ec2LaunchTemplatePort implements LaunchTemplatePort {

    private final Ec2 ec2;

    Ec2LaunchTemplatePort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public Page<LaunchTemplateVersion> describeLaunchTemplateVersions(DescribeLaunchTemplateVersionsRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsRequest.builder();
        request.launchTemplateId().ifPresent(id -> asked.launchTemplateId(id.value()));
        request.launchTemplateName().ifPresent(asked::launchTemplateName);
        if (!request.versions().isEmpty()) {
            asked.versions(request.versions());
        }
        if (!request.filters().isEmpty()) {
            asked.filters(Filters.write(request.filters()));
        }
        if (request.resolveAlias()) {
            asked.resolveAlias(true);
        }
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = ec2.make(
                Call.of("DescribeLaunchTemplateVersions"), () -> ec2.client().describeLaunchTemplateVersions(built));
        return Ec2.page(
                answer.launchTemplateVersions().stream()
                        .map(version -> TemplateMapping.read(ec2.region(), version))
                        .toList(),
                answer.nextToken());
    }

    @Override
    public Page<LaunchTemplate> describeLaunchTemplates(DescribeLaunchTemplatesRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesRequest.builder();
        if (!request.launchTemplateIds().isEmpty()) {
            asked.launchTemplateIds(request.launchTemplateIds().stream()
                    .map(LaunchTemplateId::value)
                    .toList());
        }
        if (!request.launchTemplateNames().isEmpty()) {
            asked.launchTemplateNames(request.launchTemplateNames());
        }
        if (!request.filters().isEmpty()) {
            asked.filters(Filters.write(request.filters()));
        }
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer =
                ec2.make(Call.of("DescribeLaunchTemplates"), () -> ec2.client().describeLaunchTemplates(built));
        return Ec2.page(
                answer.launchTemplates().stream()
                        .map(template -> TemplateMapping.read(ec2.region(), template))
                        .toList(),
                answer.nextToken());
    }

    @Override
    public LaunchTemplate createLaunchTemplate(CreateLaunchTemplateRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.CreateLaunchTemplateRequest.builder()
                .launchTemplateName(request.launchTemplateName())
                .launchTemplateData(TemplateMapping.write(request.launchTemplateData()));
        request.versionDescription().ifPresent(asked::versionDescription);
        request.clientToken().ifPresent(asked::clientToken);
        if (!request.tags().isEmpty()) {
            asked.tagSpecifications(TagSpecification.builder()
                    .resourceType(ResourceType.LAUNCH_TEMPLATE)
                    .tags(TagMapping.write(request.tags()))
                    .build());
        }
        var built = asked.build();
        var answer = ec2.make(
                call("CreateLaunchTemplate", request.launchTemplateName(), request.clientToken()),
                () -> ec2.client().createLaunchTemplate(built));
        return TemplateMapping.read(ec2.region(), answer.launchTemplate());
    }

    @Override
    public LaunchTemplateVersion createLaunchTemplateVersion(CreateLaunchTemplateVersionRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.CreateLaunchTemplateVersionRequest.builder()
                .launchTemplateId(request.launchTemplateId().value())
                .launchTemplateData(TemplateMapping.write(request.launchTemplateData()));
        request.sourceVersion().ifPresent(asked::sourceVersion);
        request.versionDescription().ifPresent(asked::versionDescription);
        request.clientToken().ifPresent(asked::clientToken);
        var built = asked.build();
        var answer = ec2.make(
                call("CreateLaunchTemplateVersion", request.launchTemplateId(), request.clientToken()),
                () -> ec2.client().createLaunchTemplateVersion(built));
        return TemplateMapping.read(ec2.region(), answer.launchTemplateVersion());
    }

    @Override
    public LaunchTemplate setDefaultVersion(LaunchTemplateId launchTemplateId, long versionNumber) {
        var answer = ec2.make(
                Call.of("ModifyLaunchTemplate", launchTemplateId),
                () -> ec2.client()
                        .modifyLaunchTemplate(asked -> asked.launchTemplateId(launchTemplateId.value())
                                .defaultVersion(Long.toString(versionNumber))));
        return TemplateMapping.read(ec2.region(), answer.launchTemplate());
    }

    @Override
    public List<TemplateVersionDeletion> deleteLaunchTemplateVersions(
            LaunchTemplateId launchTemplateId, List<Long> versionNumbers) {
        if (versionNumbers.isEmpty() || versionNumbers.size() > 200) {
            throw new IllegalArgumentException(
                    "versionNumbers has " + versionNumbers.size() + " entries, but must have from 1 to 200");
        }
        var answer = ec2.make(
                Call.of("DeleteLaunchTemplateVersions", launchTemplateId),
                () -> ec2.client()
                        .deleteLaunchTemplateVersions(asked -> asked.launchTemplateId(launchTemplateId.value())
                                .versions(versionNumbers.stream()
                                        .map(String::valueOf)
                                        .toList())));
        List<TemplateVersionDeletion> deletions = new ArrayList<>();
        answer.successfullyDeletedLaunchTemplateVersions()
                .forEach(deleted -> deletions.add(
                        new TemplateVersionDeletion(deleted.versionNumber(), Optional.empty(), Optional.empty())));
        answer.unsuccessfullyDeletedLaunchTemplateVersions()
                .forEach(kept -> deletions.add(new TemplateVersionDeletion(
                        kept.versionNumber(),
                        Optional.of(kept.responseError().codeAsString()),
                        Optional.ofNullable(kept.responseError().message()))));
        return List.copyOf(deletions);
    }

    @Override
    public void deleteLaunchTemplate(LaunchTemplateId launchTemplateId) {
        ec2.make(
                Call.of("DeleteLaunchTemplate", launchTemplateId),
                () -> ec2.client().deleteLaunchTemplate(asked -> asked.launchTemplateId(launchTemplateId.value())));
    }

    @Override
    public LaunchTemplateData getLaunchTemplateData(InstanceId instanceId) {
        var answer = ec2.make(
                Call.of("GetLaunchTemplateData", instanceId),
                () -> ec2.client().getLaunchTemplateData(asked -> asked.instanceId(instanceId.value())));
        return TemplateMapping.read(answer.launchTemplateData());
    }

    /** With a token of the caller's the request is the same however often it is sent; without one it is sent once. */
    private static Call call(String action, Object resource, Optional<String> token) {
        return token.isPresent() ? Call.of(action, resource) : Call.making(action, resource);
    }
}
