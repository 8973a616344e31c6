package dev.amis.model;

import static dev.amis.model.Mappings.data;
import static dev.amis.model.Mappings.messages;
import static dev.amis.model.Mappings.volume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.BlockDeviceContext.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunInstancesMappingsTest {

    private final BlockDeviceContext known =
            BlockDeviceContext.launching(Samples.imageOn(volume().snapshotId(Samples.ROOT)
                    .volumeSize(100)
                    .volumeType(VolumeType.GP3)
                    .iops(4000)
                    .throughput(500)));

    private BlockDeviceMapping root(EbsBlockDevice.Builder volume) {
        return BlockDeviceMapping.ebs("/dev/xvda", volume.build());
    }

    @Test
    void changesSizeRatesAndEncryptionOfTheRootDevice() {
        assertThat(messages(known, root(volume().volumeSize(200)))).isEmpty();
        assertThat(messages(known, root(volume().iops(8000).throughput(2000)))).isEmpty();
        assertThat(messages(known, root(volume().encrypted(true).kmsKeyId(KmsKeyId.of("alias/ami")))))
                .isEmpty();
    }

    @Test
    void refusesAnotherSnapshotForTheRootDevice() {
        assertThat(messages(known, root(volume().snapshotId(Samples.DATA))))
                .containsExactly("/dev/xvda: snapshotId is " + Samples.DATA
                        + ", but must be left out for the root device of an image");
    }

    @Test
    void takesAnotherSnapshotForOtherDevices() {
        assertThat(messages(known, data(volume().snapshotId(Samples.DATA).encrypted(true))))
                .isEmpty();
    }

    @Test
    void judgesWhatComesOutOfImageAndOverride() {
        assertThat(messages(known, root(volume().throughput(1001))))
                .containsExactly("/dev/xvda: throughput is 1001 MiB/s, but gp3 takes at most 0.25 MiB/s per iops,"
                        + " which is 1000 MiB/s for 4000 iops");
        assertThat(messages(known, root(volume().volumeSize(7))))
                .containsExactly("/dev/xvda: iops is 4000, but gp3 takes at most 500 per GiB, which is 3500 for 7 GiB");
    }

    @Test
    void anotherTypeDoesNotInheritRates() {
        assertThat(messages(known, root(volume().volumeType(VolumeType.GP2)))).isEmpty();
        assertThat(messages(known, root(volume().volumeType(VolumeType.IO2))))
                .containsExactly("/dev/xvda: iops is not set, but io2 needs it, from 100 to 256000");
    }

    @Test
    void theSameTypeSpelledOutInheritsRates() {
        assertThat(messages(known, root(volume().volumeType(VolumeType.GP3).throughput(1000))))
                .isEmpty();
    }

    @Test
    void refusesAHardDiskAsRootDevice() {
        assertThat(messages(known, root(volume().volumeType(VolumeType.SC1).volumeSize(125))))
                .containsExactly(
                        "/dev/xvda: volumeType is sc1, but a root device must be gp3, gp2, io2, io1 or standard");
    }

    @Test
    void refusesASizeBelowThatOfTheImagesSnapshot() {
        BlockDeviceContext seeing = known.withSnapshots(Samples.snapshot().withVolumeSize(50));
        assertThat(messages(seeing, root(volume().volumeSize(49))))
                .containsExactly("/dev/xvda: volumeSize is 49 GiB, but must be at least the 50 GiB of " + Samples.ROOT);
    }

    @Test
    void doesNotJudgeWhatEc2AnsweredOfTheImage() {
        BlockDeviceContext odd = BlockDeviceContext.launching(Samples.imageOn(volume().snapshotId(Samples.ROOT)
                .volumeSize(-1)
                .volumeType(VolumeType.GP2)
                .iops(100)));
        assertThat(messages(odd, root(volume().deleteOnTermination(false)))).isEmpty();
        BlockDeviceContext small = BlockDeviceContext.launching(Samples.image())
                .withSnapshots(Samples.snapshot().withVolumeSize(50));
        assertThat(messages(small, root(volume().deleteOnTermination(false)))).isEmpty();
    }

    @Test
    void judgesAnAddedVolume() {
        assertThat(messages(known, data(volume().deleteOnTermination(true))))
                .containsExactly("/dev/sdf: volumeSize is not set, but must be where there is no snapshotId");
        assertThat(messages(
                        known,
                        BlockDeviceMapping.ebs(
                                "/dev/sdf1", volume().volumeSize(1).build())))
                .hasSize(1)
                .allSatisfy(
                        message -> assertThat(message).startsWith("/dev/sdf1: deviceName is '/dev/sdf1', but must"));
    }

    @Test
    void aVolumeInPlaceOfAnInstanceStoreVolumeIsAdded() {
        BlockDeviceContext store = known.withExisting(BlockDeviceMapping.instanceStore("/dev/sdf", "ephemeral0"));
        assertThat(messages(store, data(volume().deleteOnTermination(true)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesAKeyOnlyWithEncryption(boolean image) {
        BlockDeviceContext context = image ? known : BlockDeviceContext.of(Operation.RUN_INSTANCES);
        BlockDeviceMapping keyed = data(volume().volumeSize(8).encrypted(false).kmsKeyId(KmsKeyId.of("alias/ami")));
        assertThat(messages(context, keyed))
                .containsExactly("/dev/sdf: kmsKeyId is 'alias/ami', but needs encrypted to be true");
    }

    @Test
    void withoutTheImageJudgesOnlyWhatIsAsked() {
        BlockDeviceContext unknown = BlockDeviceContext.of(Operation.RUN_INSTANCES);
        assertThat(messages(unknown, data(volume().iops(4000)))).isEmpty();
        assertThat(messages(unknown, data(volume().volumeType(VolumeType.IO1)))).isEmpty();
        assertThat(messages(unknown, data(volume().volumeType(VolumeType.GP3).throughput(2000))))
                .isEmpty();
        assertThat(messages(unknown, data(volume().iops(0).throughput(0).volumeSize(0))))
                .containsExactly(
                        "/dev/sdf: volumeSize is 0, but must be at least 1",
                        "/dev/sdf: iops is 0, but must be at least 1",
                        "/dev/sdf: throughput is 0, but must be at least 1");
    }
}
