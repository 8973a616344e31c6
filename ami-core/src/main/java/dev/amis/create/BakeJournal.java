package dev.amis.create;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a bake is written down as it goes on: each step before it begins and when it has ended, over as many runs as it takes.
 * What was done is still read off the account itself, which cannot be lost, so that a run goes on without its journal too. With
 * it, it is known in which run what was done and when, no two processes with the same file bake at the same time, and a script
 * that an earlier run left running on the instance is waited for before it is sent again.
 *
 * <p>One journal is about one bake: the same request for an image of the same instance in the same Region. {@link #inFile}
 * outlives the process.
 */
public interface BakeJournal extends AutoCloseable {

    /**
     * Writes an entry. When this returns, the entry must be safe; if it throws, what was to follow is not begun, the bake ends,
     * and the instance is brought back into the state that it had.
     *
     * @param entry what is about to happen, or has happened
     */
    void write(BakeEntry entry);

    /**
     * What was written so far.
     *
     * @return the entries of all runs, the oldest first
     */
    List<BakeEntry> entries();

    /** Releases what the journal holds; what was written stays. */
    @Override
    default void close() {}

    /**
     * A journal that lives as long as this process.
     *
     * @return an empty journal; thread-safe
     */
    static BakeJournal inMemory() {
        return new InMemoryBakeJournal();
    }

    /**
     * A journal in a file, to which lines of JSON are appended. A file that is there is gone on with. It holds the tags of the
     * image and what test instances printed, and neither scripts nor what they printed. Thread-safe, and locked against other
     * processes until it is closed.
     *
     * @param file the file, made if it is not there
     * @return the journal, with all that was written before
     * @throws IllegalArgumentException if the file is no journal of a bake, a line was edited, or the last one is cut off; the
     *     message names the line
     * @throws IllegalStateException if another process or journal has it open
     * @throws UncheckedIOException if it cannot be read or written
     */
    static BakeJournal inFile(Path file) {
        return new BakeFile(file, false);
    }

    /**
     * As {@link #inFile}, but drops a last line that is cut off. That is what a process leaves that dies while it writes: what
     * was to follow had not begun.
     *
     * @param file the file
     * @return the journal, with all whole lines
     * @throws IllegalArgumentException if the file is no journal of a bake, or another line than the last is broken
     * @throws IllegalStateException if another process or journal has it open
     * @throws UncheckedIOException if it cannot be read or written
     */
    static BakeJournal inFileDroppingCutLine(Path file) {
        return new BakeFile(file, true);
    }
}
