package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherResourcesTest {

    private static LaunchTemplateVersion version() {
        return LaunchTemplateVersion.builder()
                .launchTemplateId(LaunchTemplateId.of("lt-0123456789abcdef0"))
                .launchTemplateName("web")
                .region(Region.EU_WEST_1)
                .versionNumber(7)
                .build();
    }

    @Test
    void aSnapshotPrintsOnOneLine() {
        assertThat(Samples.snapshot().withTags(Tags.of("Owner", "secret")))
                .hasToString("snap-0123456789abcdef0 (completed, 8 GiB, eu-west-1)");
        assertThat(Samples.snapshot().withVolumeSize(OptionalInt.empty()))
                .hasToString("snap-0123456789abcdef0 (completed, eu-west-1)");
    }

    @Test
    void aSnapshotsStateFollowsItsText() {
        assertThat(Samples.snapshot().withStateText("error").state()).isEqualTo(SnapshotState.ERROR);
        assertThat(Samples.snapshot().withStateText("odd").state()).isEqualTo(SnapshotState.UNKNOWN);
        assertThat(Samples.snapshot().encrypted()).isFalse();
    }

    @Test
    void anInstancePrintsOnOneLine() {
        assertThat(Samples.instance().withTags(Tags.of("Owner", "secret")))
                .hasToString("i-0123456789abcdef0 (running, m7g.large, eu-west-1)");
    }

    @Test
    void anInstancesStateFollowsItsText() {
        assertThat(Samples.instance().withStateText("stopped").state()).isEqualTo(InstanceState.STOPPED);
        assertThat(Samples.instance().withStateText("odd").state()).isEqualTo(InstanceState.UNKNOWN);
        assertThat(Samples.instance().rootDeviceType()).isEqualTo(DeviceType.EBS);
    }

    @Test
    void aTemplateVersionPrintsOnOneLine() {
        assertThat(version()).hasToString("lt-0123456789abcdef0 (web) version 7");
        assertThat(version().isDefaultVersion()).isFalse();
    }

    @Test
    void aTemplateVersionNamesItsImage() {
        assertThat(version().withImageReference("ami-0123456789abcdef0").imageId())
                .contains(Samples.IMAGE);
        assertThat(version().imageId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolve:ssm:/golden/web", "ami-123", "ami-", "ami-0123456789ABCDEF0", "", "{{ImageId}}"})
    void aTemplateVersionMayNameWhatIsNoImage(String reference) {
        assertThat(version().withImageReference(reference).imageId()).isEqualTo(Optional.empty());
    }

    @Test
    void aMappingTellsItsVolumeAndSnapshot() {
        EbsBlockDevice volume =
                EbsBlockDevice.builder().snapshotId(Samples.ROOT).build();
        BlockDeviceMapping mapping = BlockDeviceMapping.ebs("/dev/xvda", volume);
        assertThat(mapping.ebsVolume()).contains(volume);
        assertThat(mapping.snapshotId()).contains(Samples.ROOT);
        assertThat(BlockDeviceMapping.noDevice("/dev/sdb").ebsVolume()).isEmpty();
        assertThat(BlockDeviceMapping.instanceStore("/dev/sdb", "ephemeral0").snapshotId())
                .isEmpty();
    }

    @Test
    void aMappingNeedsADeviceName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlockDeviceMapping.noDevice(" "))
                .withMessage("deviceName is ' ', but must not be blank");
    }

    @Test
    void aStateReasonPrintsCodeAndMessage() {
        assertThat(new StateReason("Server.InternalError", "oops")).hasToString("Server.InternalError: oops");
    }
}
