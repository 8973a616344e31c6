package dev.amis.create;

import java.util.ArrayList;
import java.util.List;

/** A journal that lives as long as this process. */
final class InMemoryBakeJournal implements BakeJournal {

    private final List<BakeEntry> entries = new ArrayList<>();

    @Override
    public synchronized void write(BakeEntry entry) {
        entries.add(entry);
    }

    @Override
    public synchronized List<BakeEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public String toString() {
        return "journal in memory";
    }
}
