package dev.amis.plan;

import java.util.List;

/**
 * What became of one action.
 *
 * @param planned the action as it was planned
 * @param outcome what became of it
 * @param detail what changed meanwhile, why it failed, or what else there is to say; empty if nothing
 * @param undo what takes it back, in this order; empty if nothing does
 */
public record ActionResult(PlannedAction planned, Outcome outcome, String detail, List<Action> undo) {

    /** Makes a result of a copy of the way back. */
    public ActionResult {
        undo = List.copyOf(undo);
    }
}
