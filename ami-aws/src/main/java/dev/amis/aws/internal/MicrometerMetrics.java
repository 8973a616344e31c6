package dev.amis.aws.internal;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Numbers for Micrometer. The only class that needs it, so that nothing loads it where it is not. */
public final class MicrometerMetrics implements CallMetrics {

    private static final String ACTION = "action";
    private static final String REGION = "region";
    private static final String OUTCOME = "outcome";

    private final MeterRegistry registry;

    /**
     * Counts into a registry.
     *
     * @param registry the registry
     */
    public MicrometerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void attempted(String action, String region, String outcome, Duration took) {
        registry.timer("amis.aws.calls", ACTION, action, REGION, region, OUTCOME, outcome)
                .record(took);
    }

    @Override
    public void throttled(String action, String region) {
        registry.counter("amis.aws.throttles", ACTION, action, REGION, region).increment();
    }

    @Override
    public void waited(String action, String region, Duration time) {
        registry.timer("amis.aws.waits", ACTION, action, REGION, region).record(time);
    }

    @Override
    public void retried(String action, String region) {
        registry.counter("amis.aws.retries", ACTION, action, REGION, region).increment();
    }
}
