package dev.amis.testing.endpoint;

import dev.amis.model.VolumeId;
import dev.amis.spi.Page;
import dev.amis.spi.RegionalProvider;
import dev.amis.testing.internal.Direct;
import dev.amis.testing.internal.Volume;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.VolumeAttachment;

/** The volumes of the account's instances. */
final class VolumeActions {

    private VolumeActions() {}

    static @Nullable Action find(String name) {
        return switch (name) {
            case "DescribeVolumes" ->
                Action.of(
                        DescribeVolumesRequest::builder,
                        DescribeVolumesRequest.class,
                        VolumeActions::describe,
                        "VolumeId",
                        "Filter",
                        "MaxResults",
                        "NextToken");
            default -> null;
        };
    }

    private static SdkPojo describe(DescribeVolumesRequest request, RegionalProvider account) {
        request.volumeIds().forEach(id -> Read.id("VolumeID", "vol", id, VolumeId::of));
        Direct direct = Action.behind(account);
        Page<Volume> page = direct.surroundings()
                .describeVolumes(
                        direct.caller(),
                        Read.question(
                                request.volumeIds(), request.filters(), request.maxResults(), request.nextToken()));
        return DescribeVolumesResponse.builder()
                .volumes(page.items().stream().map(VolumeActions::write).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static software.amazon.awssdk.services.ec2.model.Volume write(Volume volume) {
        var written = software.amazon.awssdk.services.ec2.model.Volume.builder()
                .volumeId(volume.volumeId().value())
                .createTime(volume.createTime())
                .state(volume.status())
                .encrypted(volume.attributes().encrypted().orElse(false))
                .attachments(volume.attachment().stream()
                        .map(attached -> VolumeAttachment.builder()
                                .volumeId(volume.volumeId().value())
                                .instanceId(attached.instance().value())
                                .device(attached.deviceName())
                                .state("attached")
                                .deleteOnTermination(volume.attributes()
                                        .deleteOnTermination()
                                        .orElse(false))
                                .build())
                        .toList());
        volume.attributes().volumeSize().ifPresent(written::size);
        volume.attributes().volumeType().ifPresent(type -> written.volumeType(type.value()));
        volume.attributes().snapshotId().ifPresent(id -> written.snapshotId(id.value()));
        volume.attributes().kmsKeyId().ifPresent(key -> written.kmsKeyId(key.value()));
        volume.attributes().iops().ifPresent(written::iops);
        volume.attributes().throughput().ifPresent(written::throughput);
        return written.build();
    }
}
