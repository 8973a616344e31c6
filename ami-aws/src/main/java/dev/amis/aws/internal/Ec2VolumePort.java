package dev.amis.aws.internal;

import dev.amis.model.SnapshotId;
import dev.amis.model.VolumeId;
import dev.amis.spi.DescribeVolumesRequest;
import dev.amis.spi.Page;
import dev.amis.spi.Volume;
import dev.amis.spi.VolumePort;

/** Volumes through the SDK. */
final class Ec2VolumePort implements VolumePort {

    private final Ec2 ec2;

    Ec2VolumePort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public Page<Volume> describeVolumes(DescribeVolumesRequest request) {
        var asked = software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest.builder();
        if (!request.filters().isEmpty()) {
            asked.filters(Filters.write(request.filters()));
        }
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        boolean narrow = built.hasFilters() || built.maxResults() != null;
        Call call = narrow ? Call.of("DescribeVolumes") : Call.everything("DescribeVolumes");
        var answer = ec2.make(call, () -> ec2.client().describeVolumes(built));
        return Ec2.page(answer.volumes().stream().map(Ec2VolumePort::read).toList(), answer.nextToken());
    }

    private static Volume read(software.amazon.awssdk.services.ec2.model.Volume volume) {
        return new Volume(
                VolumeId.of(volume.volumeId()),
                Texts.text(volume.stateAsString()).orElse(""),
                Texts.of(volume.snapshotId(), SnapshotId::of));
    }
}
