package dev.amis.testing.internal.load;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.KmsKeyId;
import dev.amis.model.SnapshotId;
import dev.amis.model.VolumeType;
import java.util.List;

/** Block device mappings of images and launch templates. */
final class Mappings {

    private Mappings() {}

    static List<BlockDeviceMapping> of(JsonValue resource) {
        return resource.list("BlockDeviceMappings").stream()
                .filter(mapping -> mapping.get("DeviceName").isPresent())
                .map(Mappings::mapping)
                .toList();
    }

    private static BlockDeviceMapping mapping(JsonValue mapping) {
        String device = mapping.requireAs(
                "DeviceName", name -> BlockDeviceMapping.noDevice(name).deviceName());
        if (mapping.get("Ebs").isPresent()) {
            return BlockDeviceMapping.ebs(device, volume(mapping.require("Ebs")));
        }
        return mapping.text("VirtualName")
                .map(name -> BlockDeviceMapping.instanceStore(device, name))
                .orElseGet(() -> BlockDeviceMapping.noDevice(device));
    }

    private static EbsBlockDevice volume(JsonValue ebs) {
        return EbsBlockDevice.builder()
                .snapshotId(ebs.read("SnapshotId", SnapshotId::of))
                .volumeSize(ebs.wholeNumber("VolumeSize"))
                .volumeType(ebs.read("VolumeType", VolumeType::of))
                .iops(ebs.wholeNumber("Iops"))
                .throughput(ebs.wholeNumber("Throughput"))
                .encrypted(ebs.get("Encrypted").map(JsonValue::flag))
                .kmsKeyId(ebs.read("KmsKeyId", KmsKeyId::of))
                .deleteOnTermination(ebs.get("DeleteOnTermination").map(JsonValue::flag))
                .build();
    }
}
