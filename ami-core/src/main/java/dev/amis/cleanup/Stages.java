package dev.amis.cleanup;

import dev.amis.plan.Verdict;
import java.time.Duration;

/**
 * Retires an image step by step: deprecates it, disables it a while later, deregisters it another while later. Each plan takes
 * the step that is due; a policy that is planned and applied every day walks each image through.
 *
 * <p>Where an image stands is read from the account, so that any process can take the next step: its deprecation date, its
 * state, and the tag {@value #DISABLED_AT}, which the plan sets right before it disables. A step is taken only if no rule keeps
 * the image, nothing refers to it, and it was not launched since it was deprecated; otherwise it stays where it stands.
 *
 * <p>An image whose deprecation somebody cancels, or that somebody enables, starts over with a new deprecation date. A disabled
 * image without the tag, or with one that cannot be read or is older than its deprecation, is tagged, and its time begins with
 * that. Whoever enables an image by hand and disables it again before a plan was applied in between, removes the tag.
 *
 * @param disablingAfter how long an image is deprecated before it is disabled
 * @param deregisteringAfter how long it is disabled before it is deregistered
 * @param withSnapshots whether EC2 shall delete its snapshots then, as far as no other image needs them
 */
public record Stages(Duration disablingAfter, Duration deregisteringAfter, boolean withSnapshots)
        implements Retirement {

    /** The tag that tells when an image was disabled, at the latest: an instant such as {@code 2026-01-31T18:00:00Z}. */
    public static final String DISABLED_AT = "amis:disabled-at";

    /**
     * Makes the value.
     *
     * @throws IllegalArgumentException if a time is not positive, or above a hundred years
     */
    public Stages {
        Arguments.span("time between deprecating and disabling", disablingAfter);
        Arguments.span("time between disabling and deregistering", deregisteringAfter);
    }

    /**
     * Begins with deprecating.
     *
     * @return the first stage
     */
    public static Deprecating deprecating() {
        return new Deprecating();
    }

    /** The first stage. */
    public static final class Deprecating {

        private Deprecating() {}

        /**
         * Goes on with disabling.
         *
         * @param after how long after the deprecation date
         * @return the second stage
         * @throws IllegalArgumentException if the time is not positive, or above a hundred years
         */
        public Disabling disablingAfter(Duration after) {
            Arguments.span("time between deprecating and disabling", after);
            return new Disabling(after);
        }
    }

    /** The second stage. */
    public static final class Disabling {

        private final Duration disablingAfter;

        private Disabling(Duration disablingAfter) {
            this.disablingAfter = disablingAfter;
        }

        /**
         * Ends with deregistering, and deleting the snapshots.
         *
         * @param after how long after it was disabled
         * @return all stages
         * @throws IllegalArgumentException if the time is not positive, or above a hundred years
         */
        public Stages deregisteringAfter(Duration after) {
            return new Stages(disablingAfter, after, true);
        }
    }

    /**
     * Keeps the snapshots of images that are deregistered.
     *
     * @return the new stages
     */
    public Stages keepingSnapshots() {
        return new Stages(disablingAfter, deregisteringAfter, false);
    }

    @Override
    public Verdict verdict() {
        return Verdict.DEREGISTER;
    }

    @Override
    public String verb() {
        return "retire";
    }

    @Override
    public String describe() {
        return "deprecate, " + Durations.text(disablingAfter) + " later disable, another "
                + Durations.text(deregisteringAfter) + " later deregister"
                + (withSnapshots ? "" : ", keeping snapshots,");
    }
}
