package dev.amis.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.time.WaitPolicy;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class PausesPropertyTest {

    @Property(tries = 200)
    void aPauseIsWithinAQuarterOfWhatThePolicySays(
            @ForAll @IntRange(min = 1, max = 10_000) int firstMillis,
            @ForAll @IntRange(min = 0, max = 100_000) int moreMillis,
            @ForAll @DoubleRange(min = 1, max = 10) double growth,
            @ForAll long seed) {
        Duration first = Duration.ofMillis(firstMillis);
        Duration longest = first.plusMillis(moreMillis);
        Pauses pauses =
                new Pauses(new WaitPolicy(first, longest, growth, Duration.ZERO, Duration.ofDays(1)), new Random(seed));
        double base = first.toNanos();
        for (int i = 0; i < 20; i++) {
            long pause = pauses.next().toNanos();
            assertThat(pause).isPositive().isLessThanOrEqualTo(longest.toNanos());
            assertThat((double) pause).isBetween(Math.floor(base * 0.75) - 20, Math.ceil(base * 1.25) + 20);
            base = Math.min(base * growth, (double) longest.toNanos());
        }
    }
}
