package dev.amis.aws.internal;

import dev.amis.model.CreateVolumePermission;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.CopySnapshotRequest;
import dev.amis.spi.CreateSnapshotRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.ModifyCreateVolumePermissionsRequest;
import dev.amis.spi.Page;
import dev.amis.spi.SnapshotPort;
import java.util.LinkedHashSet;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.CreateVolumePermissionModifications;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;

/** Snapshots through the SDK. */
final class Ec2SnapshotPort implements SnapshotPort {

    private final Ec2 ec2;

    Ec2SnapshotPort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public Page<Snapshot> describeSnapshots(DescribeSnapshotsRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.DescribeSnapshotsRequest.builder();
        if (!request.snapshotIds().isEmpty()) {
            asked.snapshotIds(
                    request.snapshotIds().stream().map(SnapshotId::value).toList());
        }
        if (!request.ownerIds().isEmpty()) {
            asked.ownerIds(request.ownerIds());
        }
        if (!request.filters().isEmpty()) {
            asked.filters(Filters.write(request.filters()));
        }
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        boolean narrow = built.hasSnapshotIds() || built.hasFilters() || built.maxResults() != null;
        Call call = narrow ? Call.of("DescribeSnapshots") : Call.everything("DescribeSnapshots");
        var answer = ec2.make(call, () -> ec2.client().describeSnapshots(built));
        return Ec2.page(
                answer.snapshots().stream()
                        .map(snapshot -> SnapshotMapping.read(ec2.region(), snapshot))
                        .toList(),
                answer.nextToken());
    }

    @Override
    public SnapshotId createSnapshot(CreateSnapshotRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.CreateSnapshotRequest.builder()
                .volumeId(request.volumeId().value());
        request.description().ifPresent(asked::description);
        TagMapping.specification(ResourceType.SNAPSHOT, request.tags()).ifPresent(asked::tagSpecifications);
        var built = asked.build();
        return SnapshotId.of(ec2.make(
                        Call.making("CreateSnapshot", request.volumeId()),
                        () -> ec2.client().createSnapshot(built))
                .snapshotId());
    }

    @Override
    public SnapshotId copySnapshot(CopySnapshotRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.CopySnapshotRequest.builder()
                .sourceSnapshotId(request.sourceSnapshotId().value())
                .sourceRegion(request.sourceRegion().value())
                // Said outright, because the SDK would otherwise read it off the host, which an endpoint's does not
                // tell.
                .destinationRegion(ec2.region().value());
        request.description().ifPresent(asked::description);
        if (request.encrypted()) {
            asked.encrypted(true);
        }
        request.kmsKeyId().ifPresent(key -> asked.kmsKeyId(key.value()));
        TagMapping.specification(ResourceType.SNAPSHOT, request.tags()).ifPresent(asked::tagSpecifications);
        var built = asked.build();
        return SnapshotId.of(ec2.make(
                        Call.making("CopySnapshot", request.sourceSnapshotId()),
                        () -> ec2.client().copySnapshot(built))
                .snapshotId());
    }

    @Override
    public void deleteSnapshot(SnapshotId snapshotId) {
        ec2.make(
                Call.of("DeleteSnapshot", snapshotId),
                () -> ec2.client().deleteSnapshot(asked -> asked.snapshotId(snapshotId.value())));
    }

    @Override
    public Set<CreateVolumePermission> describeCreateVolumePermissions(SnapshotId snapshotId) {
        var answer = ec2.make(
                Call.of("DescribeSnapshotAttribute", snapshotId),
                () -> ec2.client()
                        .describeSnapshotAttribute(asked -> asked.snapshotId(snapshotId.value())
                                .attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION)));
        Set<CreateVolumePermission> permissions = new LinkedHashSet<>();
        answer.createVolumePermissions().forEach(permission -> permissions.add(PermissionMapping.read(permission)));
        return permissions;
    }

    @Override
    public void modifyCreateVolumePermissions(ModifyCreateVolumePermissionsRequest request) {
        var change = CreateVolumePermissionModifications.builder();
        if (!request.add().isEmpty()) {
            change.add(PermissionMapping.writeVolume(request.add()));
        }
        if (!request.remove().isEmpty()) {
            change.remove(PermissionMapping.writeVolume(request.remove()));
        }
        var built = change.build();
        ec2.make(
                Call.of("ModifySnapshotAttribute", request.snapshotId()),
                () -> ec2.client()
                        .modifySnapshotAttribute(
                                asked -> asked.snapshotId(request.snapshotId().value())
                                        .attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION)
                                        .createVolumePermission(built)));
    }
}
