package dev.amis.testing.endpoint;

import dev.amis.model.InstanceId;
import dev.amis.model.LaunchTemplateData;
import dev.amis.model.LaunchTemplateId;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.TemplateVersionDeletion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.CreateLaunchTemplateRequest;
import software.amazon.awssdk.services.ec2.model.CreateLaunchTemplateResponse;
import software.amazon.awssdk.services.ec2.model.CreateLaunchTemplateVersionRequest;
import software.amazon.awssdk.services.ec2.model.CreateLaunchTemplateVersionResponse;
import software.amazon.awssdk.services.ec2.model.DeleteLaunchTemplateRequest;
import software.amazon.awssdk.services.ec2.model.DeleteLaunchTemplateResponse;
import software.amazon.awssdk.services.ec2.model.DeleteLaunchTemplateVersionsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteLaunchTemplateVersionsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteLaunchTemplateVersionsResponseErrorItem;
import software.amazon.awssdk.services.ec2.model.DeleteLaunchTemplateVersionsResponseSuccessItem;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesResponse;
import software.amazon.awssdk.services.ec2.model.GetLaunchTemplateDataRequest;
import software.amazon.awssdk.services.ec2.model.GetLaunchTemplateDataResponse;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.ModifyLaunchTemplateRequest;
import software.amazon.awssdk.services.ec2.model.ModifyLaunchTemplateResponse;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

/** Launch templates and their versions, with everything that they say. */
final class TemplateActions {

