package dev.amis.create;

import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import java.util.List;
import java.util.stream.Stream;

/** The volumes of an image to be, as they are collected. */
final class Mappings {

    private Mappings() {}

    static List<BlockDeviceMapping> added(List<BlockDeviceMapping> mappings, BlockDeviceMapping mapping) {
        if (mappings.stream().anyMatch(other -> other.deviceName().equals(mapping.deviceName()))) {
            throw new IllegalArgumentException(
                    "device '" + mapping.deviceName() + "' is mapped twice, but only once is allowed");
        }
        return Stream.concat(mappings.stream(), Stream.of(mapping)).toList();
    }

    static String describe(BlockDeviceMapping mapping) {
        if (mapping.device() instanceof BlockDeviceMapping.Ebs ebs) {
            return "with a volume" + describe(ebs.volume()) + " at " + mapping.deviceName();
        }
        return mapping.device() instanceof BlockDeviceMapping.InstanceStore store
                ? "with " + store.virtualName() + " at " + mapping.deviceName()
                : "without " + mapping.deviceName();
    }

    private static String describe(EbsBlockDevice volume) {
        return volume.volumeType().map(type -> " " + type).orElse("")
                + (volume.volumeSize().isPresent()
                        ? " of " + volume.volumeSize().getAsInt() + " GiB"
                        : "")
                + volume.snapshotId().map(snapshot -> " from " + snapshot).orElse("");
    }
}
