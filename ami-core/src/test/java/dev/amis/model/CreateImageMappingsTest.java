package dev.amis.model;

import static dev.amis.model.Mappings.data;
import static dev.amis.model.Mappings.messages;
import static dev.amis.model.Mappings.volume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.BlockDeviceContext.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateImageMappingsTest {

    private final BlockDeviceContext unknown = BlockDeviceContext.of(Operation.CREATE_IMAGE);
    private final BlockDeviceContext known = BlockDeviceContext.creatingFrom(Samples.instance());

    @Test
    void changesWhetherAVolumeGoesWithItsInstance() {
        BlockDeviceMapping change = data(volume().deleteOnTermination(true));
        assertThat(messages(known, change)).isEmpty();
        assertThat(messages(unknown, change)).isEmpty();
    }

    @Test
    void refusesToChangeTheRestOfAVolumeOfTheInstance() {
        BlockDeviceMapping change = data(volume().snapshotId(Samples.DATA)
                .volumeType(VolumeType.GP3)
                .volumeSize(9)
                .iops(4000)
                .throughput(125));
        String rule = ", but must be left out for a volume that the instance has: only deleteOnTermination and"
                + " encrypted can be changed";
        assertThat(messages(known, change))
                .containsExactly(
                        "/dev/sdf: snapshotId is " + Samples.DATA + rule,
                        "/dev/sdf: volumeType is gp3" + rule,
                        "/dev/sdf: volumeSize is 9" + rule,
                        "/dev/sdf: iops is 4000" + rule,
                        "/dev/sdf: throughput is 125" + rule);
    }

    @Test
    void judgesAnAddedVolumeOfAKnownInstance() {
        BlockDeviceMapping added = BlockDeviceMapping.ebs("/dev/sdg", volume().build());
        assertThat(messages(known, added))
                .containsExactly("/dev/sdg: volumeSize is not set, but must be where there is no snapshotId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "iops", "throughput"})
    void seesByItsAttributesThatAVolumeIsAdded(String attribute) {
        EbsBlockDevice.Builder volume = volume();
        if (attribute.equals("type")) {
            volume.volumeType(VolumeType.GP3);
        } else if (attribute.equals("iops")) {
            volume.iops(3000);
        } else {
            volume.throughput(125);
        }
        assertThat(messages(unknown, data(volume)))
                .contains("/dev/sdf: volumeSize is not set, but must be where there is no snapshotId");
    }

    @Test
    void takesSnapshotOrSizeOfAnAddedVolume() {
        assertThat(messages(unknown, data(volume().snapshotId(Samples.DATA)))).isEmpty();
        assertThat(messages(unknown, data(volume().volumeSize(1)))).isEmpty();
    }

    @Test
    void judgesAnAddedVolumeWithoutATypeAsGp2() {
        assertThat(messages(unknown, data(volume().volumeSize(8).iops(3000))))
                .containsExactly("/dev/sdf: iops is 3000, but gp2 takes none");
    }

    @Test
    void refusesToEncryptAVolumeThatIsKnownToBePlain() {
        BlockDeviceContext plain = known.withExisting(data(volume().encrypted(false)));
        assertThat(messages(plain, data(volume().encrypted(true))))
                .containsExactly("/dev/sdf: encrypted is true, but must be false or left out for a volume that is not"
                        + " encrypted");
        assertThat(messages(plain, data(volume().encrypted(false)))).isEmpty();
    }

    @Test
    void takesEncryptionOfAVolumeThatMayBeEncrypted() {
        assertThat(messages(known, data(volume().encrypted(true)))).isEmpty();
    }

    @Test
    void refusesAKeyForAnyVolume() {
        assertThat(BlockDeviceRules.violations(
                        known, List.of(data(volume().encrypted(true).kmsKeyId(KmsKeyId.of("alias/ami"))))))
                .extracting(BlockDeviceRules.Violation::field)
                .containsExactly("kmsKeyId");
    }

    @Test
    void leavesVolumesOutWhateverTheirNames() {
        assertThat(messages(unknown, BlockDeviceMapping.noDevice("xvd-odd"))).isEmpty();
    }
}
