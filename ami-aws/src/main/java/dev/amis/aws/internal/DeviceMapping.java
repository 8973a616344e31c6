package dev.amis.aws.internal;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.KmsKeyId;
import dev.amis.model.SnapshotId;
import dev.amis.model.VolumeType;
import java.util.List;
import java.util.Optional;

/** Block device mappings both ways. */
final class DeviceMapping {

    private DeviceMapping() {}

    static List<BlockDeviceMapping> read(List<software.amazon.awssdk.services.ec2.model.BlockDeviceMapping> mappings) {
        return mappings.stream().map(DeviceMapping::read).toList();
    }

    static List<software.amazon.awssdk.services.ec2.model.BlockDeviceMapping> write(List<BlockDeviceMapping> mappings) {
        return mappings.stream().map(DeviceMapping::write).toList();
    }

    private static BlockDeviceMapping read(software.amazon.awssdk.services.ec2.model.BlockDeviceMapping mapping) {
        if (mapping.ebs() != null) {
            return BlockDeviceMapping.ebs(mapping.deviceName(), volume(mapping.ebs()));
        }
        return Texts.text(mapping.virtualName())
                .map(name -> BlockDeviceMapping.instanceStore(mapping.deviceName(), name))
                .orElseGet(() -> BlockDeviceMapping.noDevice(mapping.deviceName()));
    }

    private static EbsBlockDevice volume(software.amazon.awssdk.services.ec2.model.EbsBlockDevice ebs) {
        EbsBlockDevice.Builder volume = EbsBlockDevice.builder();
        volume.snapshotId(Texts.of(ebs.snapshotId(), SnapshotId::of));
        volume.volumeType(Texts.of(ebs.volumeTypeAsString(), VolumeType::of));
        volume.kmsKeyId(Texts.of(ebs.kmsKeyId(), KmsKeyId::of));
        volume.encrypted(Optional.ofNullable(ebs.encrypted()));
        volume.deleteOnTermination(Optional.ofNullable(ebs.deleteOnTermination()));
        if (ebs.volumeSize() != null) {
            volume.volumeSize(ebs.volumeSize());
        }
        if (ebs.iops() != null) {
            volume.iops(ebs.iops());
        }
        if (ebs.throughput() != null) {
            volume.throughput(ebs.throughput());
        }
        return volume.build();
    }

    private static software.amazon.awssdk.services.ec2.model.BlockDeviceMapping write(BlockDeviceMapping mapping) {
        var written = software.amazon.awssdk.services.ec2.model.BlockDeviceMapping.builder()
                .deviceName(mapping.deviceName());
        if (mapping.device() instanceof BlockDeviceMapping.Ebs ebs) {
            written.ebs(volume(ebs.volume()));
        } else if (mapping.device() instanceof BlockDeviceMapping.InstanceStore store) {
            written.virtualName(store.virtualName());
        } else {
            written.noDevice("");
        }
        return written.build();
    }

    private static software.amazon.awssdk.services.ec2.model.EbsBlockDevice volume(EbsBlockDevice volume) {
        var ebs = software.amazon.awssdk.services.ec2.model.EbsBlockDevice.builder();
        volume.snapshotId().ifPresent(id -> ebs.snapshotId(id.value()));
        volume.volumeType().ifPresent(type -> ebs.volumeType(type.value()));
        volume.kmsKeyId().ifPresent(key -> ebs.kmsKeyId(key.value()));
        volume.encrypted().ifPresent(ebs::encrypted);
        volume.deleteOnTermination().ifPresent(ebs::deleteOnTermination);
        volume.volumeSize().ifPresent(ebs::volumeSize);
        volume.iops().ifPresent(ebs::iops);
        volume.throughput().ifPresent(ebs::throughput);
        return ebs.build();
    }
}
