package dev.amis.plan;

import dev.amis.error.AmiException;
import dev.amis.error.Failure;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.spi.SnapshotDeletionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the results of attempts. */
final class Results {

    private Results() {}

    static ActionResult done(
            PlannedAction planned,
            String detail,
            List<SnapshotDeletion> snapshots,
            List<PlannedAction> undo,
            Optional<Instant> until) {
        List<String> details = new ArrayList<>();
        if (!detail.isEmpty()) {
            details.add(detail);
        }
        snapshots.stream()
                .filter(snapshot -> snapshot.code() != SnapshotDeletionCode.SUCCESS)
                .map(Results::leftover)
                .forEach(details::add);
        return new ActionResult(
                planned, Outcome.DONE, String.join("; ", details), Optional.empty(), snapshots, undo, until);
    }

    static ActionResult stale(PlannedAction planned, List<String> changes) {
        return without(planned, Outcome.SKIPPED_STALE, String.join("; ", changes), Optional.empty());
    }

    /** Not even tried. */
    static ActionResult refused(PlannedAction planned, String obstacle) {
        return without(planned, Outcome.FAILED, obstacle, Optional.of(failure(planned, obstacle)));
    }

    static ActionResult failed(PlannedAction planned, String what, RuntimeException cause) {
        String detail = what.isEmpty() ? text(cause) : what + ": " + text(cause);
        return without(planned, Outcome.FAILED, detail, Optional.of(failure(planned, cause)));
    }

    static ActionResult unknown(
            PlannedAction planned, RuntimeException cause, List<PlannedAction> undo, Optional<Instant> until) {
        String detail = "it cannot be told whether it was done: " + text(cause);
        return new ActionResult(
                planned, Outcome.UNKNOWN, detail, Optional.of(failure(planned, cause)), List.of(), undo, until);
    }

    static ActionResult also(ActionResult result, String detail) {
        String both = result.detail().isEmpty() ? detail : result.detail() + "; " + detail;
        return new ActionResult(
                result.planned(),
                result.outcome(),
                both,
                result.failure(),
                result.snapshots(),
                result.undo(),
                result.undoUntil());
    }

    private static ActionResult without(
            PlannedAction planned, Outcome outcome, String detail, Optional<Failure> failure) {
        return new ActionResult(planned, outcome, detail, failure, List.of(), List.of(), Optional.empty());
    }

    private static String leftover(SnapshotDeletion snapshot) {
        return switch (snapshot.code()) {
            case SKIPPED -> snapshot.snapshotId() + " stays, another image needs it";
            case MISSING_PERMISSIONS -> snapshot.snapshotId() + " is left, ec2:DeleteSnapshot is not allowed";
            case UNKNOWN -> snapshot.snapshotId() + " is left, why is not known";
            default -> snapshot.snapshotId() + " is left (" + snapshot.code() + ")";
        };
    }

    private static Failure failure(PlannedAction planned, RuntimeException cause) {
        return cause instanceof AmiException known ? known.failure() : failure(planned, text(cause));
    }

    private static Failure failure(PlannedAction planned, String reason) {
        return Failure.of(planned.action().describe(), reason)
                .region(planned.action().region())
                .build();
    }

    private static String text(RuntimeException cause) {
        return cause instanceof AmiException ? String.valueOf(cause.getMessage()) : cause.toString();
    }
}
