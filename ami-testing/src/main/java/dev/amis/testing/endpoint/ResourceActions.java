package dev.amis.testing.endpoint;

import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.SnapshotId;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeleteTagsRequest;
import dev.amis.spi.Page;
import dev.amis.spi.RecycleBinPageRequest;
import dev.amis.spi.RecycleBinPort;
import dev.amis.spi.RegionalProvider;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.CreateTagsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteTagsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsResponse;
import software.amazon.awssdk.services.ec2.model.EbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.ImageRecycleBinInfo;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateEbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.ListImagesInRecycleBinRequest;
import software.amazon.awssdk.services.ec2.model.ListImagesInRecycleBinResponse;
import software.amazon.awssdk.services.ec2.model.ListSnapshotsInRecycleBinRequest;
import software.amazon.awssdk.services.ec2.model.ListSnapshotsInRecycleBinResponse;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.RestoreImageFromRecycleBinRequest;
import software.amazon.awssdk.services.ec2.model.RestoreImageFromRecycleBinResponse;
import software.amazon.awssdk.services.ec2.model.RestoreSnapshotFromRecycleBinRequest;
import software.amazon.awssdk.services.ec2.model.RestoreSnapshotFromRecycleBinResponse;
import software.amazon.awssdk.services.ec2.model.SnapshotRecycleBinInfo;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The actions on what stands around images: tags, instances, launch templates, the Recycle Bin. */
final class ResourceActions {

    private ResourceActions() {}

    static Map<String, Action> all() {
        Map<String, Action> actions = new LinkedHashMap<>();
        actions.put(
                "CreateTags",
                Action.of(
                        software.amazon.awssdk.services.ec2.model.CreateTagsRequest::builder,
                        software.amazon.awssdk.services.ec2.model.CreateTagsRequest.class,
                        (request, account) -> {
                            account.tags()
                                    .createTags(new CreateTagsRequest(request.resources(), Read.tags(request.tags())));
                            return CreateTagsResponse.builder().build();
                        }));
        actions.put(
                "DeleteTags",
                Action.of(
                        software.amazon.awssdk.services.ec2.model.DeleteTagsRequest::builder,
                        software.amazon.awssdk.services.ec2.model.DeleteTagsRequest.class,
                        ResourceActions::deleteTags));
        actions.put(
                "DescribeInstances",
                Action.of(
                        DescribeInstancesRequest::builder, DescribeInstancesRequest.class, ResourceActions::instances));
        actions.put(
                "DescribeLaunchTemplateVersions",
                Action.of(
                        DescribeLaunchTemplateVersionsRequest::builder,
                        DescribeLaunchTemplateVersionsRequest.class,
                        ResourceActions::templates));
        recycleBin(actions);
        return actions;
    }

    private static void recycleBin(Map<String, Action> actions) {
        actions.put(
                "ListImagesInRecycleBin",
                Action.of(
                        ListImagesInRecycleBinRequest::builder,
                        ListImagesInRecycleBinRequest.class,
                        ResourceActions::recycledImages));
        actions.put(
                "ListSnapshotsInRecycleBin",
                Action.of(
                        ListSnapshotsInRecycleBinRequest::builder,
                        ListSnapshotsInRecycleBinRequest.class,
                        ResourceActions::recycledSnapshots));
        actions.put(
                "RestoreImageFromRecycleBin",
                Action.of(
                        RestoreImageFromRecycleBinRequest::builder,
                        RestoreImageFromRecycleBinRequest.class,
                        (request, account) -> {
                            bin(account).restoreImage(ImageActions.imageId(request.imageId()));
                            return RestoreImageFromRecycleBinResponse.builder()
                                    .returnValue(true)
                                    .build();
                        }));
        actions.put(
                "RestoreSnapshotFromRecycleBin",
                Action.of(
                        RestoreSnapshotFromRecycleBinRequest::builder,
                        RestoreSnapshotFromRecycleBinRequest.class,
                        (request, account) -> {
                            bin(account)
                                    .restoreSnapshot(
                                            Read.id("SnapshotID", "snap", request.snapshotId(), SnapshotId::of));
                            return RestoreSnapshotFromRecycleBinResponse.builder()
                                    .snapshotId(request.snapshotId())
                                    .build();
                        }));
    }

    private static SdkPojo deleteTags(
            software.amazon.awssdk.services.ec2.model.DeleteTagsRequest request, RegionalProvider account) {
        Set<String> keys = new LinkedHashSet<>();
        for (Tag tag : request.tags()) {
            if (tag.value() != null) {
                throw new WireError(
                        "UnknownParameter", "Removing a tag only if it has a certain value is not imitated");
            }
            keys.add(Read.required("Tag.Key", tag.key()));
        }
        if (keys.isEmpty()) {
            throw new WireError("MissingParameter", "Removing all tags of a resource at once is not imitated");
        }
        account.tags().deleteTags(new DeleteTagsRequest(request.resources(), keys));
        return DeleteTagsResponse.builder().build();
    }