    private TemplateActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "DescribeLaunchTemplates" ->
                Action.of(
                        DescribeLaunchTemplatesRequest::builder,
                        DescribeLaunchTemplatesRequest.class,
                        TemplateActions::templates,
                        "LaunchTemplateId",
                        "LaunchTemplateName",
                        "Filter",
                        "MaxResults",
                        "NextToken");
            case "DescribeLaunchTemplateVersions" ->
                Action.of(
                        DescribeLaunchTemplateVersionsRequest::builder,
                        DescribeLaunchTemplateVersionsRequest.class,
                        TemplateActions::versions,
                        "LaunchTemplateId",
                        "LaunchTemplateName",
                        "LaunchTemplateVersion",
                        "Filter",
                        "ResolveAlias",
                        "MaxResults",
                        "NextToken");
            case "CreateLaunchTemplate" ->
                Action.of(
                        CreateLaunchTemplateRequest::builder,
                        CreateLaunchTemplateRequest.class,
                        TemplateActions::create,
                        "LaunchTemplateName",
                        "LaunchTemplateData",
                        "VersionDescription",
                        "TagSpecification",
                        "ClientToken");
            case "CreateLaunchTemplateVersion" ->
                Action.of(
                        CreateLaunchTemplateVersionRequest::builder,
                        CreateLaunchTemplateVersionRequest.class,
                        TemplateActions::createVersion,
                        "LaunchTemplateId",
                        "LaunchTemplateName",
                        "SourceVersion",
                        "LaunchTemplateData",
                        "VersionDescription",
                        "ClientToken");
            case "ModifyLaunchTemplate" ->
                Action.of(
                        ModifyLaunchTemplateRequest::builder,
                        ModifyLaunchTemplateRequest.class,
                        TemplateActions::modify,
                        "LaunchTemplateId",
                        "LaunchTemplateName",
                        "SetDefaultVersion",
                        "ClientToken");
            case "DeleteLaunchTemplateVersions" ->
                Action.of(
                        DeleteLaunchTemplateVersionsRequest::builder,
                        DeleteLaunchTemplateVersionsRequest.class,
                        TemplateActions::deleteVersions,
                        "LaunchTemplateId",
                        "LaunchTemplateName",
                        "LaunchTemplateVersion");
            case "DeleteLaunchTemplate" ->
                Action.of(
                        DeleteLaunchTemplateRequest::builder,
                        DeleteLaunchTemplateRequest.class,
                        TemplateActions::delete,
                        "LaunchTemplateId",
                        "LaunchTemplateName");
            case "GetLaunchTemplateData" ->
                Action.of(
                        GetLaunchTemplateDataRequest::builder,
                        GetLaunchTemplateDataRequest.class,
                        TemplateActions::data,
                        "InstanceId");
            default -> null;
        };
    }

    private static SdkPojo templates(DescribeLaunchTemplatesRequest request, RegionalProvider account) {
        var asked = dev.amis.spi.DescribeLaunchTemplatesRequest.builder()
                .addAllLaunchTemplateIds(request.launchTemplateIds().stream()
                        .map(TemplateActions::templateId)
                        .toList())
                .addAllLaunchTemplateNames(request.launchTemplateNames())
                .addAllFilters(Read.filters(request.filters()))
                .nextToken(Optional.ofNullable(request.nextToken()));
        Optional.ofNullable(request.maxResults()).ifPresent(asked::maxResults);
        Page<dev.amis.model.LaunchTemplate> page = port(account).describeLaunchTemplates(asked.build());
        return DescribeLaunchTemplatesResponse.builder()
                .launchTemplates(
                        page.items().stream().map(TemplateActions::write).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static SdkPojo versions(DescribeLaunchTemplateVersionsRequest request, RegionalProvider account) {
        Read.either(request.launchTemplateId(), request.launchTemplateName());
        var asked = dev.amis.spi.DescribeLaunchTemplateVersionsRequest.builder()
                .launchTemplateId(Read.optional(request.launchTemplateId(), TemplateActions::templateId))
                .launchTemplateName(Optional.ofNullable(request.launchTemplateName()))
                .addAllVersions(request.versions())
                .addAllFilters(Read.filters(request.filters()))
                .resolveAlias(Boolean.TRUE.equals(request.resolveAlias()))
                .nextToken(Optional.ofNullable(request.nextToken()));
        Optional.ofNullable(request.maxResults()).ifPresent(asked::maxResults);
        Page<dev.amis.model.LaunchTemplateVersion> page = port(account).describeLaunchTemplateVersions(asked.build());
        return DescribeLaunchTemplateVersionsResponse.builder()
                .launchTemplateVersions(
                        page.items().stream().map(TemplateActions::write).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static SdkPojo create(CreateLaunchTemplateRequest request, RegionalProvider account) {
        Read.kinds(request.tagSpecifications(), ResourceType.LAUNCH_TEMPLATE);
        String name = Read.required("LaunchTemplateName", request.launchTemplateName());
        if (!name.matches("[a-zA-Z0-9().\\-/_]{3,128}")) {
            throw new WireError(
                    "InvalidLaunchTemplateName.MalformedException",
                    "A launch template name must be between 3 and 128 characters, and may contain letters, numbers, and the"
                            + " following characters: - ( ) . / _");
        }
        return CreateLaunchTemplateResponse.builder()
                .launchTemplate(write(port(account)
                        .createLaunchTemplate(dev.amis.spi.CreateLaunchTemplateRequest.builder()
                                .launchTemplateName(name)
                                .launchTemplateData(read(request.launchTemplateData()))
                                .versionDescription(Optional.ofNullable(request.versionDescription()))
                                .tags(Read.tags(request.tagSpecifications(), ResourceType.LAUNCH_TEMPLATE))
                                .clientToken(Optional.ofNullable(request.clientToken()))
                                .build())))
                .build();
    }

    private static SdkPojo createVersion(CreateLaunchTemplateVersionRequest request, RegionalProvider account) {
        LaunchTemplateId id = template(account, request.launchTemplateId(), request.launchTemplateName());
        return CreateLaunchTemplateVersionResponse.builder()
                .launchTemplateVersion(write(port(account)
                        .createLaunchTemplateVersion(dev.amis.spi.CreateLaunchTemplateVersionRequest.builder()
                                .launchTemplateId(id)
                                .sourceVersion(Optional.ofNullable(request.sourceVersion()))
                                .launchTemplateData(read(request.launchTemplateData()))
                                .versionDescription(Optional.ofNullable(request.versionDescription()))
                                .clientToken(Optional.ofNullable(request.clientToken()))
                                .build())))
                .build();
    }

    private static SdkPojo modify(ModifyLaunchTemplateRequest request, RegionalProvider account) {
        LaunchTemplateId id = template(account, request.launchTemplateId(), request.launchTemplateName());
        long version = number(Read.required("SetDefaultVersion", request.defaultVersion()));
        return ModifyLaunchTemplateResponse.builder()
                .launchTemplate(write(port(account).setDefaultVersion(id, version)))
                .build();
    }

    private static SdkPojo deleteVersions(DeleteLaunchTemplateVersionsRequest request, RegionalProvider account) {
        if (request.versions().isEmpty()) {
            throw new WireError("MissingParameter", "The request must contain the parameter LaunchTemplateVersion");
        }
        LaunchTemplateId id = template(account, request.launchTemplateId(), request.launchTemplateName());
        List<TemplateVersionDeletion> deletions = port(account)
                .deleteLaunchTemplateVersions(
                        id,
                        request.versions().stream().map(TemplateActions::number).toList());
        return DeleteLaunchTemplateVersionsResponse.builder()
                .successfullyDeletedLaunchTemplateVersions(deletions.stream()
                        .filter(TemplateVersionDeletion::isDeleted)
                        .map(deletion -> DeleteLaunchTemplateVersionsResponseSuccessItem.builder()
                                .launchTemplateId(id.value())
                                .versionNumber(deletion.versionNumber())
                                .build())
                        .toList())
                .unsuccessfullyDeletedLaunchTemplateVersions(deletions.stream()
                        .filter(deletion -> !deletion.isDeleted())
                        .map(deletion -> DeleteLaunchTemplateVersionsResponseErrorItem.builder()
                                .launchTemplateId(id.value())
                                .versionNumber(deletion.versionNumber())
                                .responseError(
                                        error -> error.code(deletion.errorCode().orElse(null))
                                                .message(deletion.message().orElse(null)))
                                .build())
                        .toList())
                .build();
    }

    private static SdkPojo delete(DeleteLaunchTemplateRequest request, RegionalProvider account) {
        LaunchTemplateId id = template(account, request.launchTemplateId(), request.launchTemplateName());
        LaunchTemplate before = write(named(account, id));
        port(account).deleteLaunchTemplate(id);
        return DeleteLaunchTemplateResponse.builder().launchTemplate(before).build();
    }

    private static SdkPojo data(GetLaunchTemplateDataRequest request, RegionalProvider account) {
        InstanceId id = Read.id("InstanceID", "i", Read.required("InstanceId", request.instanceId()), InstanceId::of);
        return GetLaunchTemplateDataResponse.builder()
                .launchTemplateData(write(port(account).getLaunchTemplateData(id)))
                .build();
    }

    private static LaunchTemplateData read(@Nullable SdkPojo data) {
        return LaunchTemplateData.of(FlatFields.read(Read.required("LaunchTemplateData", data)));
    }

    private static ResponseLaunchTemplateData write(LaunchTemplateData data) {
        ResponseLaunchTemplateData.Builder builder = ResponseLaunchTemplateData.builder();
        FlatFields.fill(builder, data.parameters());
        return builder.build();
    }

    private static LaunchTemplate write(dev.amis.model.LaunchTemplate template) {
        return LaunchTemplate.builder()
                .launchTemplateId(template.launchTemplateId().value())
                .launchTemplateName(template.launchTemplateName())
                .defaultVersionNumber(template.defaultVersionNumber())
                .latestVersionNumber(template.latestVersionNumber())
                .createTime(template.createTime().orElse(null))
                .tags(Write.tags(template.tags()))
                .build();
    }

    private static LaunchTemplateVersion write(dev.amis.model.LaunchTemplateVersion version) {
        return LaunchTemplateVersion.builder()
                .launchTemplateId(version.launchTemplateId().value())
                .launchTemplateName(version.launchTemplateName())
                .versionNumber(version.versionNumber())
                .versionDescription(version.versionDescription().orElse(null))
                .defaultVersion(version.isDefaultVersion())
                .createTime(version.createTime().orElse(null))
                .launchTemplateData(write(version.launchTemplateData()))
                .build();
    }

    /** The template that is meant by its id, or by its name where no id is given. */
    private static LaunchTemplateId template(RegionalProvider account, @Nullable String id, @Nullable String name) {
        Read.either(id, name);
        if (id != null) {
            return templateId(id);
        }
        String text = Read.required("LaunchTemplateId", name);
        return port(account)
                .describeLaunchTemplates(dev.amis.spi.DescribeLaunchTemplatesRequest.builder()
                        .addLaunchTemplateName(text)
                        .build())
                .items()
                .get(0)
                .launchTemplateId();
    }

    private static dev.amis.model.LaunchTemplate named(RegionalProvider account, LaunchTemplateId id) {
        return port(account)
                .describeLaunchTemplates(dev.amis.spi.DescribeLaunchTemplatesRequest.builder()
                        .addLaunchTemplateId(id)
                        .build())
                .items()
                .get(0);
    }

    private static LaunchTemplateId templateId(String id) {
        return Read.id("LaunchTemplateId", "lt", id, LaunchTemplateId::of);
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new WireError("InvalidLaunchTemplateId.VersionNotFound", "The version '" + text + "' is no number");
        }
        return Long.parseLong(text);
    }

    private static LaunchTemplatePort port(RegionalProvider account) {
        return Read.required("port", account.launchTemplates().orElse(null));
    }
}
