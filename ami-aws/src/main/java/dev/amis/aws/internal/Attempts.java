package dev.amis.aws.internal;

import dev.amis.aws.AwsSettings;
import dev.amis.error.AmiException;
import dev.amis.error.Failure;
import dev.amis.error.ProviderException;
import dev.amis.error.ThrottledException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.model.Region;
import dev.amis.time.Sleeper;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The chain that every attempt of every call of one account in one Region passes: request budget, circuit breaker,
 * attempt, and back again with full jitter. The SDK's own retries are off, so attempts never multiply. Thread-safe.
 */
public final class Attempts {

    private final Region region;
    private final AwsSettings settings;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Witness witness;
    private final Breakers breakers;
    private final RandomGenerator random;
    private final Map<String, Budget> budgets = new ConcurrentHashMap<>();
    private @Nullable Retries retries;

    /**
     * Makes the chain of one account in one Region.
     *
     * @param region the Region
     * @param settings how often and how fast
     * @param clock what time it is
     * @param sleeper how to let time pass
     * @param random where jitter comes from
     * @param metrics who counts
     */
    public Attempts(
            Region region,
            AwsSettings settings,
            Clock clock,
            Sleeper sleeper,
            RandomGenerator random,
            CallMetrics metrics) {
        this.region = region;
        this.settings = settings;
        this.clock = clock;
        this.sleeper = sleeper;
        this.witness = new Witness(region.value(), clock, metrics);
        this.breakers = new Breakers(region.value(), settings.breakerPause(), clock, witness);
        this.random = random;
    }

    /**
     * Makes a call, as often as it takes and may. No attempt begins after the deadline of the call.
     *
     * @param call what it is
     * @param once makes one attempt through the SDK
     * @param <T> what it answers
     * @return the answer
     * @throws AmiException if it failed for good
     */
    public <T> T make(Call call, Supplier<T> once) {
        Instant deadline = clock.instant().plus(settings.callDeadline());
        Retry.@Nullable AsyncContext<T> retry = null;
        Budget budget = budgets.computeIfAbsent(
                call.bucket(), bucket -> new Budget(limits(bucket), settings.budgetSpeed(), clock, sleeper));
        for (int attempt = 1; ; attempt++) {
            pass(call, budget, deadline);
            Instant begun = clock.instant();
            try {
                T answer = breakers.of(call).executeSupplier(() -> attempt(once));
                witness.answered(call, attempt, begun, answer);
                breakers.succeeded(call);
                budget.succeeded();
                return answer;
            } catch (SdkException | CallNotPermittedException failed) {
                witness.failed(call, attempt, begun, failed);
                if (Failures.isThrottle(failed)) {
                    budget.throttled(begun);
                }
                breakers.failed(call);
                retry = retry == null ? retries().of(call).asyncContext() : retry;
                pause(call, deadline, retry.onError(failed), failed);
            }
        }
    }

    /** The SDK lets through what its HTTP client throws unchecked, such as over an answer that is no HTTP. */
    private static <T> T attempt(Supplier<T> once) {
        try {
            return once.get();
        } catch (UncheckedIOException lost) {
            throw SdkClientException.create("Unable to execute HTTP request: " + lost.getMessage(), lost);
        }
    }

    /**
     * Who had to wait for the budget.
     *
     * @return for each action that waited, how often and how long in all
     */
    public Map<String, String> waits() {
        Map<String, String> waits = new TreeMap<>();
        budgets.forEach((bucket, budget) -> {
            if (budget.waits() > 0) {
                waits.put(bucket, budget.waits() + " times, " + budget.waited());
            }
        });
        return waits;
    }

    private void pass(Call call, Budget budget, Instant deadline) {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(call, new InterruptedException("interrupted before the attempt"));
        }
        Duration waited;
        try {
            waited = budget.acquire(Duration.between(clock.instant(), deadline));
        } catch (InterruptedException interrupted) {
            throw interrupted(call, interrupted);
        }
        if (waited.isNegative()) {
            throw new ThrottledException(
                    failure(call, "the request budget leaves no room for it within " + settings.callDeadline())
                            .advice("Make fewer calls at once, or set a longer callDeadline in AwsSettings")
                            .build(),
                    null);
        }
        if (!waited.isZero()) {
            witness.waited(call, waited);
        }
    }

    /** Lets the pause pass before the next attempt, or says why there will be none. */
    private void pause(Call call, Instant deadline, long millis, RuntimeException failed) {
        boolean refused = failed instanceof CallNotPermittedException
                && breakers.of(call).getState() == CircuitBreaker.State.OPEN;
        boolean late = !clock.instant().plusMillis(Math.max(0, millis)).isBefore(deadline);
        if (millis < 0 || late || refused || Failures.isInterrupt(failed)) {
            throw exception(call, failed);
        }
        witness.retries(call);
        try {
            sleeper.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException interrupted) {
            throw interrupted(call, interrupted);
        }
    }

    private AmiException exception(Call call, RuntimeException failed) {
        if (failed instanceof SdkException answered) {
            boolean unclear = call.repeat() == Call.Repeat.AFTER_LOOKING && Failures.mayHaveHappened(answered);
            return Failures.isInterrupt(answered) && !unclear
                    ? interrupted(call, answered)
                    : Failures.toException(call, region, answered);
        }
        return new ProviderException(
                failure(call, "most of the last calls failed, so no more are made for a while")
                        .advice("Look at the cause in the log, or wait " + settings.breakerPause())
                        .build(),
                failed);
    }

    private WaitInterruptedException interrupted(Call call, Exception interrupted) {
        Thread.currentThread().interrupt();
        return new WaitInterruptedException(
                failure(call, "the thread was interrupted").build(), interrupted);
    }

    private Failure.Builder failure(Call call, String reason) {
        return Failure.of(call.action(), reason).resource(call.resource()).region(region);
    }

    private Limits limits(String bucket) {
        Limits documented = Limits.of(bucket);
        return new Limits(
                settings.bucketSizes().getOrDefault(bucket, documented.capacity()),
                settings.refillRates().getOrDefault(bucket, documented.refillPerSecond()));
    }

    /** Made when the first call fails: most processes never need it, and all of them start sooner. */
    private synchronized Retries retries() {
        Retries made = retries;
        if (made == null) {
            made = new Retries(region.value(), settings, random);
            retries = made;
        }
        return made;
    }
}
