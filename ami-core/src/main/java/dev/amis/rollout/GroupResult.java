package dev.amis.rollout;

import dev.amis.model.Region;

/**
 * What became of a group in a roll-out or roll-back.
 *
 * @param region the Region
 * @param name the group
 * @param outcome what became of it
 * @param detail why, empty if there is nothing to say
 * @param ignored how many of its instances were passed over by choice and stay as they were: of the old version, if it was rolled
 *     out to
 */
public record GroupResult(Region region, String name, Outcome outcome, String detail, int ignored) {

    /** What became of a group. */
    public enum Outcome {
        /** All its instances are as they shall be, but for those that are ignored by choice. */
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
        return name + " in " + region + ": " + outcome + (detail.isEmpty() ? "" : ", " + detail)
                + (ignored == 0 ? "" : ", " + RolloutReport.stayed(ignored));
    }
}
