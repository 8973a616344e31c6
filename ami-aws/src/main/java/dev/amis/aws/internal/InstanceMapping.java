package dev.amis.aws.internal;

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
import dev.amis.model.StateReason;
import dev.amis.model.VirtualizationType;
import dev.amis.model.VolumeId;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.Reservation;

/** Instances as EC2 answers them; the owner stands on their reservation. */
final class InstanceMapping {

    private InstanceMapping() {}

    static List<Instance> read(Region region, List<Reservation> reservations) {
        return reservations.stream()
                .flatMap(reservation -> reservation.instances().stream()
                        .map(instance -> read(region, AccountId.of(reservation.ownerId()), instance)))
                .toList();
    }

    static Instance read(Region region, AccountId owner, software.amazon.awssdk.services.ec2.model.Instance instance) {
        Instance.Builder read = Instance.builder();
        read.region(region);
        read.ownerId(owner);
        read.instanceId(InstanceId.of(instance.instanceId()));
        read.imageId(ImageId.of(instance.imageId()));
        read.stateText(instance.state().nameAsString());
        read.instanceType(InstanceType.of(instance.instanceTypeAsString()));
        read.architecture(Texts.of(instance.architectureAsString(), Architecture::of));
        read.virtualizationType(Texts.of(instance.virtualizationTypeAsString(), VirtualizationType::of));
        read.platform(Texts.of(instance.platformAsString(), Platform::of));
        read.launchTime(Optional.ofNullable(instance.launchTime()));
        Texts.of(instance.rootDeviceTypeAsString(), DeviceType::of).ifPresent(read::rootDeviceType);
        read.rootDeviceName(Texts.text(instance.rootDeviceName()));
        read.addAllVolumes(instance.blockDeviceMappings().stream()
                .filter(mapping -> mapping.ebs() != null && mapping.ebs().volumeId() != null)
                .map(mapping -> new AttachedVolume(
                        mapping.deviceName(),
                        VolumeId.of(mapping.ebs().volumeId()),
                        Texts.isTrue(mapping.ebs().deleteOnTermination())))
                .toList());
        read.stateReason(Optional.ofNullable(instance.stateReason())
                .filter(reason -> reason.code() != null)
                .map(reason -> new StateReason(
                        reason.code(), Optional.ofNullable(reason.message()).orElse(""))));
        read.subnetId(Texts.text(instance.subnetId()));
        read.clientToken(Texts.text(instance.clientToken()));
        read.tags(TagMapping.read(instance.tags()));
        return read.build();
    }
}
