package dev.amis.verify;

import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.model.InstanceStatus;
import dev.amis.model.InstanceType;
import dev.amis.model.StatusCheck;
import java.time.Instant;
import java.util.Optional;

/** One test instance on its way through the test. */
final class Probe {

    /** How often in a row a check must be found failed until that counts: while booting it may fail and come right. */
    private static final int FAILED_LOOKS = 3;

    private final int slot;
    private TestedInstance seen;
    private int failedLooks;

    Probe(int slot, Optional<InstanceType> type, Optional<String> subnet, Instant launchedAt) {
        this.slot = slot;
        this.seen = TestedInstance.builder()
                .instanceType(type)
                .subnetId(subnet)
                .launchedAt(launchedAt)
                .build();
    }

    int slot() {
        return slot;
    }

    TestedInstance seen() {
        return seen;
    }

    void seen(TestedInstance now) {
        seen = now;
    }

    Optional<InstanceId> id() {
        return seen.instanceId();
    }

    boolean is(InstanceId other) {
        return id().equals(Optional.of(other));
    }

    /** Whether it is there, and neither up nor lost. */
    boolean isComing() {
        return id().isPresent() && seen.readyAt().isEmpty() && seen.problem().isEmpty();
    }

    boolean isUp() {
        return seen.readyAt().isPresent() && seen.problem().isEmpty();
    }

    boolean isGone() {
        InstanceState state = InstanceState.parse(seen.stateText());
        return state == InstanceState.SHUTTING_DOWN
                || state == InstanceState.TERMINATED
                || state == InstanceState.STOPPING
                || state == InstanceState.STOPPED;
    }

    void failed(String problem) {
        seen = seen.withProblem(problem);
    }

    /** What the look after the checks tells. */
    void sawAfter(InstanceStatus status) {
        seen = seen.withStateText(status.stateText());
        if (isGone()) {
            failed("it is " + status.stateText() + " before the test was over");
        }
    }

    void saw(InstanceStatus status, Instant now) {
        seen = seen.withStateText(status.stateText())
                .withInstanceCheck(status.instanceCheck())
                .withSystemCheck(status.systemCheck());
        boolean bad = status.instanceCheck() == StatusCheck.IMPAIRED || status.systemCheck() == StatusCheck.IMPAIRED;
        failedLooks = bad ? failedLooks + 1 : 0;
        if (status.isOk()) {
            seen = seen.withReadyAt(now);
        } else if (isGone()) {
            failed("it is " + status.stateText() + " before its status checks passed");
        } else if (failedLooks == FAILED_LOOKS) {
            failed("its status checks failed " + FAILED_LOOKS + " times in a row");
        }
    }
}
