package dev.amis.aws.internal;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.SnapshotId;
import dev.amis.model.VolumeType;
import dev.amis.spi.DescribeLaunchTemplateVersionsRequest;
import dev.amis.spi.LaunchTemplatePort;
import dev.amis.spi.Page;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

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
        if (!request.versions().isEmpty()) {
            asked.versions(request.versions());
        }
        if (!request.filters().isEmpty()) {
            asked.filters(Filters.write(request.filters()));
        }
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = ec2.make(
                Call.of("DescribeLaunchTemplateVersions"), () -> ec2.client().describeLaunchTemplateVersions(built));
        return Ec2.page(answer.launchTemplateVersions().stream().map(this::read).toList(), answer.nextToken());
    }

    private LaunchTemplateVersion read(software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion version) {
        LaunchTemplateVersion.Builder read = LaunchTemplateVersion.builder();
        read.region(ec2.region());
        read.launchTemplateId(LaunchTemplateId.of(version.launchTemplateId()));
        read.launchTemplateName(Texts.text(version.launchTemplateName()).orElse(""));
        read.versionNumber(version.versionNumber());
        read.isDefaultVersion(Texts.isTrue(version.defaultVersion()));
        read.createTime(Optional.ofNullable(version.createTime()));
        Optional<ResponseLaunchTemplateData> data = Optional.ofNullable(version.launchTemplateData());
        read.imageReference(data.flatMap(template -> Texts.text(template.imageId())));
        data.ifPresent(template ->
                template.blockDeviceMappings().forEach(mapping -> read.addBlockDeviceMapping(read(mapping))));
        return read.build();
    }

    private static BlockDeviceMapping read(LaunchTemplateBlockDeviceMapping mapping) {
        if (mapping.ebs() == null) {
            return Texts.text(mapping.virtualName())
                    .map(name -> BlockDeviceMapping.instanceStore(mapping.deviceName(), name))
                    .orElseGet(() -> BlockDeviceMapping.noDevice(mapping.deviceName()));
        }
        EbsBlockDevice.Builder volume = EbsBlockDevice.builder();
        volume.snapshotId(Texts.of(mapping.ebs().snapshotId(), SnapshotId::of));
        volume.volumeType(Texts.of(mapping.ebs().volumeTypeAsString(), VolumeType::of));
        volume.encrypted(Optional.ofNullable(mapping.ebs().encrypted()));
        volume.deleteOnTermination(Optional.ofNullable(mapping.ebs().deleteOnTermination()));
        if (mapping.ebs().volumeSize() != null) {
            volume.volumeSize(mapping.ebs().volumeSize());
        }
        if (mapping.ebs().iops() != null) {
            volume.iops(mapping.ebs().iops());
        }
        if (mapping.ebs().throughput() != null) {
            volume.throughput(mapping.ebs().throughput());
        }
        return BlockDeviceMapping.ebs(mapping.deviceName(), volume.build());
    }
}
