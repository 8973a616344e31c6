package dev.amis.aws.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.testing.FakeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What the bucket of an action gives out, whatever is asked of it and whenever. */
class BudgetPropertyTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    /** Nanoseconds are rounded; EC2 does not count in them either. */
    private static final double ROUNDING = 0.001;

    private final FakeTime time = FakeTime.startingAt(Instant.parse("2026-01-05T08:00:00Z"));

    @Property(tries = 200)
    void noWindowSeesMoreCallsThanTheBurstAndItsRefill(
            @ForAll @IntRange(min = 1, max = 100) int capacity,
            @ForAll @DoubleRange(min = 0.1, max = 20) double refill,
            @ForAll @Size(max = 60) List<@IntRange(max = 2_000) Integer> pauses)
            throws InterruptedException {
        Budget budget = budget(capacity, refill);
        List<Instant> calls = new ArrayList<>();
        for (int pause : pauses) {
            // No pause is what a loop does; long ones let the bucket fill.
            time.advance(Duration.ofMillis(pause < 1_000 ? 0 : pause));
            assertThat(budget.acquire(AN_HOUR)).isGreaterThanOrEqualTo(Duration.ZERO);
            calls.add(time.instant());
            troubles(budget, pause);
        }

        assertWithin(capacity, refill, calls);
    }

    @Property(tries = 100)
    void nobodyWaitsLongerThanTheRefillNeeds(
            @ForAll @IntRange(min = 1, max = 50) int capacity,
            @ForAll @DoubleRange(min = 0.1, max = 20) double refill,
            @ForAll @IntRange(min = 1, max = 100) int more)
            throws InterruptedException {
        Budget budget = budget(capacity, refill);
        Instant begun = time.instant();

        for (int call = 0; call < capacity + more; call++) {
            budget.acquire(AN_HOUR);
        }

        assertThat(seconds(begun, time.instant())).isBetween(more / refill - ROUNDING, more / refill + ROUNDING);
        assertThat(budget.waits()).isEqualTo(more);
        assertThat(budget.waited()).isEqualTo(Duration.between(begun, time.instant()));
    }

    @Property(tries = 100)
    void aThrottleLeavesNothingOfTheBurstAndHalfOfTheRefill(
            @ForAll @IntRange(min = 1, max = 100) int capacity,
            @ForAll @DoubleRange(min = 0.1, max = 20) double refill,
            @ForAll @IntRange(min = 1, max = 20) int calls)
            throws InterruptedException {
        Budget budget = budget(capacity, refill);
        Instant throttled = time.instant();
        budget.throttled(throttled);

        for (int call = 0; call < calls; call++) {
            budget.acquire(AN_HOUR);
        }

        assertThat(seconds(throttled, time.instant()))
                .isBetween(2 * calls / refill - ROUNDING, 2 * calls / refill + ROUNDING);
    }

    @Property(tries = 100)
    void itRecoversByItselfAsCallsGoThrough(
            @ForAll @IntRange(min = 1, max = 20) int throttles,
            @ForAll @IntRange(min = 1, max = 100) int capacity,
            @ForAll @DoubleRange(min = 0.5, max = 20) double refill)
            throws InterruptedException {
        Budget budget = budget(capacity, refill);
        for (int throttle = 0; throttle < throttles; throttle++) {
            time.advance(Duration.ofMillis(1));
            budget.throttled(time.instant());
        }
        assertThat(budget.share()).isLessThan(1).isGreaterThanOrEqualTo(Budget.SLOWEST);

        for (int call = 0; call < 32; call++) {
            budget.acquire(AN_HOUR);
            budget.succeeded();
        }

        assertThat(budget.share()).isEqualTo(1);
        Instant recovered = time.instant();
        budget.acquire(AN_HOUR);
        budget.acquire(AN_HOUR);
        assertThat(seconds(recovered, time.instant())).isLessThanOrEqualTo(2 / refill + ROUNDING);
    }

    @Property(tries = 100)
    void recoveryLosesNoTimeThatPassesDuringCalls(
            @ForAll @DoubleRange(min = 0.5, max = 20) double refill,
            @ForAll @DoubleRange(min = 0, max = 0.9) double latency)
            throws InterruptedException {
        Budget budget = budget(10, refill);
        budget.throttled(time.instant());
        Instant begun = time.instant();
        double expected = 0;
        for (int call = 0; call < 10; call++) {
            expected += 1 / (refill * budget.share());
            budget.acquire(AN_HOUR);
            time.advance(Duration.ofNanos((long) (latency / refill * 1e9)));
            budget.succeeded();
        }
        assertThat(seconds(begun, time.instant())).isLessThan((expected + latency / refill) * 1.1);
    }

    @Property(tries = 50)
    void throttlesOfCallsThatWereOnTheirWayTogetherCountOnce(@ForAll @IntRange(min = 1, max = 50) int calls) {
        Budget budget = budget(100, 20);
        Instant begun = time.instant();
        time.advance(Duration.ofMillis(50));

        for (int call = 0; call < calls; call++) {
            budget.throttled(begun);
        }

        assertThat(budget.share()).isEqualTo(0.5);
    }

    @Property(tries = 100)
    void whatCannotBeHadInTimeCostsNoTime(
            @ForAll @IntRange(min = 1, max = 10) int capacity, @ForAll @DoubleRange(min = 0.1, max = 20) double refill)
            throws InterruptedException {
        Budget budget = budget(capacity, refill);
        for (int call = 0; call < capacity; call++) {
            budget.acquire(Duration.ZERO);
        }
        Instant before = time.instant();

        assertThat(budget.acquire(Duration.ofNanos((long) (0.9e9 / refill)))).isNegative();
        assertThat(budget.acquire(Duration.ZERO)).isNegative();
        assertThat(budget.acquire(Duration.ofSeconds(-1))).isNegative();
        assertThat(time.instant()).isEqualTo(before);
        assertThat(budget.acquire(AN_HOUR)).isPositive();
    }

    private Budget budget(int capacity, double refill) {
        return new Budget(new Limits(capacity, refill), 1, time, time);
    }

    /** Now and then EC2 throttles, and now and then a call goes through. */
    private void troubles(Budget budget, int dice) {
        if (dice % 7 == 0) {
            budget.throttled(time.instant());
        } else if (dice % 3 == 0) {
            budget.succeeded();
        }
    }

    private static void assertWithin(int capacity, double refill, List<Instant> calls) {
        for (int first = 0; first < calls.size(); first++) {
            for (int last = first; last < calls.size(); last++) {
                assertThat((double) (last - first + 1))
                        .isLessThanOrEqualTo(capacity + refill * seconds(calls.get(first), calls.get(last)) + ROUNDING);
            }
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
