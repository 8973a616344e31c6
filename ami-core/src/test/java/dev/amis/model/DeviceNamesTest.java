package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.BlockDeviceContext.Operation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNamesTest {

    private static final BlockDeviceContext UNKNOWN = BlockDeviceContext.of(Operation.REGISTER_IMAGE);
    private static final BlockDeviceContext HVM = UNKNOWN.withVirtualizationType(VirtualizationType.HVM);
    private static final BlockDeviceContext LINUX = HVM.withWindows(false);
    private static final BlockDeviceContext WINDOWS = HVM.withWindows(true);
    private static final BlockDeviceContext PARAVIRTUAL =
            UNKNOWN.withVirtualizationType(VirtualizationType.PARAVIRTUAL);

    private static void takes(BlockDeviceContext context, String name) {
        assertThat(DeviceNames.whyNot(name, context)).isEmpty();
    }

    private static void refuses(BlockDeviceContext context, String name) {
        assertThat(DeviceNames.whyNot(name, context))
                .hasValueSatisfying(why -> assertThat(why).startsWith("deviceName is '" + name + "', but must be "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dev/sda",
                "/dev/sdz",
                "/dev/sda1",
                "/dev/sda2",
                "/dev/xvda",
                "/dev/xvdb",
                "/dev/xvdz",
                "/dev/xvdaa",
                "/dev/xvdcz",
                "/dev/xvdda",
                "/dev/xvddx"
            })
    void linuxTakes(String name) {
        takes(LINUX, name);
        takes(HVM, name);
        takes(UNKNOWN, name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dev/sda3", "/dev/sdb1", "/dev/sdf15", "/dev/xvda1", "/dev/xvdf1", "/dev/xvddy", "/dev/xvdea",
                        "/dev/hda",
                "/dev/SDA", "sdf", "xvdf", "/dev/sd", "/dev/sdaa", "/dev/sdf ", "dev/sdf", ""
            })
    void linuxRefuses(String name) {
        refuses(LINUX, name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xvda", "xvdb", "xvdz", "xvdca", "xvdcx", "xvdda", "xvddx", "/dev/sda1", "/dev/sdb", "/dev/sdf"})
    void windowsTakes(String name) {
        takes(WINDOWS, name);
        takes(HVM, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/xvdf", "/dev/sda2", "/dev/sdf1", "xvdf1", "xvddy", "xvdea", "d:", "/dev/hdb"})
    void windowsRefuses(String name) {
        refuses(WINDOWS, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/sda", "/dev/sda1", "/dev/sdf15", "/dev/hda", "/dev/hdz15", "/dev/sdb9"})
    void paravirtualTakes(String name) {
        takes(PARAVIRTUAL, name);
        takes(UNKNOWN, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/sda0", "/dev/sdf16", "/dev/sdf20", "/dev/sdf01", "/dev/xvda", "xvdf", "/dev/sdaa"})
    void paravirtualRefuses(String name) {
        refuses(PARAVIRTUAL, name);
    }

    @Test
    void aVirtualizationThatIsNewLeavesAllNamesOpen() {
        takes(UNKNOWN.withVirtualizationType(VirtualizationType.of("next")), "/dev/hda1");
        takes(UNKNOWN.withVirtualizationType(VirtualizationType.of("next")), "/dev/xvdba");
    }

    @Test
    void saysWhatCanBeUsed() {
        assertThat(DeviceNames.whyNot("/dev/sdf1", LINUX))
                .contains("deviceName is '/dev/sdf1', but must be /dev/sd[a-z], /dev/sda1, /dev/sda2, /dev/xvd[a-z],"
                        + " /dev/xvd[a-c][a-z] or /dev/xvdd[a-x] (hvm, Linux)");
        assertThat(DeviceNames.whyNot("/dev/sdf1", WINDOWS))
                .contains("deviceName is '/dev/sdf1', but must be xvd[a-z], xvd[a-c][a-z], xvdd[a-x], /dev/sda1 or"
                        + " /dev/sd[a-z] (hvm, Windows)");
        assertThat(DeviceNames.whyNot("/dev/xvda", PARAVIRTUAL))
                .contains(
                        "deviceName is '/dev/xvda', but must be /dev/sd[a-z], /dev/hd[a-z], or one of these and 1 to 15"
                                + " (paravirtual)");
    }

    @Test
    void explainsNvmeNames() {
        assertThat(DeviceNames.whyNot("/dev/nvme1n1", LINUX))
                .hasValueSatisfying(
                        why -> assertThat(why).endsWith("; NVMe names are what the system shows, not what EC2 takes"));
        assertThat(DeviceNames.whyNot("/dev/foo", LINUX))
                .hasValueSatisfying(why -> assertThat(why).doesNotContain("NVMe"));
    }

    @Test
    void offersEveryNameThatSomeMachineTakesWhereNothingIsKnown() {
        assertThat(DeviceNames.whyNot("/dev/foo", UNKNOWN).map(why -> why.split("; or ").length))
                .isEqualTo(Optional.of(3));
    }
}
