package dev.amis.testing.endpoint;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.BootMode;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.ImdsSupport;
import dev.amis.model.InstanceId;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.model.TpmSupport;
import dev.amis.model.VirtualizationType;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.testing.internal.Direct;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.CopyImageRequest;
import software.amazon.awssdk.services.ec2.model.CopyImageResponse;
import software.amazon.awssdk.services.ec2.model.CreateImageRequest;
import software.amazon.awssdk.services.ec2.model.CreateImageResponse;
import software.amazon.awssdk.services.ec2.model.DeleteSnapshotReturnCode;
import software.amazon.awssdk.services.ec2.model.DeregisterImageRequest;
import software.amazon.awssdk.services.ec2.model.DeregisterImageResponse;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ec2.model.RegisterImageRequest;
import software.amazon.awssdk.services.ec2.model.RegisterImageResponse;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** The actions on images themselves. */
final class ImageActions {

    private ImageActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "DescribeImages" ->
                Action.of(
                        DescribeImagesRequest::builder,
                        DescribeImagesRequest.class,
                        ImageActions::describe,
                        "Owner",
                        "ExecutableBy",
                        "ImageId",
                        "IncludeDeprecated",
                        "IncludeDisabled",
                        "Filter",
                        "MaxResults",
                        "NextToken");
            case "CreateImage" ->
                Action.of(
                        CreateImageRequest::builder,
                        CreateImageRequest.class,
                        ImageActions::create,
                        "InstanceId",
                        "Name",
                        "Description",
                        "NoReboot",
                        "TagSpecification",
                        "BlockDeviceMapping");
            case "RegisterImage" ->
                Action.of(
                        RegisterImageRequest::builder,
                        RegisterImageRequest.class,
                        ImageActions::register,
                        "Name",
                        "Description",
                        "Architecture",
                        "VirtualizationType",
                        "RootDeviceName",
                        "EnaSupport",
                        "SriovNetSupport",
                        "BootMode",
                        "TpmSupport",
                        "ImdsSupport",
                        "UefiData",
                        "TagSpecification",
                        "BlockDeviceMapping");
            case "CopyImage" ->
                Action.of(
                        CopyImageRequest::builder,
                        CopyImageRequest.class,
                        ImageActions::copy,
                        "Name",
                        "SourceImageId",
                        "SourceRegion",
                        "ClientToken",
                        "Description",
                        "Encrypted",
                        "KmsKeyId",
                        "CopyImageTags",
                        "TagSpecification",
                        "SnapshotCopyCompletionDurationMinutes");
            case "DeregisterImage" ->
                Action.of(
                        DeregisterImageRequest::builder,
                        DeregisterImageRequest.class,
                        ImageActions::deregister,
                        "ImageId",
                        "DeleteAssociatedSnapshots");
            default -> null;
        };
    }

    private static SdkPojo describe(DescribeImagesRequest request, RegionalProvider account) {
        var asked = dev.amis.spi.DescribeImagesRequest.builder();
        request.owners().forEach(owner -> asked.addOwner(new ImageOwner(owner)));
        asked.addAllExecutableUsers(request.executableUsers());
        request.imageIds().forEach(id -> asked.addImageId(imageId(id)));
        asked.addAllFilters(Read.filters(request.filters()));
        asked.includeDeprecated(Read.truth(request.includeDeprecated()));
        asked.includeDisabled(Read.truth(request.includeDisabled()));
        Optional.ofNullable(request.maxResults()).ifPresent(asked::maxResults);
        asked.nextToken(Optional.ofNullable(request.nextToken()));
        if (!request.imageIds().isEmpty() && request.maxResults() != null) {
            throw new WireError(
                    "InvalidParameterCombination",
                    "The parameter imageIds cannot be used with the parameter maxResults");
        }
        boolean anyones = request.owners().isEmpty()
                && request.executableUsers().isEmpty()
                && request.imageIds().isEmpty();
        Page<Image> page = anyones ? anyones(asked, account) : account.images().describeImages(asked.build());
        return DescribeImagesResponse.builder()
                .images(page.items().stream().map(Write::image).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    /** All that the caller may launch. Such a question has no form in the port, where an owner must be named. */
    private static Page<Image> anyones(dev.amis.spi.DescribeImagesRequest.Builder asked, RegionalProvider account) {
        Direct direct = Action.behind(account);
        return direct.ec2()
                .describeImagesOfAnyone(
                        direct.caller(), asked.addOwner(ImageOwner.SELF).build());
    }

    private static SdkPojo create(CreateImageRequest request, RegionalProvider account) {
        Read.kinds(request.tagSpecifications(), ResourceType.IMAGE, ResourceType.SNAPSHOT);
        var asked = dev.amis.spi.CreateImageRequest.builder()
                .instanceId(Read.id("InstanceID", "i", request.instanceId(), InstanceId::of))
                .name(name(request.name()))
                .description(Optional.ofNullable(request.description()))
                .noReboot(Read.truth(request.noReboot()))
                .imageTags(Read.tags(request.tagSpecifications(), ResourceType.IMAGE))
                .snapshotTags(Read.tags(request.tagSpecifications(), ResourceType.SNAPSHOT))
                .addAllBlockDeviceMappings(Read.mappings(request.blockDeviceMappings()));
        ImageId made = account.images().createImage(asked.build());
        return CreateImageResponse.builder().imageId(made.value()).build();
    }

    private static SdkPojo register(RegisterImageRequest request, RegionalProvider account) {
        Read.kinds(request.tagSpecifications(), ResourceType.IMAGE);
        var asked = dev.amis.spi.RegisterImageRequest.builder()
                .name(name(request.name()))
                .description(Optional.ofNullable(request.description()))
                // EC2's own defaults, which make an image that launches nowhere.
                .architecture(Architecture.of(
                        Optional.ofNullable(request.architectureAsString()).orElse("i386")))
                .virtualizationType(VirtualizationType.of(
                        Optional.ofNullable(request.virtualizationType()).orElse("paravirtual")))
                .rootDeviceName(Read.required("RootDeviceName", request.rootDeviceName()))
                .enaSupport(Read.truth(request.enaSupport()))
                .sriovNetSupport(Optional.ofNullable(request.sriovNetSupport()))
                .bootMode(Read.optional(request.bootModeAsString(), BootMode::of))
                .tpmSupport(Read.optional(request.tpmSupportAsString(), TpmSupport::of))
                .imdsSupport(Read.optional(request.imdsSupportAsString(), ImdsSupport::of))
                .uefiData(Optional.ofNullable(request.uefiData()))
                .tags(Read.tags(request.tagSpecifications(), ResourceType.IMAGE))
                .addAllBlockDeviceMappings(Read.mappings(request.blockDeviceMappings()));
        ImageId made = account.images().registerImage(asked.build());
        return RegisterImageResponse.builder().imageId(made.value()).build();
    }

    private static SdkPojo copy(CopyImageRequest request, RegionalProvider account) {
        Read.kinds(request.tagSpecifications(), ResourceType.IMAGE, ResourceType.SNAPSHOT);
        var asked = dev.amis.spi.CopyImageRequest.builder()
                .name(name(request.name()))
                .sourceImageId(imageId(request.sourceImageId()))
                .sourceRegion(region(request.sourceRegion()))
                .clientToken(Optional.ofNullable(request.clientToken())
                        .orElseGet(() -> java.util.UUID.randomUUID().toString()))
                .description(Optional.ofNullable(request.description()))
                .encrypted(Read.truth(request.encrypted()))
                .kmsKeyId(Read.optional(request.kmsKeyId(), KmsKeyId::of))
                .copyImageTags(Read.truth(request.copyImageTags()))
                .imageTags(Read.tags(request.tagSpecifications(), ResourceType.IMAGE))
                .snapshotTags(Read.tags(request.tagSpecifications(), ResourceType.SNAPSHOT));
        Optional.ofNullable(request.snapshotCopyCompletionDurationMinutes())
                .ifPresent(minutes -> asked.snapshotCopyCompletionDurationMinutes(Math.toIntExact(minutes)));
        ImageId made = account.images().copyImage(asked.build());
        return CopyImageResponse.builder().imageId(made.value()).build();
    }

    private static SdkPojo deregister(DeregisterImageRequest request, RegionalProvider account) {
        List<SnapshotDeletion> deletions = account.images()
                .deregisterImage(new dev.amis.spi.DeregisterImageRequest(
                        imageId(request.imageId()), Read.truth(request.deleteAssociatedSnapshots())));
        return DeregisterImageResponse.builder()
                .returnValue(true)
                .deleteSnapshotResults(deletions.stream()
                        .map(deletion -> DeleteSnapshotReturnCode.builder()
                                .snapshotId(deletion.snapshotId().value())
                                .returnCode(deletion.code().toString())
                                .build())
                        .toList())
                .build();
    }

    static ImageId imageId(@Nullable String text) {
        return Read.id("AMIID", "ami", text, ImageId::of);
    }

    static AccountId account(String text) {
        try {
            return AccountId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw new WireError("InvalidUserID.Malformed", "Invalid user id: \"" + text + "\"");
        }
    }

    private static ImageName name(@Nullable String text) {
        String name = Read.required("Name", text);
        try {
            return ImageName.of(name);
        } catch (IllegalArgumentException malformed) {
            throw new WireError(
                    "InvalidAMIName.Malformed",
                    "AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '.', '-', '/' and '_'");
        }
    }

    private static Region region(@Nullable String text) {
        String region = Read.required("SourceRegion", text);
        try {
            return Region.of(region);
        } catch (IllegalArgumentException malformed) {
            throw new WireError("InvalidRegion", "The region '" + region + "' does not exist.");
        }
    }
}
