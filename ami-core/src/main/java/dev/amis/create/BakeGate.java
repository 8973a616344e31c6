package dev.amis.create;

import dev.amis.model.InstanceState;
import dev.amis.model.StateReason;
import dev.amis.model.StatusCheck;
import dev.amis.verify.CheckResult;
import dev.amis.verify.TestedInstance;
import dev.amis.verify.Verification;
import java.util.List;
import java.util.Set;

/** What the test of an image proves against it: an image that could not be tested is no bad one. */
final class BakeGate {

    /** EC2's reasons for ending an instance that are the image's doing; the others are capacity, quotas, keys, and people. */
    private static final Set<String> OWN_DOING =
            Set.of("Client.InstanceInitiatedShutdown", "Client.InvalidSnapshot.NotFound");

    private static final Set<InstanceState> ENDED = Set.of(
            InstanceState.STOPPING, InstanceState.STOPPED, InstanceState.SHUTTING_DOWN, InstanceState.TERMINATED);

    private BakeGate() {}

    static boolean condemns(Verification test) {
        return test.instances().stream().anyMatch(BakeGate::condemns);
    }

    private static boolean condemns(TestedInstance one) {
        if (one.passed() || one.instanceId().isEmpty()) {
            return false;
        }
        return one.problem().isPresent() ? isItsOwnFault(one) : hasFailedCheck(one.checks());
    }

    /** One that came up has a problem if Systems Manager did not come to manage it. */
    private static boolean isItsOwnFault(TestedInstance one) {
        if (one.readyAt().isPresent()) {
            return false;
        }
        if (ENDED.contains(InstanceState.parse(one.stateText()))) {
            return one.stateReason()
                    .map(StateReason::code)
                    .filter(OWN_DOING::contains)
                    .isPresent();
        }
        return one.instanceCheck() == StatusCheck.IMPAIRED || one.systemCheck() != StatusCheck.IMPAIRED;
    }

    /** A command without an exit code was not run, or did not end by itself. */
    private static boolean hasFailedCheck(List<CheckResult> checks) {
        return checks.stream().anyMatch(check -> check.exitCode().isPresent() && !check.passed());
    }

    /** Why it was not tested, half a sentence. */
    static String whyNotTested(Verification test) {
        return test.instances().stream()
                .filter(one -> !one.passed())
                .findFirst()
                .map(one -> one.problem().orElseGet(() -> "its checks came out as " + one.checks()))
                .orElse("there was no test instance");
    }
}
