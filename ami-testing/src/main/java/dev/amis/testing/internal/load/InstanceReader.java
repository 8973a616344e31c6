package dev.amis.testing.internal.load;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.AttachedVolume;
import dev.amis.model.DeviceType;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import dev.amis.model.Platform;
import dev.amis.model.Region;
import dev.amis.model.VolumeId;
import java.util.List;
import java.util.stream.Stream;

/** Instances as {@code describe-instances} prints them, by reservation. */
final class InstanceReader {

    private InstanceReader() {}

    static List<Instance> instances(JsonValue reservation, Region region) {
        AccountId owner = reservation.requireAs("OwnerId", AccountId::of);
        return reservation.list("Instances").stream()
                .map(instance -> instance(instance, region, owner))
                .toList();
    }

    private static Instance instance(JsonValue instance, Region region, AccountId owner) {
        return Instance.builder()
                .instanceId(instance.requireAs("InstanceId", InstanceId::of))
                .region(region)
                .ownerId(owner)
                .imageId(instance.requireAs("ImageId", ImageId::of))
                .stateText(instance.get("State")
                        .flatMap(state -> state.text("Name"))
                        .orElse("unknown"))
                .instanceType(instance.read("InstanceType", InstanceType::of).orElse(InstanceType.of("unknown")))
                .architecture(instance.read("Architecture", Architecture::of))
                .platform(instance.read("Platform", Platform::of))
                .launchTime(instance.instant("LaunchTime"))
                .rootDeviceType(instance.read("RootDeviceType", DeviceType::of).orElse(DeviceType.EBS))
                .rootDeviceName(instance.text("RootDeviceName").filter(name -> !name.isEmpty()))
                .addAllVolumes(instance.list("BlockDeviceMappings").stream()
                        .flatMap(InstanceReader::volume)
                        .toList())
                .clientToken(instance.text("ClientToken").filter(token -> !token.isEmpty()))
                .tags(Tagged.tags(instance))
                .build();
    }

    private static Stream<AttachedVolume> volume(JsonValue mapping) {
        return mapping.get("Ebs").stream()
                .flatMap(ebs -> ebs.readIfItFits("VolumeId", VolumeId::of).stream()
                        .map(id -> new AttachedVolume(
                                mapping.text("DeviceName").orElse(""), id, ebs.flag("DeleteOnTermination"))));
    }
}
