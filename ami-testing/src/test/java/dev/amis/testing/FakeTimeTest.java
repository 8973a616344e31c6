package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeTimeTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final FakeTime time = FakeTime.startingAt(START);

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void standsStillUntilItIsMoved() {
        assertThat(time.instant()).isEqualTo(START).isEqualTo(time.instant());
    }

    @Test
    void sleepingMovesTheClock() throws InterruptedException {
        time.sleep(Duration.ofMinutes(30));
        assertThat(time.instant()).isEqualTo(START.plus(Duration.ofMinutes(30)));
    }

    @Test
    void advancingAddsUp() {
        time.advance(Duration.ofMinutes(1));
        time.advance(Duration.ofMinutes(2));
        assertThat(time.instant()).isEqualTo(START.plus(Duration.ofMinutes(3)));
    }

    @Test
    void timeDoesNotGoBack() {
        assertThatThrownBy(() -> time.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be negative");
    }

    @Test
    void interruptedSleeperLeavesTheClockAlone() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> time.sleep(Duration.ofDays(1))).isInstanceOf(InterruptedException.class);
        assertThat(time.instant()).isEqualTo(START);
    }

    @Test
    void clockInAnotherZoneMovesAlong() {
        FakeTime tokyo = time.withZone(ZoneId.of("Asia/Tokyo"));
        time.advance(Duration.ofHours(1));
        assertThat(tokyo.instant()).isEqualTo(time.instant());
        assertThat(tokyo.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void sleepersOfManyThreadsNeverMoveItFurtherThanTheirSum() throws Exception {
        int sleepers = 8;
        CountDownLatch together = new CountDownLatch(sleepers);
        ExecutorService threads = Executors.newFixedThreadPool(sleepers);
        try {
            for (Future<?> one : threads.invokeAll(Collections.nCopies(sleepers, () -> {
                together.countDown();
                together.await();
                time.sleep(Duration.ofMinutes(1));
                return time;
            }))) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(time.instant())
                .isBetween(START.plus(Duration.ofMinutes(1)), START.plus(Duration.ofMinutes(sleepers)));
    }
}
