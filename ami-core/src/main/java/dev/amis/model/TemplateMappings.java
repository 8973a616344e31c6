package dev.amis.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Block device mappings in the parameters of a launch template, both ways. */
final class TemplateMappings {

    static final String NAME = "BlockDeviceMappings";

    private TemplateMappings() {}

    static List<BlockDeviceMapping> read(LaunchTemplateData data) {
        List<BlockDeviceMapping> mappings = new ArrayList<>();
        data.numbers(NAME)
                .forEach(number -> read(data, NAME + "." + number + ".").ifPresent(mappings::add));
        return List.copyOf(mappings);
    }

    /** A mapping without a device name means nothing. */
    private static Optional<BlockDeviceMapping> read(LaunchTemplateData data, String at) {
        boolean volume = data.parameters().keySet().stream().anyMatch(name -> name.startsWith(at + "Ebs."));
        return data.get(at + "DeviceName").map(device -> {
            if (volume) {
                return BlockDeviceMapping.ebs(device, volume(data, at + "Ebs."));
            }
            return data.get(at + "VirtualName")
                    .map(name -> BlockDeviceMapping.instanceStore(device, name))
                    .orElseGet(() -> BlockDeviceMapping.noDevice(device));
        });
    }

    private static EbsBlockDevice volume(LaunchTemplateData data, String at) {
        EbsBlockDevice.Builder volume = EbsBlockDevice.builder();
        volume.snapshotId(data.get(at + "SnapshotId").map(SnapshotId::of));
        volume.volumeType(data.get(at + "VolumeType").map(VolumeType::of));
        volume.kmsKeyId(data.get(at + "KmsKeyId").map(KmsKeyId::of));
        volume.encrypted(data.get(at + "Encrypted").map(Boolean::valueOf));
        volume.deleteOnTermination(data.get(at + "DeleteOnTermination").map(Boolean::valueOf));
        volume.volumeSize(number(data, at + "VolumeSize"));
        volume.iops(number(data, at + "Iops"));
        volume.throughput(number(data, at + "Throughput"));
        return volume.build();
    }

    private static OptionalInt number(LaunchTemplateData data, String name) {
        return data.get(name).map(Integer::parseInt).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    static Map<String, String> write(List<BlockDeviceMapping> mappings) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int number = 1; number <= mappings.size(); number++) {
            write(mappings.get(number - 1), NAME + "." + number + ".", parameters);
        }
        return parameters;
    }

    private static void write(BlockDeviceMapping mapping, String at, Map<String, String> to) {
        to.put(at + "DeviceName", mapping.deviceName());
        if (mapping.device() instanceof BlockDeviceMapping.Ebs ebs) {
            write(ebs.volume(), at + "Ebs.", to);
        } else if (mapping.device() instanceof BlockDeviceMapping.InstanceStore store) {
            to.put(at + "VirtualName", store.virtualName());
        } else {
            to.put(at + "NoDevice", "");
        }
    }

    private static void write(EbsBlockDevice volume, String at, Map<String, String> to) {
        volume.snapshotId().ifPresent(id -> to.put(at + "SnapshotId", id.value()));
        volume.volumeType().ifPresent(type -> to.put(at + "VolumeType", type.value()));
        volume.kmsKeyId().ifPresent(key -> to.put(at + "KmsKeyId", key.value()));
        volume.encrypted().ifPresent(encrypted -> to.put(at + "Encrypted", encrypted.toString()));
        volume.deleteOnTermination().ifPresent(delete -> to.put(at + "DeleteOnTermination", delete.toString()));
        volume.volumeSize().ifPresent(size -> to.put(at + "VolumeSize", Integer.toString(size)));
        volume.iops().ifPresent(iops -> to.put(at + "Iops", Integer.toString(iops)));
        volume.throughput().ifPresent(throughput -> to.put(at + "Throughput", Integer.toString(throughput)));
    }
}
