package dev.amis.create;

import dev.amis.model.ImageName;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import java.time.Instant;

/** One line of a {@link BakeJournal}. */
public sealed interface BakeEntry {

    /**
     * A run of the bake begins.
     *
     * @param at when
     * @param bake the digest of what is asked for: the same in all runs of the bake
     * @param name the name of the image
     * @param instanceId the instance that it is made from
     * @param region where
     */
    record Run(Instant at, String bake, ImageName name, InstanceId instanceId, Region region) implements BakeEntry {

        /** The entry as a line for people. */
        @Override
        public String toString() {
            return at + " run of " + bake + ": " + name + " from " + instanceId + " in " + region;
        }
    }

    /**
     * A step is about to begin.
     *
     * @param at when
     * @param step which
     * @param detail more of it, for people
     */
    record Begun(Instant at, BakeStep.Kind step, String detail) implements BakeEntry {

        /** The entry as a line for people. */
        @Override
        public String toString() {
            return at + " " + step + " begun" + (detail.isEmpty() ? "" : ": " + detail);
        }
    }

    /**
     * Systems Manager took the script that prepares the instance.
     *
     * @param at when
     * @param commandId the command
     */
    record Sent(Instant at, String commandId) implements BakeEntry {

        /** The entry as a line for people. */
        @Override
        public String toString() {
            return at + " sent as " + commandId;
        }
    }

    /**
     * A step has ended.
     *
     * @param at when
     * @param step the step, and what became of it
     */
    record Ended(Instant at, BakeStep step) implements BakeEntry {

        /** The entry as a line for people. */
        @Override
        public String toString() {
            return at + " " + step;
        }
    }

    /**
     * The run has ended.
     *
     * @param report what came of it
     */
    record Done(BakeReport report) implements BakeEntry {

        @Override
        public Instant at() {
            return report.finishedAt();
        }

        /** The entry as a line for people. */
        @Override
        public String toString() {
            return at() + " done: " + report;
        }
    }

    /**
     * When it was written.
     *
     * @return the instant
     */
    Instant at();
}
