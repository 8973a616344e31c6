package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeLimitsTest {

    private static List<String> refused(String type, EbsBlockDevice.Builder volume) {
        List<String> messages = new ArrayList<>();
        VolumeLimits.of(VolumeType.of(type))
                .orElseThrow()
                .check(volume.build(), true, (field, message) -> messages.add(message));
        return messages;
    }

    private static EbsBlockDevice.Builder size(int gib) {
        return EbsBlockDevice.builder().volumeSize(gib);
    }

    @ParameterizedTest
    @CsvSource({
        "gp3, 1, 65536",
        "gp2, 1, 16384",
        "io1, 4, 16384",
        "io2, 4, 65536",
        "st1, 125, 16384",
        "sc1, 125, 16384",
        "standard, 1, 1024"
    })
    void sizesHaveTheirRange(String type, int least, int most) {
        String rule = " GiB, but must be from " + least + " to " + most + " GiB for " + type;
        boolean provisioned = type.startsWith("io");
        for (int fits : List.of(least, most)) {
            assertThat(refused(type, provisioned ? size(fits).iops(100) : size(fits)))
                    .isEmpty();
        }
        for (int misfit : List.of(least - 1, most + 1, -1)) {
            assertThat(refused(type, provisioned ? size(misfit).iops(100) : size(misfit)))
                    .containsExactly("volumeSize is " + misfit + rule);
        }
    }

    @ParameterizedTest
    @CsvSource({"gp3, 3000, 80000", "io1, 100, 64000", "io2, 100, 256000"})
    void ratesHaveTheirRange(String type, int least, int most) {
        String rule = ", but must be from " + least + " to " + most + " for " + type;
        for (int fits : List.of(least, most)) {
            assertThat(refused(type, size(16_384).iops(fits))).isEmpty();
        }
        for (int misfit : List.of(least - 1, most + 1)) {
            assertThat(refused(type, size(16_384).iops(misfit))).containsExactly("iops is " + misfit + rule);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gp3, 160, 80000",
        "gp3, 10, 5000",
        "gp3, 1, 3000",
        "gp3, 6, 3000",
        "io1, 4, 200",
        "io1, 1280, 64000",
        "io2, 4, 4000",
        "io2, 256, 256000"
    })
    void ratesPerGibAreTakenUpToTheRatio(String type, int size, int iops) {
        assertThat(refused(type, size(size).iops(iops))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gp3, 10, 5001, 500, 5000",
        "gp3, 1, 3001, 500, 3000",
        "gp3, 159, 80000, 500, 79500",
        "io1, 4, 201, 50, 200",
        "io1, 1279, 64000, 50, 63950",
        "io2, 4, 4001, 1000, 4000",
        "io2, 255, 256000, 1000, 255000"
    })
    void ratesPerGibAreRefusedAboveTheRatio(String type, int size, int iops, int ratio, int most) {
        assertThat(refused(type, size(size).iops(iops)))
                .containsExactly("iops is " + iops + ", but " + type + " takes at most " + ratio + " per GiB, which is "
                        + most + " for " + size + " GiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gp2", "st1", "sc1", "standard"})
    void otherTypesTakeNoRate(String type) {
        assertThat(refused(type, size(500).iops(100))).containsExactly("iops is 100, but " + type + " takes none");
    }

    @Test
    void provisionedTypesNeedARate() {
        assertThat(refused("io1", size(8))).containsExactly("iops is not set, but io1 needs it, from 100 to 64000");
        assertThat(refused("io2", size(8))).containsExactly("iops is not set, but io2 needs it, from 100 to 256000");
        assertThat(refused("gp3", size(8))).isEmpty();
    }

    @Test
    void aRateThatMayBeInheritedIsNotNeeded() {
        List<String> messages = new ArrayList<>();
        VolumeLimits.IO1.check(size(8).build(), false, (field, message) -> messages.add(message));
        VolumeLimits.GP3.check(size(8).throughput(2000).build(), false, (field, message) -> messages.add(message));
        assertThat(messages).isEmpty();
    }

    @Test
    void throughputHasItsRange() {
        assertThat(refused("gp3", size(16).iops(8000).throughput(2000))).isEmpty();
        assertThat(refused("gp3", size(16).throughput(125))).isEmpty();
        assertThat(refused("gp3", size(100).iops(9000).throughput(2001)))
                .containsExactly("throughput is 2001 MiB/s, but must be from 125 to 2000 MiB/s for gp3");
        assertThat(refused("gp3", size(16).throughput(124)))
                .containsExactly("throughput is 124 MiB/s, but must be from 125 to 2000 MiB/s for gp3");
    }

    @Test
    void throughputFollowsTheRate() {
        assertThat(refused("gp3", size(16).throughput(750))).isEmpty();
        assertThat(refused("gp3", size(16).throughput(751)))
                .containsExactly(
                        "throughput is 751 MiB/s, but gp3 takes at most 0.25 MiB/s per iops, which is 750 MiB/s"
                                + " for 3000 iops");
        assertThat(refused("gp3", size(16).iops(7999).throughput(2000)))
                .containsExactly(
                        "throughput is 2000 MiB/s, but gp3 takes at most 0.25 MiB/s per iops, which is 1999 MiB/s"
                                + " for 7999 iops");
    }

    @Test
    void throughputIsNotBlamedForARateOutOfRange() {
        assertThat(refused("gp3", size(16).iops(100).throughput(500)))
                .containsExactly("iops is 100, but must be from 3000 to 80000 for gp3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gp2", "st1", "sc1", "standard"})
    void onlyGp3TakesThroughput(String type) {
        assertThat(refused(type, size(500).throughput(200)))
                .containsExactly("throughput is 200 MiB/s, but only gp3 takes it, and the type is " + type);
    }

    @Test
    void aTypeThatIsNewHasNoLimits() {
        assertThat(VolumeLimits.of(VolumeType.of("gp9"))).isEmpty();
        assertThat(VolumeLimits.of(VolumeType.of("GP3"))).isEmpty();
    }

    @Test
    void onlySsdAndStandardBoot() {
        assertThat(VolumeLimits.values())
                .filteredOn(VolumeLimits::isBootable)
                .containsExactly(
                        VolumeLimits.GP3, VolumeLimits.GP2, VolumeLimits.IO1, VolumeLimits.IO2, VolumeLimits.STANDARD);
    }
}
