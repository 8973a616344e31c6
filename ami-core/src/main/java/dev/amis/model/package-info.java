/**
 * EC2's nouns as immutable values: images, snapshots, instances, block device mappings, tags, identifiers, Regions.
 *
 * <p>Values never call AWS. They refuse bad input when they are made, with a message that names the field, the value
 * and the rule; what EC2 itself answers is always accepted, also values that did not exist when this was written.
 *
 * <pre>{@code
 * BlockDeviceMapping data = BlockDeviceMapping.ebs("/dev/sdf", EbsBlockDevice.builder()
 *         .volumeType(VolumeType.GP3).volumeSize(100).encrypted(true).build());
 * }</pre>
 */
@NullMarked
package dev.amis.model;

import org.jspecify.annotations.NullMarked;
