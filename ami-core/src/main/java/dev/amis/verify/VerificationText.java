package dev.amis.verify;

import dev.amis.internal.TextLines;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceType;
import java.time.Duration;
import java.util.stream.Collectors;

/** A verification as people read it. */
final class VerificationText {

    private VerificationText() {}

    static String of(Verification verification) {
        StringBuilder out = new StringBuilder("verification of " + verification + ", " + seconds(verification)
                + " s, id " + verification.id() + "\n");
        for (TestedInstance instance : verification.instances()) {
            String first = "  " + (instance.passed() ? "passed  " : "FAILED  ");
            TextLines.append(out, first, " ".repeat(first.length()), line(instance));
            instance.checks().forEach(check -> TextLines.append(out, "          ", "            ", "check " + check));
            instance.findings()
                    .forEach(finding -> TextLines.append(out, "          ", "            ", finding.toString()));
        }
        if (!verification.leftBehind().isEmpty()) {
            TextLines.append(
                    out, "  still there: ", "    ", verification.leftBehind() + "; sweepVerifications() ends them");
        }
        return out.toString();
    }

    /** Why an instance did not pass, in half a sentence. */
    static String why(TestedInstance instance) {
        String who = instance.instanceId().map(InstanceId::value).orElse("no instance");
        if (instance.problem().isPresent()) {
            return who + ": " + instance.problem().get();
        }
        String failed = instance.checks().stream()
                .filter(check -> !check.passed())
                .map(CheckResult::toString)
                .collect(Collectors.joining("; "));
        return who + ": " + (failed.isEmpty() ? "its status checks did not pass" : failed);
    }

    private static String line(TestedInstance instance) {
        String ready = instance.readyAt()
                .map(at -> ", ready after "
                        + Duration.between(instance.launchedAt(), at).toSeconds() + " s")
                .orElse("");
        return instance.instanceId().map(InstanceId::value).orElse("no instance") + "  "
                + instance.instanceType().map(InstanceType::value).orElse("default type")
                + instance.subnetId().map(subnet -> " in " + subnet).orElse("") + "  " + instance.stateText()
                + ", instance check " + instance.instanceCheck() + ", system check " + instance.systemCheck() + ready
                + instance.problem().map(problem -> "; " + problem).orElse("");
    }

    private static long seconds(Verification verification) {
        return Duration.between(verification.startedAt(), verification.finishedAt())
                .toSeconds();
    }
}
