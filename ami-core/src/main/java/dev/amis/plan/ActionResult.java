package dev.amis.plan;

import dev.amis.error.Failure;
import dev.amis.spi.SnapshotDeletion;
import dev.amis.spi.SnapshotDeletionCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of one action.
 *
 * @param planned the action as it was planned
 * @param outcome what became of it
 * @param detail what changed meanwhile, why it failed, or what else there is to say; empty if nothing
 * @param failure what EC2 or this library refused it with; present for {@link Outcome#FAILED} and {@link Outcome#UNKNOWN}
 * @param snapshots what became of each snapshot, as EC2 answered; empty unless an image was deregistered with them
 * @param undo what takes it back, in this order; empty if nothing does
 * @param undoUntil until when the Recycle Bin keeps what was removed; nothing if the way back does not depend on it
 */
public record ActionResult(
        PlannedAction planned,
        Outcome outcome,
        String detail,
        Optional<Failure> failure,
        List<SnapshotDeletion> snapshots,
        List<PlannedAction> undo,
        Optional<Instant> undoUntil) {

    /** Makes a result of copies of the lists. */
    public ActionResult {
        snapshots = List.copyOf(snapshots);
        undo = List.copyOf(undo);
    }

    /**
     * The snapshots that should have gone with their image and are still there.
     *
     * @return each with EC2's word for why; a {@link SnapshotDeletionCode#SKIPPED} one is needed by another image
     */
    public List<SnapshotDeletion> leftovers() {
        return snapshots.stream()
                .filter(snapshot -> snapshot.code() != SnapshotDeletionCode.SUCCESS)
                .toList();
    }

    /**
     * Tells whether all that was planned is so now. A snapshot that another image needs was never meant to go.
     *
     * @return whether the outcome is {@link Outcome#DONE} and no snapshot was left for another reason
     */
    public boolean isComplete() {
        return outcome == Outcome.DONE
                && leftovers().stream().allMatch(snapshot -> snapshot.code() == SnapshotDeletionCode.SKIPPED);
    }

    /** One line: what became of which action, and why. */
    @Override
    public String toString() {
        return outcome + " " + planned.action().describe() + (detail.isEmpty() ? "" : ": " + detail);
    }
}
