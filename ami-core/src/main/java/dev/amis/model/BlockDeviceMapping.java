package dev.amis.model;

import java.util.Optional;

/**
 * What stands behind one device name of an image or instance: an EBS volume, an instance store volume, or nothing.
 *
 * <p>Whatever EC2 answers can be held. Mappings that are sent to EC2 are checked by {@code BlockDeviceRules} when the
 * request is built.
 *
 * @param deviceName for example {@code /dev/xvda}; a label, on Nitro instances the system sees NVMe devices
 * @param device what is behind it
 */
public record BlockDeviceMapping(String deviceName, Device device) {

    /** What stands behind a device name. */
    public sealed interface Device {}

    /**
     * An EBS volume.
     *
     * @param volume its attributes
     */
    public record Ebs(EbsBlockDevice volume) implements Device {}

    /**
     * An instance store volume.
     *
     * @param virtualName {@code ephemeral0} to {@code ephemeral23}
     */
    public record InstanceStore(String virtualName) implements Device {}

    /** Nothing: it leaves out what the image or the instance has under this name. */
    public record NoDevice() implements Device {}

    /**
     * Wraps a mapping.
     *
     * @throws IllegalArgumentException if the device name is blank
     */
    public BlockDeviceMapping {
        Checks.notBlank("deviceName", deviceName);
    }

    /**
     * Puts an EBS volume behind a device name.
     *
     * @param deviceName for example {@code /dev/sdf}
     * @param volume the volume's attributes
     * @return the mapping
     */
    public static BlockDeviceMapping ebs(String deviceName, EbsBlockDevice volume) {
        return new BlockDeviceMapping(deviceName, new Ebs(volume));
    }

    /**
     * Puts an instance store volume behind a device name.
     *
     * @param deviceName for example {@code /dev/sdb}
     * @param virtualName {@code ephemeral0} to {@code ephemeral23}
     * @return the mapping
     */
    public static BlockDeviceMapping instanceStore(String deviceName, String virtualName) {
        return new BlockDeviceMapping(deviceName, new InstanceStore(virtualName));
    }

    /**
     * Leaves out what the image or instance has under a device name.
     *
     * @param deviceName for example {@code /dev/sdb}
     * @return the mapping
     */
    public static BlockDeviceMapping noDevice(String deviceName) {
        return new BlockDeviceMapping(deviceName, new NoDevice());
    }

    /**
     * The EBS volume behind the name.
     *
     * @return its attributes, nothing if it is not an EBS volume
     */
    public Optional<EbsBlockDevice> ebsVolume() {
        return device instanceof Ebs ebs ? Optional.of(ebs.volume()) : Optional.empty();
    }

    /**
     * The snapshot behind the name.
     *
     * @return its id, nothing if there is none
     */
    public Optional<SnapshotId> snapshotId() {
        return device instanceof Ebs ebs ? ebs.volume().snapshotId() : Optional.empty();
    }
}
