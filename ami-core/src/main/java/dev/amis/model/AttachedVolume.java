package dev.amis.model;

/**
 * An EBS volume attached to an instance.
 *
 * @param deviceName the name it is attached under
 * @param volumeId the volume
 * @param deleteOnTermination whether it goes with the instance
 */
public record AttachedVolume(String deviceName, VolumeId volumeId, boolean deleteOnTermination) {}
