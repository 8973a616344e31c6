package dev.amis.model;

import static dev.amis.model.Mappings.data;
import static dev.amis.model.Mappings.messages;
import static dev.amis.model.Mappings.volume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.BlockDeviceContext.Operation;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterImageMappingsTest {

    private static final BlockDeviceContext REGISTERING = BlockDeviceContext.builder()
            .operation(Operation.REGISTER_IMAGE)
            .virtualizationType(VirtualizationType.HVM)
            .rootDeviceName("/dev/xvda")
            .build();

    private static final BlockDeviceMapping ROOT = BlockDeviceMapping.ebs(
            "/dev/xvda", volume().snapshotId(Samples.ROOT).build());

    @Test
    void needsTheRootDevice() {
        assertThat(messages(REGISTERING, data(volume().volumeSize(8))))
                .containsExactly("/dev/xvda: there is no mapping, but the root device must have one with a snapshotId");
    }

    @Test
    void needsASnapshotForTheRootDevice() {
        BlockDeviceMapping root =
                BlockDeviceMapping.ebs("/dev/xvda", volume().volumeSize(8).build());
        assertThat(messages(REGISTERING, root))
                .containsExactly("/dev/xvda: snapshotId is not set, but the root device must be on a snapshot");
    }

    @Test
    void saysOnceThatABareRootNeedsASnapshot() {
        assertThat(messages(REGISTERING, BlockDeviceMapping.ebs("/dev/xvda", volume().build())))
                .containsExactly("/dev/xvda: snapshotId is not set, but the root device must be on a snapshot");
    }

    @Test
    void needsASizeOrASnapshotForOthers() {
        assertThat(messages(REGISTERING, ROOT, data(volume().volumeType(VolumeType.GP3))))
                .containsExactly("/dev/sdf: volumeSize is not set, but must be where there is no snapshotId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"st1", "sc1"})
    void refusesHardDisksAsRootDevice(String type) {
        BlockDeviceMapping root = BlockDeviceMapping.ebs(
                "/dev/xvda",
                volume().snapshotId(Samples.ROOT)
                        .volumeType(VolumeType.of(type))
                        .volumeSize(125)
                        .build());
        assertThat(messages(REGISTERING, root))
                .containsExactly("/dev/xvda: volumeType is " + type
                        + ", but a root device must be gp3, gp2, io2, io1 or standard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gp3", "gp2", "standard", "gp9"})
    void takesOtherTypesAsRootDevice(String type) {
        BlockDeviceMapping root = BlockDeviceMapping.ebs(
                "/dev/xvda",
                volume().snapshotId(Samples.ROOT)
                        .volumeType(VolumeType.of(type))
                        .build());
        assertThat(messages(REGISTERING, root)).isEmpty();
    }

    @Test
    void takesHardDisksBesideTheRootDevice() {
        assertThat(messages(
                        REGISTERING,
                        ROOT,
                        data(volume().volumeType(VolumeType.ST1).volumeSize(125))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesEncryptionWithASnapshot(boolean encrypted) {
        assertThat(messages(
                        REGISTERING,
                        ROOT,
                        data(volume().snapshotId(Samples.DATA).encrypted(encrypted))))
                .containsExactly("/dev/sdf: encrypted is " + encrypted
                        + ", but must be left out with a snapshotId: the snapshot decides");
    }

    @Test
    void refusesAKey() {
        assertThat(messages(
                        REGISTERING,
                        ROOT,
                        data(volume().volumeSize(8).encrypted(true).kmsKeyId(KmsKeyId.of("alias/ami")))))
                .containsExactly(
                        "/dev/sdf: kmsKeyId is 'alias/ami', but must be left out: only a launch or a copy takes a key");
    }

    @Test
    void refusesASizeBelowThatOfASeenSnapshot() {
        BlockDeviceContext seeing = REGISTERING.withSnapshots(Samples.snapshot());
        assertThat(messages(seeing, rootOf(7)))
                .containsExactly("/dev/xvda: volumeSize is 7 GiB, but must be at least the 8 GiB of " + Samples.ROOT);
        assertThat(messages(seeing, rootOf(8))).isEmpty();
        assertThat(messages(REGISTERING, rootOf(7))).isEmpty();
    }

    private BlockDeviceMapping rootOf(int size) {
        return BlockDeviceMapping.ebs(
                "/dev/xvda", volume().snapshotId(Samples.ROOT).volumeSize(size).build());
    }

    @Test
    void judgesRatesByTheSizeOfASeenSnapshot() {
        BlockDeviceContext seeing = REGISTERING.withSnapshots(Samples.snapshot());
        BlockDeviceMapping fast = BlockDeviceMapping.ebs(
                "/dev/xvda",
                volume().snapshotId(Samples.ROOT)
                        .volumeType(VolumeType.IO1)
                        .iops(401)
                        .build());
        assertThat(messages(seeing, fast))
                .containsExactly("/dev/xvda: iops is 401, but io1 takes at most 50 per GiB, which is 400 for 8 GiB");
        assertThat(messages(REGISTERING, fast)).isEmpty();
    }

    @Test
    void refusesASeenSnapshotThatIsNotComplete() {
        BlockDeviceContext seeing = REGISTERING.withSnapshots(Samples.snapshot().withStateText("pending"));
        assertThat(messages(seeing, ROOT))
                .containsExactly("/dev/xvda: snapshotId is " + Samples.ROOT
                        + ", which is pending, but must be a completed snapshot");
    }

    @Test
    void refusesASeenSnapshotInTheArchive() {
        Snapshot archived = Samples.snapshot().withStorageTier(StorageTier.ARCHIVE);
        assertThat(messages(REGISTERING.withSnapshots(archived), ROOT))
                .containsExactly("/dev/xvda: snapshotId is " + Samples.ROOT
                        + ", which is in the archive and must be restored first");
        assertThat(messages(REGISTERING.withSnapshots(archived.withRestoreExpiryTime(Samples.NOON)), ROOT))
                .isEmpty();
    }

    @Test
    void takesASnapshotWhoseSizeIsNotKnown() {
        Snapshot bare = Samples.snapshot().withVolumeSize(OptionalInt.empty());
        assertThat(messages(REGISTERING.withSnapshots(bare), rootOf(1))).isEmpty();
    }

    @Test
    void doesNotAskForARootDeviceThatItDoesNotKnow() {
        assertThat(messages(BlockDeviceContext.of(Operation.REGISTER_IMAGE), data(volume().volumeSize(8))))
                .isEmpty();
    }
}
