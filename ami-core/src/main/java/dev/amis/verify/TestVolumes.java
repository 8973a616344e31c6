package dev.amis.verify;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.VolumeType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The volumes of an image that would outlive a test instance, which are paid for, as ones that go with it. */
final class TestVolumes {

    private static final Set<VolumeType> WITH_IOPS = Set.of(VolumeType.GP3, VolumeType.IO1, VolumeType.IO2);

    private TestVolumes() {}

    /** What is to be sent with the launch: all that the image says, but that the volume is deleted. */
    static List<BlockDeviceMapping> goingWith(Image image) {
        return image.blockDeviceMappings().stream()
                .filter(mapping -> mapping.ebsVolume()
                        .filter(volume -> !volume.deleteOnTermination().orElse(false))
                        .isPresent())
                .map(mapping -> BlockDeviceMapping.ebs(
                        mapping.deviceName(),
                        going(
                                mapping.ebsVolume().orElseThrow(),
                                image.rootDeviceName().equals(Optional.of(mapping.deviceName())))))
                .toList();
    }

    /** The root volume's snapshot is not sent, and what is made of a snapshot is encrypted as the image says. */
    private static EbsBlockDevice going(EbsBlockDevice volume, boolean root) {
        EbsBlockDevice going = volume.withDeleteOnTermination(true);
        going = root || volume.snapshotId().isPresent()
                ? going.withEncrypted(Optional.empty()).withKmsKeyId(Optional.empty())
                : going;
        going = root ? going.withSnapshotId(Optional.empty()) : going;
        Optional<VolumeType> type = volume.volumeType();
        going = type.filter(WITH_IOPS::contains).isPresent() ? going : going.withIops(OptionalInt.empty());
        return type.filter(VolumeType.GP3::equals).isPresent() ? going : going.withThroughput(OptionalInt.empty());
    }
}
