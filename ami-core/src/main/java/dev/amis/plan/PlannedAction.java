package dev.amis.plan;

/**
 * An action of a plan with why it is there, what it relies on, and how far it can be taken back.
 *
 * @param action what to do
 * @param reason why, in words
 * @param facts what must still hold right before it
 * @param reversibility how far it can be taken back
 */
public record PlannedAction(Action action, String reason, Facts facts, Reversibility reversibility) {}
