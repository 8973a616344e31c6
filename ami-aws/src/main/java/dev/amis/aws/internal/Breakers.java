package dev.amis.aws.internal;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The circuit breakers of one account in one Region, one for each service. They open when a service cannot be reached or
 * answers with errors of its own; refusals and throttles are answers, and close them rather.
 */
final class Breakers {

    private final String region;
    private final Witness witness;
    private final CircuitBreakerConfig config;
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final Set<String> givenUp = ConcurrentHashMap.newKeySet();
    private final Duration pause;

    Breakers(String region, Duration pause, Clock clock, Witness witness) {
        this.region = region;
        this.witness = witness;
        this.pause = pause;
        this.config = CircuitBreakerConfig.custom()
                .clock(clock)
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .minimumNumberOfCalls(20)
                .slidingWindowSize(40)
                .failureRateThreshold(80)
                .waitDurationInOpenState(pause)
                .recordException(Failures::isOutage)
                .build();
    }

    CircuitBreaker of(Call call) {
        return breakers.computeIfAbsent(
                call.service(), service -> CircuitBreaker.of(service + " in " + region, config));
    }

    void succeeded(Call call) {
        givenUp.remove(call.service());
    }

    /**
     * Warns if no more calls are made from now on, once until one succeeds. A listener of the breaker could tell as well,
     * but makes it build an event for every call that goes well.
     */
    void failed(Call call) {
        if (of(call).getState() == State.OPEN && givenUp.add(call.service())) {
            witness.givesUp(call.service(), pause);
        }
    }
}
