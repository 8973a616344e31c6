package dev.amis.rollout;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a roll-out is written down before its first change. One that outlives the process lets {@code amis.resume} finish it
 * and {@code amis.rollback} take it back after a crash. The account itself tells how far it came, so no more is needed.
 */
public interface RolloutJournal {

    /**
     * Writes the plan down. When this returns, it must be safe; if it throws, nothing is changed.
     *
     * @param plan the plan; the same may be begun again
     * @throws IllegalStateException if the journal is about another roll-out
     */
    void begin(RolloutPlan plan);

    /**
     * The plan that was begun.
     *
     * @return the plan, nothing if none was
     */
    Optional<RolloutPlan> plan();

    /**
     * A journal in a file.
     *
     * @param file the file, made when a roll-out is begun
     * @return the journal, of a roll-out that was begun before if the file is there
     */
    static RolloutJournal inFile(Path file) {
        return new RolloutFile(file);
    }

    /**
     * A journal that lives as long as this process.
     *
     * @return an empty journal
     */
    static RolloutJournal inMemory() {
        return new RolloutMemory();
    }
}
