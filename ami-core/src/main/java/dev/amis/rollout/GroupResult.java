package dev.amis.rollout;

import dev.amis.model.Region;

/**
 * What became of a group in a roll-out or roll-back.
 *
 * @param region the Region
 * @param name the group
 * @param outcome what became of it
 * @param detail why, empty if there is nothing to say
 */
public record GroupResult(Region region, String name, Outcome outcome, String detail) {

    /** What became of a group. */
    public enum Outcome {
        /** All its instances are as they shall be. */
        DONE,
        /** Somebody else changed it meanwhile, so it was left alone. */
        SKIPPED_STALE,
        /** It failed; some of its instances may have been replaced. */
        FAILED,
        /** Its turn never came. */
        NOT_BEGUN
    }

    @Override
    public String toString() {
        return name + " in " + region + ": " + outcome + (detail.isEmpty() ? "" : ", " + detail);
    }
}
