package dev.amis.plan;

import java.util.Optional;

/**
 * What applying a plan writes down, action by action. A journal that outlives the process lets the same plan be applied
 * again after a crash and still be undone as a whole.
 */
public interface Journal {

    /**
     * Writes an entry right before its action is made. When this returns, the entry must be safe; if it throws, the action
     * is not made.
     *
     * @param entry the entry
     */
    void before(JournalEntry entry);

    /**
     * Writes what became of the action.
     *
     * @param entry the entry that was written before
     * @param result what became of it
     */
    void after(JournalEntry entry, ActionResult result);

    /**
     * Finds the latest entry that was written for an action, perhaps by a process that died.
     *
     * @param plan the fingerprint of the plan
     * @param index the place of the action in the plan, from 0
     * @return the entry, nothing if the action was never begun
     */
    Optional<JournalEntry> find(String plan, int index);

    /**
     * A journal that lives as long as this process.
     *
     * @return an empty journal; thread-safe
     */
    static Journal inMemory() {
        return new InMemoryJournal();
    }
}
