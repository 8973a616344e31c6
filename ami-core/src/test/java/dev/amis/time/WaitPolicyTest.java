package dev.amis.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitPolicyTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static WaitPolicy policy(
            Duration first, Duration longest, double growth, Duration grace, Duration deadline) {
        return new WaitPolicy(first, longest, growth, grace, deadline);
    }

    @Test
    void theDefaultWaitsAsLongAsEc2MayTake() {
        assertThat(WaitPolicy.DEFAULT.deadline()).isEqualTo(Duration.ofHours(24));
        assertThat(WaitPolicy.DEFAULT.visibilityGrace()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void anotherDeadlineChangesNothingElse() {
        WaitPolicy shorter = WaitPolicy.DEFAULT.within(SECOND);
        assertThat(shorter.deadline()).isEqualTo(SECOND);
        assertThat(shorter.within(WaitPolicy.DEFAULT.deadline())).isEqualTo(WaitPolicy.DEFAULT);
    }

    @Test
    void steadyPausesWithoutGraceAreFine() {
        assertThatCode(() -> policy(SECOND, SECOND, 1, Duration.ZERO, SECOND)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void durationsMustBePositive(long seconds) {
        Duration bad = Duration.ofSeconds(seconds);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(bad, SECOND, 2, SECOND, SECOND))
                .withMessage("firstPause is " + bad + ", but must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(SECOND, bad, 2, SECOND, SECOND))
                .withMessage("longestPause is " + bad + ", but must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(SECOND, SECOND, 2, SECOND, bad))
                .withMessage("deadline is " + bad + ", but must be positive");
    }

    @Test
    void theGraceMustNotBeNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(SECOND, SECOND, 2, SECOND.negated(), SECOND))
                .withMessage("visibilityGrace is PT-1S, but must not be negative");
    }

    @Test
    void theLongestPauseIsNotShorterThanTheFirst() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(SECOND, SECOND.minusNanos(1), 2, SECOND, SECOND))
                .withMessage("longestPause is PT0.999999999S, but must not be shorter than firstPause PT1S");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.99, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void growthIsFiniteAndAtLeastOne(double growth) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(SECOND, SECOND, growth, SECOND, SECOND))
                .withMessage("growth is " + growth + ", but must be finite and at least 1");
    }
}
