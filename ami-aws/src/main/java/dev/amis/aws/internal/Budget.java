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
 * The token bucket of one action of an account in a Region, shaped as EC2's own. Thread-safe.
 *
 * <p>Others draw on the account's real bucket too, which cannot be seen. So a throttled call empties this one and halves
 * its refill, and each call that goes through gives back a little, until the documented rate is reached again.
 */
final class Budget {

    static final double SLOWEST = 1.0 / 16;
    private static final double RECOVERY = 1.0 / 32;

    /** A permit is kept in parts, because what has been refilled of one is forgotten when the refill changes. */
    private static final long PARTS = 1_000;

    private final Limits limits;
    private final double speed;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Bucket bucket;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong waits = new AtomicLong();
    private final AtomicLong waitedNanos = new AtomicLong();
    private volatile double share = 1;
    private Instant slowed = Instant.MIN;

    Budget(Limits limits, double speed, Clock clock, Sleeper sleeper) {
        this.limits = limits;
        this.speed = speed;
        this.clock = clock;
        this.sleeper = sleeper;
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(limits.capacity() * PARTS).refillGreedy(PARTS, period(1)))
                .withCustomTimePrecision(new ClockMeter(clock))
                .build();
    }

    /**
     * Takes a permit, letting time pass until there is one.
     *
     * @param longest how long may be waited; if that is not enough, no time passes and nothing is taken
     * @return how long was waited, nothing less than zero; a negative time if there is no permit soon enough
     */
    Duration acquire(Duration longest) throws InterruptedException {
        if (bucket.tryConsume(PARTS)) {
            return Duration.ZERO;
        }
        AtomicLong waited = new AtomicLong();
        boolean taken = !longest.isNegative()
                && !longest.isZero()
                && bucket.asBlocking().tryConsume(PARTS, longest, nanos -> {
                    waited.addAndGet(nanos);
                    sleeper.sleep(Duration.ofNanos(nanos));
                });
        if (!taken) {
            return Duration.ofNanos(-1);
        }
        waits.incrementAndGet();
        waitedNanos.addAndGet(waited.get());
        return Duration.ofNanos(waited.get());
    }

    /**
     * Slows down, once for all calls that were on their way together.
     *
     * @param begun when the throttled attempt was made
     */
    void throttled(Instant begun) {
        lock.lock();
        try {
            if (begun.isBefore(slowed)) {
                return;
            }
            slowed = clock.instant();
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

    /** How much of the documented refill is used, 1 unless EC2 throttled. */
    double share() {
        return share;
    }

    long waits() {
        return waits.get();
    }

    Duration waited() {
        return Duration.ofNanos(waitedNanos.get());
    }

    private BucketConfiguration configuration(double share) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(limits.capacity() * PARTS).refillGreedy(PARTS, period(share)))
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
