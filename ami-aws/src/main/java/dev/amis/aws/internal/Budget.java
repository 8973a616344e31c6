package dev.amis.aws.internal;

import dev.amis.time.Sleeper;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The token bucket of one action of an account in a Region, shaped as EC2's own.
 *
 * <p>Others draw on the account's real bucket too, which cannot be seen. So a throttled call empties this one and halves
 * its refill, and each call that goes through gives back a little, until the documented rate is reached again.
 */
final class Budget {

    private static final double SLOWEST = 1.0 / 16;
    private static final double RECOVERY = 1.0 / 32;

    private final Limits limits;
    private final double speed;
    private final Sleeper sleeper;
    private final Bucket bucket;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong waits = new AtomicLong();
    private final AtomicLong waitedNanos = new AtomicLong();
    private double share = 1;

    Budget(Limits limits, double speed, Clock clock, Sleeper sleeper) {
        this.limits = limits;
        this.speed = speed;
        this.sleeper = sleeper;
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(limits.capacity()).refillGreedy(1, period(1)))
                .withCustomTimePrecision(new ClockMeter(clock))
                .build();
    }

    /** Takes a permit, letting time pass until there is one. */
    void acquire() throws InterruptedException {
        if (bucket.tryConsume(1)) {
            return;
        }
        waits.incrementAndGet();
        bucket.asBlocking().consume(1, nanos -> {
            waitedNanos.addAndGet(nanos);
            sleeper.sleep(Duration.ofNanos(nanos));
        });
    }

    void throttled() {
        lock.lock();
        try {
            share = Math.max(SLOWEST, share / 2);
            bucket.replaceConfiguration(configuration(share), TokensInheritanceStrategy.AS_IS);
            bucket.tryConsumeAsMuchAsPossible();
        } finally {
            lock.unlock();
        }
    }

    void succeeded() {
        if (share >= 1) {
            return;
        }
        lock.lock();
        try {
            share = Math.min(1, share + RECOVERY);
            bucket.replaceConfiguration(configuration(share), TokensInheritanceStrategy.AS_IS);
        } finally {
            lock.unlock();
        }
    }

    long waits() {
        return waits.get();
    }

    Duration waited() {
        return Duration.ofNanos(waitedNanos.get());
    }

    private BucketConfiguration configuration(double share) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(limits.capacity()).refillGreedy(1, period(share)))
                .build();
    }

    private Duration period(double share) {
        return Duration.ofNanos(Math.round(1_000_000_000 / (limits.refillPerSecond() * speed * share)));
    }

    /** The provider's clock, so that a test's budget refills as its clock moves. */
    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
