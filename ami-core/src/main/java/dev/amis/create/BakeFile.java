package dev.amis.create;

import dev.amis.internal.LineFile;
import java.nio.file.Path;
import java.util.List;

/** A journal in a file, one line after the other. */
final class BakeFile implements BakeJournal {

    private final InMemoryBakeJournal written = new InMemoryBakeJournal();
    private final LineFile lines;

    BakeFile(Path file, boolean droppingCutLine) {
        this.lines = LineFile.open(file, droppingCutLine, line -> written.write(BakeJournalJson.ofLine(line)));
    }

    @Override
    public synchronized void write(BakeEntry entry) {
        lines.write(BakeJournalJson.toLine(entry));
        written.write(entry);
    }

    @Override
    public List<BakeEntry> entries() {
        return written.entries();
    }

    @Override
    public void close() {
        lines.close();
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
