package dev.amis.plan;

import java.time.Duration;

/**
 * How far applying a plan has come, told after each action.
 *
 * @param finished how many actions have been looked at, done or not
 * @param total how many actions the plan has
 * @param latest what became of the latest
 * @param elapsed since applying began
 */
public record ApplyProgress(int finished, int total, ActionResult latest, Duration elapsed) {

    /**
     * How long the rest will take, if it goes on as it went.
     *
     * @return the time per action so far for each action that is left
     */
    public Duration expectedRest() {
        return elapsed.multipliedBy(total - finished).dividedBy(finished);
    }

    @Override
    public String toString() {
        return finished + "/" + total + " " + latest.outcome() + " "
                + latest.planned().action().describe();
    }
}
