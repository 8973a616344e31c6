package dev.amis.model;

import static dev.amis.model.Mappings.data;
import static dev.amis.model.Mappings.messages;
import static dev.amis.model.Mappings.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amis.model.BlockDeviceContext.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockDeviceRulesTest {

    private static final BlockDeviceContext REGISTERING = BlockDeviceContext.builder()
            .operation(Operation.REGISTER_IMAGE)
            .virtualizationType(VirtualizationType.HVM)
            .rootDeviceName("/dev/xvda")
            .build();

    private static final BlockDeviceMapping ROOT = BlockDeviceMapping.ebs(
            "/dev/xvda", volume().snapshotId(Samples.ROOT).build());

    @ParameterizedTest
    @EnumSource(Operation.class)
    void takesNoMappingsAtAll(Operation operation) {
        assertThat(messages(BlockDeviceContext.of(operation))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void takesAnEmptyVolumeOfASize(Operation operation) {
        assertThat(messages(
                        BlockDeviceContext.of(operation),
                        data(volume().volumeSize(100).volumeType(VolumeType.GP3).encrypted(true))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void refusesADeviceNameInSeveralMappings(Operation operation) {
        BlockDeviceMapping mapping = data(volume().volumeSize(1));
        assertThat(BlockDeviceRules.violations(BlockDeviceContext.of(operation), List.of(mapping, mapping, mapping)))
                .extracting(BlockDeviceRules.Violation::field)
                .containsExactly("deviceName", "deviceName");
    }

    @Test
    void aViolationNamesDeviceFieldAndMessage() {
        BlockDeviceMapping mapping = data(volume().volumeSize(1));
        BlockDeviceRules.Violation violation = BlockDeviceRules.violations(
                        BlockDeviceContext.of(Operation.RUN_INSTANCES), List.of(mapping, mapping))
                .get(0);
        assertThat(violation)
                .isEqualTo(new BlockDeviceRules.Violation(
                        "/dev/sdf", "deviceName", "/dev/sdf: deviceName is in several mappings, but must be in one"))
                .hasToString("/dev/sdf: deviceName is in several mappings, but must be in one");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 19, 20, 23})
    void takesInstanceStoreVolumes(int number) {
        assertThat(messages(
                        BlockDeviceContext.of(Operation.RUN_INSTANCES),
                        BlockDeviceMapping.instanceStore("/dev/sdb", "ephemeral" + number)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ephemeral", "ephemeral24", "ephemeral30", "ephemeral00", "ephemeral-1", "Ephemeral0", "disk0"})
    void refusesOtherVirtualNames(String virtualName) {
        assertThat(messages(
                        BlockDeviceContext.of(Operation.CREATE_IMAGE),
                        BlockDeviceMapping.instanceStore("/dev/sdb", virtualName)))
                .containsExactly(
                        "/dev/sdb: virtualName is '" + virtualName + "', but must be from ephemeral0 to ephemeral23");
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void refusesToLeaveTheRootDeviceOut(Operation operation) {
        assertThat(messages(
                        BlockDeviceContext.of(operation).withRootDeviceName("/dev/xvda"),
                        BlockDeviceMapping.noDevice("/dev/xvda")))
                .containsExactly("/dev/xvda: noDevice is set, but the root device cannot be left out");
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void refusesAnInstanceStoreVolumeAsRootDevice(Operation operation) {
        assertThat(messages(
                        BlockDeviceContext.of(operation).withRootDeviceName("/dev/xvda"),
                        BlockDeviceMapping.instanceStore("/dev/xvda", "ephemeral0")))
                .containsExactly("/dev/xvda: virtualName is 'ephemeral0', but the root device must be an EBS volume");
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void leavesOtherDevicesOut(Operation operation) {
        assertThat(messages(BlockDeviceContext.of(operation), BlockDeviceMapping.noDevice("/dev/odd1")))
                .isEmpty();
    }

    @Test
    void checkListsEveryViolation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlockDeviceRules.check(
                        REGISTERING, List.of(ROOT, data(volume().volumeSize(0).throughput(200)))))
                .withMessage("blockDeviceMappings:"
                        + " /dev/sdf: volumeSize is 0 GiB, but must be from 1 to 16384 GiB for gp2;"
                        + " /dev/sdf: throughput is 200 MiB/s, but only gp3 takes it, and the type is gp2");
    }

    @Test
    void checkLetsGoodMappingsPass() {
        assertThatCode(() -> BlockDeviceRules.check(REGISTERING, List.of(ROOT))).doesNotThrowAnyException();
    }
}
