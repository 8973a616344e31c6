package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceIdsTest {

    static Stream<Arguments> kinds() {
        return Stream.of(
                kind("ami", ImageId::of),
                kind("snap", SnapshotId::of),
                kind("i", InstanceId::of),
                kind("vol", VolumeId::of),
                kind("lt", LaunchTemplateId::of));
    }

    private static Arguments kind(String prefix, Function<String, Object> of) {
        return Arguments.of(prefix, of);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindPrintsAsItWasWritten(String prefix, Function<String, Object> of) {
        assertThat(of.apply(prefix + "-0123456789abcdef0")).hasToString(prefix + "-0123456789abcdef0");
        assertThat(of.apply(prefix + "-0a1b2c3d")).hasToString(prefix + "-0a1b2c3d");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindRefusesAnotherPrefix(String prefix, Function<String, Object> of) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.apply("x" + prefix + "-0a1b2c3d"))
                .withMessageContaining("is 'x" + prefix + "-0a1b2c3d', but must be '" + prefix + "-' and 8 or 17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "ami", "ami-", "ami-1234567", "ami-123456789", "ami-0123456789abcdef", "ami-0123456789abcdef01",
                "ami-0A1B2C3D", "ami-0a1b2c3 ", "ami_0a1b2c3d", "AMI-0a1b2c3d", " ami-0a1b2c3d", "ami-0a1b2c3/",
                        "ami-0a1b2c3:",
                "ami-0a1b2c3`", "ami-0a1b2c3{"
            })
    void refusesWhatHasNotTheShape(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageId.of(text))
                .withMessage("ImageId is '" + text + "', but must be 'ami-' and 8 or 17 lower-case letters or digits");
    }

    @Test
    void takesLettersBeyondHexadecimalThatRecordingsHold() {
        assertThat(ImageId.of("ami-x9734234283242343").value()).isEqualTo("ami-x9734234283242343");
    }

    @Test
    void takesTheShortVolumeIdOfCopiedSnapshotsOnly() {
        assertThat(VolumeId.of("vol-ffff").value()).isEqualTo("vol-ffff");
        assertThat(VolumeId.of("vol-ffffffff").value()).isEqualTo("vol-ffffffff");
        assertThatIllegalArgumentException().isThrownBy(() -> VolumeId.of("vol-fffe"));
        assertThatIllegalArgumentException().isThrownBy(() -> SnapshotId.of("snap-ffff"));
    }

    @Test
    void ordersByText() {
        assertThat(ImageId.of("ami-0a1b2c3d")).isLessThan(ImageId.of("ami-1a1b2c3d"));
    }
}
