package dev.amis.cleanup;

import dev.amis.plan.Verdict;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What is done with an image that nothing keeps. */
public sealed interface Retirement permits Retirement.Deprecate, Retirement.Disable, Retirement.Deregister, Stages {

    /**
     * The verdict on such an image; in stages, that of the last one.
     *
     * @return never {@link Verdict#KEEP}
     */
    Verdict verdict();

    /**
     * What is done, in words.
     *
     * @return for example {@code deregister} or {@code deprecate in 7 days}
     */
    String describe();

    /**
     * What is done, in one word.
     *
     * @return for example {@code deprecate}
     */
    default String verb() {
        return verdict().name().toLowerCase(Locale.ROOT);
    }

    /**
     * Tells whether the image cannot be launched any more afterwards.
     *
     * @return false for a deprecation only
     */
    default boolean removes() {
        return verdict() != Verdict.DEPRECATE;
    }

    /**
     * Tells whether snapshots are deleted in the end, as far as no other image needs them.
     *
     * @return true only where images are deregistered
     */
    default boolean deletesSnapshots() {
        return (this instanceof Deregister deregister && deregister.withSnapshots())
                || (this instanceof Stages stages && stages.withSnapshots());
    }

    /**
     * Gives it a deprecation date.
     *
     * @param after how long after the plan was made; nothing stands for the end of the plan's validity
     */
    record Deprecate(Optional<Duration> after) implements Retirement {

        private static final Duration LONGEST = Duration.ofDays(3_650);

        /**
         * Makes the value.
         *
         * @throws IllegalArgumentException if it is not positive or above ten years, which EC2 refuses
         */
        public Deprecate {
            after.ifPresent(value -> Arguments.span("time until deprecation", value, LONGEST));
        }

        @Override
        public Verdict verdict() {
            return Verdict.DEPRECATE;
        }

        @Override
        public String describe() {
            return "deprecate"
                    + after.map(value -> " in " + Durations.text(value)).orElse("");
        }
    }

    /** Disables it. */
    record Disable() implements Retirement {

        @Override
        public Verdict verdict() {
            return Verdict.DISABLE;
        }

        @Override
        public String describe() {
            return "disable";
        }
    }

    /**
     * Deregisters it.
     *
     * @param withSnapshots whether EC2 shall delete its snapshots, as far as no other image needs them
     */
    record Deregister(boolean withSnapshots) implements Retirement {

        @Override
        public Verdict verdict() {
            return Verdict.DEREGISTER;
        }

        @Override
        public String describe() {
            return withSnapshots ? "deregister" : "deregister, keeping snapshots,";
        }
    }
}