    private static SdkPojo instances(DescribeInstancesRequest request, RegionalProvider account) {
        var asked = dev.amis.spi.DescribeInstancesRequest.builder();
        request.instanceIds().forEach(id -> asked.addInstanceId(Read.id("InstanceID", "i", id, InstanceId::of)));
        asked.addAllFilters(Read.filters(request.filters()));
        Optional.ofNullable(request.maxResults()).ifPresent(asked::maxResults);
        asked.nextToken(Optional.ofNullable(request.nextToken()));
        Page<Instance> page = account.instances().describeInstances(asked.build());
        return DescribeInstancesResponse.builder()
                .reservations(page.items().stream()
                        .map(instance -> Reservation.builder()
                                .ownerId(instance.ownerId().value())
                                .reservationId(
                                        "r-" + instance.instanceId().value().substring(2))
                                .instances(write(instance))
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static software.amazon.awssdk.services.ec2.model.Instance write(Instance instance) {
        var written = software.amazon.awssdk.services.ec2.model.Instance.builder()
                .instanceId(instance.instanceId().value())
                .imageId(instance.imageId().value())
                .instanceType(instance.instanceType().value())
                .rootDeviceType(instance.rootDeviceType().value())
                .state(state -> state.name(instance.stateText()).code(code(instance)))
                .tags(Write.tags(instance.tags()))
                .blockDeviceMappings(instance.volumes().stream()
                        .map(volume -> InstanceBlockDeviceMapping.builder()
                                .deviceName(volume.deviceName())
                                .ebs(ebs -> ebs.volumeId(volume.volumeId().value())
                                        .deleteOnTermination(volume.deleteOnTermination())
                                        .status("attached"))
                                .build())
                        .toList());
        instance.architecture().ifPresent(architecture -> written.architecture(architecture.value()));
        instance.platform().ifPresent(platform -> written.platform(platform.value()));
        instance.launchTime().ifPresent(written::launchTime);
        instance.rootDeviceName().ifPresent(written::rootDeviceName);
        return written.build();
    }

    private static int code(Instance instance) {
        return switch (instance.state()) {
            case PENDING -> 0;
            case RUNNING -> 16;
            case SHUTTING_DOWN -> 32;
            case TERMINATED -> 48;
            case STOPPING -> 64;
            case STOPPED -> 80;
            case UNKNOWN -> 255;
        };
    }

    private static SdkPojo templates(DescribeLaunchTemplateVersionsRequest request, RegionalProvider account) {
        if (request.launchTemplateName() != null || request.minVersion() != null || request.maxVersion() != null) {
            throw new WireError(
                    "UnknownParameter",
                    "The parameters LaunchTemplateName, MinVersion and MaxVersion are not imitated");
        }
        var asked = dev.amis.spi.DescribeLaunchTemplateVersionsRequest.builder()
                .launchTemplateId(Read.optional(
                        request.launchTemplateId(), id -> Read.id("LaunchTemplateId", "lt", id, LaunchTemplateId::of)))
                .addAllVersions(request.versions())
                .addAllFilters(Read.filters(request.filters()))
                .nextToken(Optional.ofNullable(request.nextToken()));
        Optional.ofNullable(request.maxResults()).ifPresent(asked::maxResults);
        Page<LaunchTemplateVersion> page = Read.required(
                        "port", account.launchTemplates().orElse(null))
                .describeLaunchTemplateVersions(asked.build());
        return DescribeLaunchTemplateVersionsResponse.builder()
                .launchTemplateVersions(
                        page.items().stream().map(ResourceActions::write).toList())
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
                .encrypted(ebs.encrypted())
                .deleteOnTermination(ebs.deleteOnTermination())
                .build();
    }

    private static SdkPojo recycledImages(ListImagesInRecycleBinRequest request, RegionalProvider account) {
        if (!request.imageIds().isEmpty()) {
            throw new WireError("UnknownParameter", "The parameter ImageId is not imitated");
        }
        var page = bin(account).listImages(page(request.maxResults(), request.nextToken()));
        return ListImagesInRecycleBinResponse.builder()
                .images(page.items().stream()
                        .map(image -> ImageRecycleBinInfo.builder()
                                .imageId(image.imageId().value())
                                .name(image.name().orElse(null))
                                .recycleBinEnterTime(image.enterTime())
                                .recycleBinExitTime(image.exitTime())
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static SdkPojo recycledSnapshots(ListSnapshotsInRecycleBinRequest request, RegionalProvider account) {
        if (!request.snapshotIds().isEmpty()) {
            throw new WireError("UnknownParameter", "The parameter SnapshotId is not imitated");
        }
        var page = bin(account).listSnapshots(page(request.maxResults(), request.nextToken()));
        return ListSnapshotsInRecycleBinResponse.builder()
                .snapshots(page.items().stream()
                        .map(snapshot -> SnapshotRecycleBinInfo.builder()
                                .snapshotId(snapshot.snapshotId().value())
                                .recycleBinEnterTime(snapshot.enterTime())
                                .recycleBinExitTime(snapshot.exitTime())
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static RecycleBinPageRequest page(@Nullable Integer maxResults, @Nullable String nextToken) {
        return new RecycleBinPageRequest(
                maxResults == null ? OptionalInt.empty() : OptionalInt.of(maxResults), Optional.ofNullable(nextToken));
    }

    private static RecycleBinPort bin(RegionalProvider account) {
        return Read.required("port", account.recycleBin().orElse(null));
    }
}
