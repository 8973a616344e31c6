package dev.amis.model;

import java.time.Instant;

/** The plainest values of the tests here. */
final class Samples {

    static final AccountId OWNER = AccountId.of("111122223333");
    static final AccountId OTHER = AccountId.of("444455556666");
    static final ImageId IMAGE = ImageId.of("ami-0123456789abcdef0");
    static final SnapshotId ROOT = SnapshotId.of("snap-0123456789abcdef0");
    static final SnapshotId DATA = SnapshotId.of("snap-0123456789abcdef1");
    static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private Samples() {}

    /** An available private image of {@link #OWNER} in Ireland on one unencrypted snapshot. */
    static Image image() {
        return imageOn(EbsBlockDevice.builder().snapshotId(ROOT).volumeSize(8).encrypted(false));
    }

    static Image imageOn(EbsBlockDevice.Builder root) {
        return Image.builder()
                .imageId(IMAGE)
                .region(Region.EU_WEST_1)
                .ownerId(OWNER)
                .name("web-1.0.0")
                .state(ImageState.AVAILABLE)
                .architecture(Architecture.ARM64)
                .rootDeviceName("/dev/xvda")
                .addBlockDeviceMapping(BlockDeviceMapping.ebs("/dev/xvda", root.build()))
                .build();
    }

    static Snapshot snapshot() {
        return Snapshot.builder()
                .snapshotId(ROOT)
                .region(Region.EU_WEST_1)
                .ownerId(OWNER)
                .state(SnapshotState.COMPLETED)
                .volumeSize(8)
                .build();
    }

    static Instance instance() {
        return Instance.builder()
                .instanceId(InstanceId.of("i-0123456789abcdef0"))
                .region(Region.EU_WEST_1)
                .ownerId(OWNER)
                .imageId(IMAGE)
                .state(InstanceState.RUNNING)
                .instanceType(InstanceType.of("m7g.large"))
                .virtualizationType(VirtualizationType.HVM)
                .rootDeviceName("/dev/xvda")
                .addVolume(new AttachedVolume("/dev/xvda", VolumeId.of("vol-0123456789abcdef0"), true))
                .addVolume(new AttachedVolume("/dev/sdf", VolumeId.of("vol-0123456789abcdef1"), false))
                .build();
    }
}
