package dev.amis.plan;

import java.time.Instant;

/**
 * An action of a plan with why it is there, what it relies on, and how far it can be taken back.
 *
 * @param action what to do
 * @param reason why, in words
 * @param facts what must still hold right before it
 * @param reversibility how far it can be taken back
 */
public record PlannedAction(Action action, String reason, Facts facts, Reversibility reversibility) {

    /**
     * Plans an action, told from its kind and facts how far it can be taken back. What it overwrites should be among the
     * facts. Removals are left to {@link RecycleBinCover}; without it they count as irreversible.
     *
     * @param action what to do
     * @param reason why, in words
     * @param facts what must still hold right before it
     * @param now when this is planned; a deprecation date that has passed by then cannot be set again
     * @return the planned action
     */
    public static PlannedAction of(Action action, String reason, Facts facts, Instant now) {
        return new PlannedAction(action, reason, facts, Effects.of(action).reversibility(action, facts, now));
    }

    /** One line: what, and how far it can be taken back. */
    @Override
    public String toString() {
        return action.describe() + "; " + reversibility;
    }
}
