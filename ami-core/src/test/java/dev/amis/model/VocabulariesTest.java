package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The words that EC2 uses: open vocabularies keep what they do not know, closed states say so. */
class VocabulariesTest {

    static Stream<Arguments> open() {
        return Stream.of(
                word("Architecture", Architecture::of),
                word("BootMode", BootMode::of),
                word("DeviceType", DeviceType::of),
                word("Hypervisor", Hypervisor::of),
                word("ImageType", ImageType::of),
                word("ImdsSupport", ImdsSupport::of),
                word("InstanceType", InstanceType::of),
                word("OwnerAlias", OwnerAlias::of),
                word("ParameterDataType", ParameterDataType::of),
                word("ParameterType", ParameterType::of),
                word("Platform", Platform::of),
                word("ProductCodeType", ProductCodeType::of),
                word("StorageTier", StorageTier::of),
                word("TpmSupport", TpmSupport::of),
                word("VirtualizationType", VirtualizationType::of),
                word("VolumeType", VolumeType::of));
    }

    private static Arguments word(String type, Function<String, Object> of) {
        return Arguments.of(type, of);
    }

    @ParameterizedTest
    @MethodSource("open")
    void anOpenVocabularyKeepsAWordThatIsNew(String type, Function<String, Object> of) {
        assertThat(of.apply("x-new.1")).hasToString("x-new.1").isEqualTo(of.apply("x-new.1"));
    }

    @ParameterizedTest
    @MethodSource("open")
    void anOpenVocabularyRefusesBlanks(String type, Function<String, Object> of) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.apply(" "))
                .withMessage(type + " is ' ', but must not be blank");
    }

    @ParameterizedTest
    @CsvSource({
        "Architecture, i386 x86_64 arm64 x86_64_mac arm64_mac",
        "BootMode, legacy-bios uefi uefi-preferred",
        "DeviceType, ebs instance-store",
        "Hypervisor, ovm xen",
        "ImageType, machine kernel ramdisk",
        "ImdsSupport, v2.0",
        "OwnerAlias, amazon aws-marketplace aws-backup-vault",
        "Platform, windows",
        "ProductCodeType, devpay marketplace",
        "StorageTier, standard archive",
        "TpmSupport, v2.0",
        "VirtualizationType, hvm paravirtual",
        "VolumeType, standard io1 io2 gp2 gp3 sc1 st1"
    })
    void constantsAreEc2sWords(String type, String words) throws ReflectiveOperationException {
        Class<?> vocabulary = Class.forName("dev.amis.model." + type);
        Stream<String> constants = Stream.of(vocabulary.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(VocabulariesTest::text);
        assertThat(constants).containsExactlyInAnyOrder(words.split(" "));
    }

    private static String text(Field constant) {
        try {
            return constant.get(null).toString();
        } catch (IllegalAccessException unreachable) {
            throw new AssertionError(unreachable);
        }
    }

    @Test
    void windowsIsWrittenInBothWays() {
        assertThat(Platform.of("Windows")).isEqualTo(Platform.WINDOWS);
    }

    @ParameterizedTest
    @EnumSource
    void snapshotStatesRoundTrip(SnapshotState state) {
        assertThat(SnapshotState.parse(state.text())).isEqualTo(state);
        assertThat(state).hasToString(state.text());
    }

    @ParameterizedTest
    @CsvSource({"pending", "completed", "error", "recoverable", "recovering"})
    void snapshotStatesAreEc2s(String text) {
        assertThat(SnapshotState.parse(text))
                .isNotEqualTo(SnapshotState.UNKNOWN)
                .hasToString(text);
        assertThat(SnapshotState.parse(text + "?")).isEqualTo(SnapshotState.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void instanceStatesRoundTrip(InstanceState state) {
        assertThat(InstanceState.parse(state.text())).isEqualTo(state);
        assertThat(state).hasToString(state.text());
    }

    @ParameterizedTest
    @CsvSource({"pending", "running", "shutting-down", "terminated", "stopping", "stopped"})
    void instanceStatesAreEc2s(String text) {
        assertThat(InstanceState.parse(text))
                .isNotEqualTo(InstanceState.UNKNOWN)
                .hasToString(text);
        assertThat(InstanceState.parse(text + "?")).isEqualTo(InstanceState.UNKNOWN);
    }
}
