package dev.amis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amis.model.DeregistrationProtection.Mode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeregistrationProtectionTest {

    @ParameterizedTest
    @CsvSource({
        "disabled, DISABLED, false",
        "enabled-without-cooldown, ENABLED_WITHOUT_COOLDOWN, true",
        "enabled-with-cooldown, ENABLED_WITH_COOLDOWN, true",
        "enabled-with-a-twist, UNKNOWN, true",
        "disabled after lunch, UNKNOWN, true",
        "disabled after , UNKNOWN, true",
        "'', UNKNOWN, true"
    })
    void readsEc2sWords(String text, Mode mode, boolean blocks) {
        DeregistrationProtection protection = DeregistrationProtection.parse(text);
        assertThat(protection.mode()).isEqualTo(mode);
        assertThat(protection.coolingDownUntil()).isEmpty();
        assertThat(protection.blocksAt(Samples.NOON)).isEqualTo(blocks);
        assertThat(protection).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "disabled after 2026-01-02T12:00:00Z", "disabled after 2026-01-02T12:00:00.000Z",
                "disabled after 2026-01-02T12:00Z", "disabled after 2026-01-02T13:00:00+01:00"
            })
    void readsTheEndOfACoolDownHoweverItIsWritten(String text) {
        DeregistrationProtection protection = DeregistrationProtection.parse(text);
        assertThat(protection)
                .isEqualTo(DeregistrationProtection.coolingDownUntil(Samples.NOON))
                .hasToString(text);
        assertThat(protection).hasSameHashCodeAs(DeregistrationProtection.coolingDownUntil(Samples.NOON));
    }

    @Test
    void blocksUntilTheCoolDownEnds() {
        DeregistrationProtection protection = DeregistrationProtection.coolingDownUntil(Samples.NOON);
        assertThat(protection.blocksAt(Samples.NOON.minusNanos(1))).isTrue();
        assertThat(protection.blocksAt(Samples.NOON)).isFalse();
        assertThat(protection.blocksAt(Samples.NOON.plusSeconds(1))).isFalse();
    }

    @Test
    void isEqualByWhatItSays() {
        assertThat(DeregistrationProtection.parse("a")).isNotEqualTo(DeregistrationProtection.parse("b"));
        assertThat(DeregistrationProtection.DISABLED)
                .isNotEqualTo(DeregistrationProtection.ENABLED_WITH_COOLDOWN)
                .isNotEqualTo(null);
        assertThat(DeregistrationProtection.coolingDownUntil(Samples.NOON))
                .isNotEqualTo(DeregistrationProtection.coolingDownUntil(Samples.NOON.plusSeconds(1)));
    }

    @Test
    void refusesAnEndOutsideOfACoolDown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeregistrationProtection(Mode.DISABLED, Optional.of(Samples.NOON), "disabled"))
                .withMessage(
                        "coolingDownUntil is 2026-01-02T12:00:00Z, but must be set in mode COOLING_DOWN and in no other;"
                                + " the mode is DISABLED");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeregistrationProtection(Mode.COOLING_DOWN, Optional.empty(), "disabled after"))
                .withMessageStartingWith("coolingDownUntil is not set, but must be");
    }

    @Property(tries = 100)
    void textAndProtectionRoundTrip(@ForAll("protections") DeregistrationProtection protection) {
        assertThat(DeregistrationProtection.parse(protection.text())).isEqualTo(protection);
    }

    @Provide
    Arbitrary<DeregistrationProtection> protections() {
        Arbitrary<DeregistrationProtection> coolingDown = instants().map(DeregistrationProtection::coolingDownUntil);
        Arbitrary<DeregistrationProtection> fixed = Arbitraries.of(
                DeregistrationProtection.DISABLED,
                DeregistrationProtection.ENABLED_WITHOUT_COOLDOWN,
                DeregistrationProtection.ENABLED_WITH_COOLDOWN,
                DeregistrationProtection.parse("something else"));
        return Arbitraries.oneOf(coolingDown, fixed);
    }

    private static Arbitrary<Instant> instants() {
        return DateTimes.instants().map(instant -> instant.truncatedTo(ChronoUnit.MILLIS));
    }
}
