package dev.amis.aws.internal;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.KmsKeyId;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.LaunchTemplateVersion;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.model.VolumeType;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

/** Versions of launch templates as EC2 answers them. */
final class TemplateMapping {

    private TemplateMapping() {}

    static LaunchTemplateVersion read(
            Region region, software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion version) {
        LaunchTemplateVersion.Builder read = LaunchTemplateVersion.builder();
        read.region(region);
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
        volume.kmsKeyId(Texts.of(mapping.ebs().kmsKeyId(), KmsKeyId::of));
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
