package dev.amis.create;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceState;
import dev.amis.model.StateReason;
import dev.amis.model.StatusCheck;
import dev.amis.model.Tags;
import dev.amis.verify.CheckResult;
import dev.amis.verify.TestedInstance;
import dev.amis.verify.Verification;
import dev.amis.verify.VerificationRequest;
import dev.amis.verify.VerifyImage;
import java.util.List;
import java.util.Set;

/** The test of a bake: by which tag an image shows that it passed, and what proves that it did not. */
final class BakeGate {

    /** EC2's reasons for ending an instance that are the image's doing; the others are capacity, quotas, keys, and people. */
    private static final Set<String> OWN_DOING =
            Set.of("Client.InstanceInitiatedShutdown", "Client.InvalidSnapshot.NotFound");

    private static final Set<InstanceState> ENDED = Set.of(
            InstanceState.STOPPING, InstanceState.STOPPED, InstanceState.SHUTTING_DOWN, InstanceState.TERMINATED);

    private final VerifyImage test;

    BakeGate(VerifyImage test) {
        this.test = test;
    }

    Verification run(ImageId imageId) {
        return test.of(imageId).run();
    }

    /** Whether it passed this test, under whatever name of a run; another one proves nothing. */
    boolean isPassedBy(Image image) {
        return Verification.isTaggedOn(image, request(image.imageId()).id());
    }

    /** What an image gets that passed. */
    Tags tag(ImageId imageId) {
        return request(imageId).tag();
    }

    /** The test without the name of a run. */
    private VerificationRequest request(ImageId imageId) {
        return test.of(imageId).as("").toRequest();
    }

    /** Whether a test proves an image bad: one that could not be tested is not. */
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

    static ConflictException untested(Verification test) {
        String why = test.instances().stream()
                .filter(one -> !one.passed())
                .findFirst()
                .map(one -> one.problem().orElseGet(() -> "its checks came out as " + one.checks()))
                .orElse("there was no test instance");
        return new ConflictException(Failure.of("bake", "the image could not be tested: " + why)
                .resource(test.imageId().value())
                .region(test.region())
                .advice("Put that right, and run the bake again: it goes on from there")
                .build());
    }
}
