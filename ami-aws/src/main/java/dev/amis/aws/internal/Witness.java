package dev.amis.aws.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Tells the log and the metrics of each attempt: ids, names and codes, never tag values or credentials. One line at debug;
 * a warning only where calls are given up for a while, because then a person has to look.
 */
final class Witness {

    private static final Logger LOG = LoggerFactory.getLogger("dev.amis.aws.calls");

    private final String region;
    private final Clock clock;
    private final CallMetrics metrics;

    Witness(String region, Clock clock, CallMetrics metrics) {
        this.region = region;
        this.clock = clock;
        this.metrics = metrics;
    }

    void answered(Call call, int attempt, Instant begun, @Nullable Object answer) {
        String id = answer instanceof AwsResponse response && response.responseMetadata() != null
                ? response.responseMetadata().requestId()
                : "-";
        tell(call, attempt, begun, "ok", id);
    }

    void failed(Call call, int attempt, Instant begun, RuntimeException failed) {
        if (failed instanceof AwsServiceException answered) {
            String id = answered.requestId() == null ? "-" : answered.requestId();
            tell(call, attempt, begun, Failures.code(answered).orElse("HTTP " + answered.statusCode()), id);
        } else {
            tell(call, attempt, begun, failed.getClass().getSimpleName(), "-");
        }
        if (Failures.isThrottle(failed)) {
            metrics.throttled(call.action(), region);
        }
    }

    void waited(Call call, Duration time) {
        metrics.waited(call.action(), region, time);
        LOG.debug("{} {} waited {} ms for the request budget", region, call.action(), time.toMillis());
    }

    void retries(Call call) {
        metrics.retried(call.action(), region);
    }

    void givesUp(String service, Duration time) {
        LOG.warn(
                "Most of the last calls of {} in {} failed, so none are made for {}. Look at the network and at AWS's"
                        + " health page.",
                service,
                region,
                time);
    }

    private void tell(Call call, int attempt, Instant begun, String outcome, String requestId) {
        Duration took = Duration.between(begun, clock.instant());
        metrics.attempted(call.action(), region, outcome, took);
        if (LOG.isDebugEnabled()) {
            String resource = call.resource().orElse("-");
            LOG.debug(
                    "{} {} {} attempt {} {} in {} ms, request id {}",
                    region,
                    call.action(),
                    resource,
                    attempt,
                    outcome,
                    took.toMillis(),
                    requestId);
        }
    }
}
