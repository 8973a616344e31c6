package dev.amis.testing.endpoint;

import dev.amis.model.CreateVolumePermission;
import dev.amis.model.KmsKeyId;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.VolumeId;
import dev.amis.spi.ModifyCreateVolumePermissionsRequest;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import dev.amis.testing.internal.Direct;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.CopySnapshotRequest;
import software.amazon.awssdk.services.ec2.model.CopySnapshotResponse;
import software.amazon.awssdk.services.ec2.model.CreateSnapshotRequest;
import software.amazon.awssdk.services.ec2.model.CreateSnapshotResponse;
import software.amazon.awssdk.services.ec2.model.DeleteSnapshotRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSnapshotResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.ModifySnapshotAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifySnapshotAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** The actions on snapshots. */
final class SnapshotActions {

    private SnapshotActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "DescribeSnapshots" ->
                Action.of(
                        DescribeSnapshotsRequest::builder,
                        DescribeSnapshotsRequest.class,
                        SnapshotActions::describe,
                        "SnapshotId",
                        "Owner",
                        "Filter",
                        "MaxResults",
                        "NextToken");
            case "CreateSnapshot" ->
                Action.of(
                        CreateSnapshotRequest::builder,
                        CreateSnapshotRequest.class,
                        SnapshotActions::create,
                        "VolumeId",
                        "Description",
                        "TagSpecification");
            case "CopySnapshot" ->
                Action.of(
                        CopySnapshotRequest::builder,
                        CopySnapshotRequest.class,
                        SnapshotActions::copy,
                        "SourceSnapshotId",
                        "SourceRegion",
                        "DestinationRegion",
                        "PresignedUrl",
                        "Description",
                        "Encrypted",
                        "KmsKeyId",
                        "TagSpecification");
            case "DeleteSnapshot" ->
                Action.of(
                        DeleteSnapshotRequest::builder,
                        DeleteSnapshotRequest.class,
                        (request, account) -> {
                            account.snapshots().deleteSnapshot(id(request.snapshotId()));
                            return DeleteSnapshotResponse.builder().build();
                        },
                        "SnapshotId");
            case "DescribeSnapshotAttribute" ->
                Action.of(
                        DescribeSnapshotAttributeRequest::builder,
                        DescribeSnapshotAttributeRequest.class,
                        SnapshotActions::describeAttribute,
                        "SnapshotId",
                        "Attribute");
            case "ModifySnapshotAttribute" ->
                Action.of(
                        ModifySnapshotAttributeRequest::builder,
                        ModifySnapshotAttributeRequest.class,
                        SnapshotActions::modify,
                        "SnapshotId",
                        "Attribute",
                        "CreateVolumePermission",
                        "OperationType",
                        "UserId",
                        "UserGroup");
            default -> null;
        };
    }

    private static SdkPojo describe(DescribeSnapshotsRequest request, RegionalProvider account) {
        var asked = dev.amis.spi.DescribeSnapshotsRequest.builder();
        request.snapshotIds().forEach(id -> asked.addSnapshotId(id(id)));
        asked.addAllOwnerIds(request.ownerIds());
        asked.addAllFilters(Read.filters(request.filters()));
        Optional.ofNullable(request.maxResults()).ifPresent(asked::maxResults);
        asked.nextToken(Optional.ofNullable(request.nextToken()));
        boolean anyones = request.snapshotIds().isEmpty() && request.ownerIds().isEmpty();
        Page<Snapshot> page =
                anyones ? anyones(asked, account) : account.snapshots().describeSnapshots(asked.build());
        return DescribeSnapshotsResponse.builder()
                .snapshots(page.items().stream().map(Write::snapshot).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    /** All that the caller may read. Such a question has no form in the port, where an owner must be named. */
    private static Page<Snapshot> anyones(
            dev.amis.spi.DescribeSnapshotsRequest.Builder asked, RegionalProvider account) {
        Direct direct = Action.behind(account);
        return direct.ec2()
                .storage()
                .describeSnapshotsOfAnyone(
                        direct.caller(), asked.addOwnerId("self").build());
    }

    private static SdkPojo create(CreateSnapshotRequest request, RegionalProvider account) {
        Read.kinds(request.tagSpecifications(), ResourceType.SNAPSHOT);
        SnapshotId made = account.snapshots()
                .createSnapshot(new dev.amis.spi.CreateSnapshotRequest(
                        Read.id("VolumeID", "vol", request.volumeId(), VolumeId::of),
                        Optional.ofNullable(request.description()),
                        Read.tags(request.tagSpecifications(), ResourceType.SNAPSHOT)));
        return CreateSnapshotResponse.builder()
                .snapshotId(made.value())
                .volumeId(request.volumeId())
                .state("pending")
                .build();
    }

    private static SdkPojo copy(CopySnapshotRequest request, RegionalProvider account) {
        Read.kinds(request.tagSpecifications(), ResourceType.SNAPSHOT);
        // Clients add a signed address by themselves; the place it names is where they call anyway.
        String here = account.region().value();
        if (!here.equals(Optional.ofNullable(request.destinationRegion()).orElse(here))) {
            throw new WireError(
                    "InvalidParameterValue",
                    "Invalid value '" + request.destinationRegion() + "' for DestinationRegion, which is " + here);
        }
        SnapshotId made = account.snapshots()
                .copySnapshot(dev.amis.spi.CopySnapshotRequest.builder()
                        .sourceSnapshotId(id(request.sourceSnapshotId()))
                        .sourceRegion(Region.of(Read.required("SourceRegion", request.sourceRegion())))
                        .description(Optional.ofNullable(request.description()))
                        .encrypted(Read.truth(request.encrypted()))
                        .kmsKeyId(Read.optional(request.kmsKeyId(), KmsKeyId::of))
                        .tags(Read.tags(request.tagSpecifications(), ResourceType.SNAPSHOT))
                        .build());
        return CopySnapshotResponse.builder().snapshotId(made.value()).build();
    }

    private static SdkPojo describeAttribute(DescribeSnapshotAttributeRequest request, RegionalProvider account) {
        if (!"createVolumePermission".equals(request.attributeAsString())) {
            throw new WireError(
                    "InvalidParameterValue", "The attribute '" + request.attributeAsString() + "' is not imitated");
        }
        SnapshotId id = id(request.snapshotId());
        return DescribeSnapshotAttributeResponse.builder()
                .snapshotId(id.value())
                .createVolumePermissions(account.snapshots().describeCreateVolumePermissions(id).stream()
                        .map(SnapshotActions::write)
                        .toList())
                .build();
    }

    /** With or without an operation type, as clients send it; the doubled form of Packer counts once. */
    private static SdkPojo modify(ModifySnapshotAttributeRequest request, RegionalProvider account) {
        Set<CreateVolumePermission> add = new LinkedHashSet<>();
        Set<CreateVolumePermission> remove = new LinkedHashSet<>();
        if (request.createVolumePermission() != null) {
            request.createVolumePermission().add().forEach(one -> add.add(read(one.userId(), one.groupAsString())));
            request.createVolumePermission()
                    .remove()
                    .forEach(one -> remove.add(read(one.userId(), one.groupAsString())));
        }
        Set<CreateVolumePermission> flat = new LinkedHashSet<>();
        request.userIds().forEach(user -> flat.add(read(user, null)));
        request.groupNames().forEach(group -> flat.add(read(null, group)));
        if (!flat.isEmpty() && !add.containsAll(flat) && !remove.containsAll(flat)) {
            String operation = Read.required("OperationType", request.operationTypeAsString());
            (operation.equals("remove") ? remove : add).addAll(flat);
        }
        account.snapshots()
                .modifyCreateVolumePermissions(
                        new ModifyCreateVolumePermissionsRequest(id(request.snapshotId()), add, remove));
        return ModifySnapshotAttributeResponse.builder().build();
    }

    private static CreateVolumePermission read(@Nullable String user, @Nullable String group) {
        if (user != null) {
            return CreateVolumePermission.of(ImageActions.account(user));
        }
        if ("all".equals(group)) {
            return CreateVolumePermission.EVERYONE;
        }
        throw new WireError("InvalidParameterValue", "Invalid value '" + group + "' for GroupName");
    }

    private static software.amazon.awssdk.services.ec2.model.CreateVolumePermission write(
            CreateVolumePermission permission) {
        var written = software.amazon.awssdk.services.ec2.model.CreateVolumePermission.builder();
        if (permission instanceof CreateVolumePermission.Account one) {
            written.userId(one.account().value());
        } else {
            written.group("all");
        }
        return written.build();
    }

    private static SnapshotId id(@Nullable String text) {
        return Read.id("SnapshotID", "snap", text, SnapshotId::of);
    }
}
