package dev.amis.aws.internal;

import dev.amis.aws.AwsSettings;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** How often and after which pauses a call is made again: with full jitter, and never where it could happen twice. */
final class Retries {

    private final AwsSettings settings;
    private final RandomGenerator random;
    private final Retry freely;
    private final Retry afterLooking;

    Retries(String region, AwsSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
        this.freely = Retry.of(region, config(Failures::isPassing));
        this.afterLooking =
                Retry.of(region, config(thrown -> Failures.isPassing(thrown) && !Failures.mayHaveHappened(thrown)));
    }

    Retry of(Call call) {
        return call.repeat() == Call.Repeat.FREELY ? freely : afterLooking;
    }

    private RetryConfig config(Predicate<Throwable> passing) {
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
