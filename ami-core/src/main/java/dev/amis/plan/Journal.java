package dev.amis.plan;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What applying a plan writes down, action by action. One that outlives the process lets {@code Amis.resume} finish the plan
 * after a crash, and {@code Amis.undo} take back what was done: {@link #inFile} keeps it in a file, implementations of one's
 * own wherever they like.
 *
 * <p>A journal is about one plan.
 */
public interface Journal extends AutoCloseable {

    /**
     * Writes down the plan before the first look at the account. The same plan may be begun again.
     *
     * @param plan the plan
     * @throws IllegalStateException if the journal is about another plan
     */
    void begin(Plan plan);

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
     * The plan that was begun.
     *
     * @return the plan, nothing if none was
     */
    Optional<Plan> plan();

    /**
     * Finds the latest entry that was written for an action, perhaps by a process that died.
     *
     * @param plan the fingerprint of the plan
     * @param index the place of the action in the plan, from 0
     * @return the entry, nothing if the action was never begun
     */
    Optional<JournalEntry> find(String plan, int index);

    /**
     * Finds the latest result that was written for an action.
     *
     * @param plan the fingerprint of the plan
     * @param index the place of the action in the plan, from 0
     * @return the result, nothing if the action was never begun or the process died before it was written
     */
    Optional<ActionResult> result(String plan, int index);

    /**
     * What was done so far according to the journal, for {@code Amis.undo} where a plan shall not be finished. An action that
     * was begun without a known end counts as {@link Outcome#UNKNOWN}; taking it back looks first whether it had an effect.
     *
     * @return the report; what was never begun, or skipped, is in {@link ChangeReport#notBegun()}
     * @throws IllegalArgumentException if no plan was begun
     */
    default ChangeReport report() {
        return JournalReport.of(this);
    }

    /** Releases what the journal holds; what was written stays. */
    @Override
    default void close() {}

    /**
     * A journal that lives as long as this process.
     *
     * @return an empty journal; thread-safe
     */
    static Journal inMemory() {
        return new InMemoryJournal();
    }

    /**
     * A journal in a file, to which lines of JSON are appended; each is on the disk before its action is made. A file that is
     * there is gone on with. It holds tag values where the way back needs them. Thread-safe, and locked against other
     * processes until it is closed.
     *
     * @param file the file, made if it is not there
     * @return the journal, with all that was written before
     * @throws IllegalArgumentException if the file is no journal, a line was edited, or the last one is cut off; the message
     *     names the line
     * @throws IllegalStateException if another process or journal has it open
     * @throws UncheckedIOException if it cannot be read or written
     */
    static Journal inFile(Path file) {
        return FileJournal.open(file, false);
    }

    /**
     * As {@link #inFile}, but drops a last line that is cut off. That is what a process leaves that dies while it writes: its
     * action had not begun, or its end is looked up when the plan is resumed. Whoever has cut the file otherwise loses the
     * way back of what is missing.
     *
     * @param file the file
     * @return the journal, with all whole lines
     * @throws IllegalArgumentException if the file is no journal, or another line than the last is broken
     * @throws IllegalStateException if another process or journal has it open
     * @throws UncheckedIOException if it cannot be read or written
     */
    static Journal inFileDroppingCutLine(Path file) {
        return FileJournal.open(file, true);
    }
}
