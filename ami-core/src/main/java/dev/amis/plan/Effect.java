package dev.amis.plan;

import dev.amis.error.AmiException;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one kind of action: what must be read for it, when it is done, the one call that makes it, and the
 * way back.
 *
 * @param <A> the kind of action
 */
interface Effect<A extends Action> {

    /**
     * Reads the target right before the action.
     *
     * @param action the action
     * @param reliedOn the facts of the plan, some of which cost a call of their own
     * @param observer reads the account
     */
    Observation look(A action, Facts reliedOn, Observer observer);

    /** Tells whether all is so already. */
    boolean isDone(A action, Observation now);

    /** Tells whether the target must be there for the action; what was removed is not. */
    default boolean needsTarget() {
        return true;
    }

    /** What is said where the target is not there. */
    default String missing() {
        return "it is gone";
    }

    /** Tells whether the action takes something away that only the Recycle Bin can bring back. */
    default boolean removes() {
        return false;
    }

    /** What EC2 would refuse the action for, so that it is not even tried. */
    default Optional<String> obstacle(A action, Observation now, Instant at) {
        return Optional.empty();
    }

    /** Makes the one call; answers what became of the snapshots, for what removes some. */
    List<SnapshotDeletion> make(A action, RegionalProvider ec2);

    /** Tells whether EC2 refused the action because it is done already. */
    default boolean meansDone(AmiException refusal) {
        return false;
    }

    /** Tells whether a refusal may be over in a moment, because what was done just before has not settled yet. */
    default boolean maySettle(AmiException refusal) {
        return false;
    }

    /** What can be said of the snapshots afterwards, where the call's own answer was lost. */
    default List<SnapshotDeletion> aftermath(A action, Observer observer) {
        return List.of();
    }

    /**
     * The way back.
     *
     * @param action the action
     * @param before the facts before it was made; where one is missing, it is not put back
     * @param now when it was made
     * @return what leads back, in this order, each relying on what the action left behind
     */
    List<PlannedAction> undo(A action, Facts before, Instant now);

    /** How far {@link #undo} leads back; there may be facts it depends on that are not known when planning. */
    Reversibility reversibility(A action, Facts before, Instant now);
}
