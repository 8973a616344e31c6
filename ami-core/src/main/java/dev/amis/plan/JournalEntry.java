package dev.amis.plan;

import java.time.Instant;
import java.util.List;

/**
 * What is written down right before an action is made, so that it can be taken back even if nobody lives to report it.
 *
 * @param plan the fingerprint of the plan
 * @param index the place of the action in the plan, from 0
 * @param at when it was written
 * @param planned the action
 * @param undo what takes it back, in this order
 */
public record JournalEntry(String plan, int index, Instant at, PlannedAction planned, List<PlannedAction> undo) {

    /** Makes an entry of a copy of the way back. */
    public JournalEntry {
        undo = List.copyOf(undo);
    }
}
