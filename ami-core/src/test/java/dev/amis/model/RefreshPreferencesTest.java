package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.spi.StartInstanceRefreshRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefreshPreferencesTest {

    @Test
    void whatAutoScalingTakesIsTaken() {
        RefreshPreferences preferences = RefreshPreferences.builder()
                .minHealthyPercentage(100)
                .maxHealthyPercentage(200)
                .instanceWarmup(Duration.ZERO)
                .addCheckpointPercentages(1, 50, 100)
                .checkpointDelay(Duration.ofDays(2))
                .addAlarms("errors")
                .build();

        assertThat(preferences.checkpointPercentages()).containsExactly(1, 50, 100);
        assertThat(preferences.skipMatching()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // lifecycle state, protected, choice for the protected, choice for those in standby, waits, ignores
                "InService, false, -, -, false, false",
                "InService, false, Ignore, Ignore, false, false",
                "InService, true, -, Ignore, true, false",
                "InService, true, Wait, Ignore, true, false",
                "InService, true, unknown, Ignore, true, false",
                "InService, true, Ignore, -, false, true",
                "InService, true, Refresh, -, false, false",
                "Standby, false, Ignore, -, true, false",
                "Standby, false, Ignore, Wait, true, false",
                "EnteringStandby, false, -, Ignore, false, true",
                "Standby, false, -, Terminate, false, false",
                "Standby, true, Ignore, -, true, false",
                "Standby, true, -, Ignore, true, false",
                "Standby, true, Refresh, Ignore, false, true",
                "Standby, true, Ignore, Terminate, false, true",
                "Standby, true, Refresh, Terminate, false, false"
            })
    void instancesOutOfTheOrdinaryAreWaitedForUnlessItIsSaidOtherwise(
            String state,
            boolean guarded,
            @Nullable String scaleIn,
            @Nullable String standby,
            boolean waits,
            boolean ignores) {
        RefreshPreferences preferences = RefreshPreferences.builder()
                .scaleInProtectedInstances(Optional.ofNullable(scaleIn).map(ScaleInProtectedInstances::parse))
                .standbyInstances(Optional.ofNullable(standby).map(StandbyInstances::parse))
                .build();
        AutoScalingInstance instance = AutoScalingInstance.builder()
                .instanceId(InstanceId.of("i-00000000000000001"))
                .lifecycleState(state)
                .healthStatus("Healthy")
                .protectedFromScaleIn(guarded)
                .build();

        assertThat(preferences.waitsFor(instance)).isEqualTo(waits);
        assertThat(preferences.ignores(instance)).isEqualTo(ignores);
    }

    @Test
    void wordsOfTomorrowAreReadButNotSent() {
        RefreshPreferences told = RefreshPreferences.builder()
                .scaleInProtectedInstances(ScaleInProtectedInstances.parse("Meditate"))
                .build();

        assertThat(told.scaleInProtectedInstances()).contains(ScaleInProtectedInstances.UNKNOWN);
        assertThat(StandbyInstances.parse("Meditate")).isEqualTo(StandbyInstances.UNKNOWN);
        assertThatThrownBy(() -> new StartInstanceRefreshRequest("web", Optional.empty(), told))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scaleInProtectedInstances");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatAutoScalingRefusesIsRefusedHere(
            UnaryOperator<RefreshPreferences.Builder> change, String field, String value) {
        assertThatThrownBy(() -> change.apply(RefreshPreferences.builder()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(field, value);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("too healthy", builder -> builder.minHealthyPercentage(101), "minHealthyPercentage", "101"),
                refused(
                        "too small",
                        builder -> builder.minHealthyPercentage(50).maxHealthyPercentage(99),
                        "maxHealthyPercentage",
                        "99"),
                refused("alone", builder -> builder.maxHealthyPercentage(150), "maxHealthyPercentage", "150"),
                refused(
                        "too far apart",
                        builder -> builder.minHealthyPercentage(50).maxHealthyPercentage(151),
                        "maxHealthyPercentage",
                        "151"),
                refused(
                        "not ascending",
                        builder -> builder.addCheckpointPercentages(50, 50),
                        "checkpointPercentages",
                        "[50, 50]"),
                refused(
                        "above all",
                        builder -> builder.addCheckpointPercentages(101),
                        "checkpointPercentages",
                        "[101]"),
                refused(
                        "delay of nothing",
                        builder -> builder.checkpointDelay(Duration.ofMinutes(1)),
                        "checkpointDelay",
                        "no checkpointPercentages"),
                refused(
                        "parts of seconds",
                        builder -> builder.instanceWarmup(Duration.ofMillis(1_500)),
                        "instanceWarmup",
                        "PT1.5S"),
                refused("no name", builder -> builder.addAlarms(" "), "alarm", "blank"));
    }

    private static Arguments refused(
            String name, UnaryOperator<RefreshPreferences.Builder> change, String field, String value) {
        return Arguments.of(Named.of(name, change), field, value);
    }
}
