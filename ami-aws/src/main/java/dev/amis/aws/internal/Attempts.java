package dev.amis.aws.internal;

import dev.amis.aws.AwsSettings;
import dev.amis.error.Failure;
import dev.amis.error.ProviderException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.model.Region;
import dev.amis.time.Sleeper;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The chain that every attempt of every call of one account in one Region passes: request budget, circuit breaker,
 * attempt, and back again with full jitter. The SDK's own retries are off, so attempts never multiply.
 */
public final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger("dev.amis.aws.calls");

    private final Region region;
    private final AwsSettings settings;
    private final Clock clock;
    private final Sleeper sleeper;
    private final CircuitBreaker breaker;
    private final Retry freely;
    private final Retry afterLooking;
    private final Map<String, Budget> budgets = new ConcurrentHashMap<>();

    /**
     * Makes the chain of one account in one Region.
     *
     * @param name how logs call it
     * @param region the Region
     * @param settings how often and how fast
     * @param clock what time it is
     * @param sleeper how to let time pass
     * @param random where jitter comes from
     */
    public Attempts(
            String name, Region region, AwsSettings settings, Clock clock, Sleeper sleeper, RandomGenerator random) {
        this.region = region;
        this.settings = settings;
        this.clock = clock;
        this.sleeper = sleeper;
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                        .minimumNumberOfCalls(20)
                        .slidingWindowSize(40)
                        .failureRateThreshold(80)
                        .waitDurationInOpenState(settings.breakerPause())
                        .recordException(thrown -> Failures.isPassing(thrown) && !Failures.isThrottle(thrown))
                        .build());
        this.freely = Retry.of(name, retries(random, Failures::isPassing));
        this.afterLooking = Retry.of(
                name, retries(random, thrown -> Failures.isPassing(thrown) && !Failures.mayHaveHappened(thrown)));
    }

    /**
     * Makes a call, as often as it takes and may.
     *
     * @param call what it is
     * @param once makes one attempt through the SDK
     * @param <T> what it answers
     * @return the answer
     * @throws dev.amis.error.AmiException if it failed for good
     */
    public <T> T make(Call call, Supplier<T> once) {
        Instant deadline = clock.instant().plus(settings.callDeadline());
        Retry.AsyncContext<T> retry = (call.repeat() == Call.Repeat.FREELY ? freely : afterLooking).asyncContext();
        Budget budget = budgets.computeIfAbsent(
                call.action(), action -> new Budget(limits(action), settings.budgetSpeed(), clock, sleeper));
        for (int attempt = 1; ; attempt++) {
            pass(call, budget);
            try {
                T answer = attempt(call, once, attempt);
                retry.onComplete();
                budget.succeeded();
                return answer;
            } catch (SdkException failed) {
                if (Failures.isThrottle(failed)) {
                    budget.throttled();
                }
                long pause = retry.onError(failed);
                boolean late = !clock.instant().plusMillis(Math.max(0, pause)).isBefore(deadline);
                if (pause < 0 || late) {
                    throw Failures.toException(call, region, failed);
                }
                sleep(call, Duration.ofMillis(pause));
            }
        }
    }

    /**
     * Who had to wait for the budget.
     *
     * @return for each action that waited, how often and how long in all
     */
    public Map<String, String> waits() {
        Map<String, String> waits = new TreeMap<>();
        budgets.forEach((action, budget) -> {
            if (budget.waits() > 0) {
                waits.put(action, budget.waits() + " times, " + budget.waited());
            }
        });
        return waits;
    }

    private <T> T attempt(Call call, Supplier<T> once, int attempt) {
        Instant start = clock.instant();
        try {
            T answer = breaker.executeSupplier(once);
            log(call, attempt, start, "ok", "");
            return answer;
        } catch (AwsServiceException answered) {
            log(call, attempt, start, Failures.code(answered).orElse("?"), answered.requestId());
            throw answered;
        } catch (CallNotPermittedException open) {
            throw new ProviderException(
                    Failure.of(call.action(), "most of the last calls failed, so no more are made for a while")
                            .resource(call.resource())
                            .region(region)
                            .advice("Look at the cause in the log, or wait " + settings.breakerPause())
                            .build(),
                    open);
        } catch (SdkException failed) {
            log(call, attempt, start, failed.getClass().getSimpleName(), "");
            throw failed;
        }
    }

    private void log(Call call, int attempt, Instant start, String outcome, String requestId) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {} {} attempt {} {} in {} ms {}",
                    region,
                    call.action(),
                    call.resource().orElse("-"),
                    attempt,
                    outcome,
                    Duration.between(start, clock.instant()).toMillis(),
                    requestId);
        }
    }

    private void pass(Call call, Budget budget) {
        try {
            budget.acquire();
        } catch (InterruptedException interrupted) {
            throw interrupted(call, interrupted);
        }
    }

    private void sleep(Call call, Duration pause) {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException interrupted) {
            throw interrupted(call, interrupted);
        }
    }

    private WaitInterruptedException interrupted(Call call, InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new WaitInterruptedException(
                Failure.of(call.action(), "the thread was interrupted before the next attempt")
                        .resource(call.resource())
                        .region(region)
                        .build(),
                interrupted);
    }

    private Limits limits(String action) {
        Limits documented = Limits.of(action);
        return new Limits(
                settings.bucketSizes().getOrDefault(action, documented.capacity()),
                settings.refillRates().getOrDefault(action, documented.refillPerSecond()));
    }

    private RetryConfig retries(RandomGenerator random, java.util.function.Predicate<Throwable> passing) {
        long first = settings.firstPause().toMillis();
        long longest = settings.longestPause().toMillis();
        return RetryConfig.custom()
                .maxAttempts(settings.maxAttempts())
                .intervalFunction(tries -> {
                    long ceiling = Math.min(longest, first << Math.min(20, tries - 1));
                    return random.nextLong(1, Math.max(2, ceiling + 1));
                })
                .retryOnException(passing)
                .build();
    }
}
