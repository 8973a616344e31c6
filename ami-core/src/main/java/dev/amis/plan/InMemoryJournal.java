package dev.amis.plan;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the latest entry of each action: an entry is only written while the change is still to be made. */
final class InMemoryJournal implements Journal {

    private final Map<Key, JournalEntry> entries = new ConcurrentHashMap<>();

    private record Key(String plan, int index) {}

    @Override
    public void before(JournalEntry entry) {
        entries.put(new Key(entry.plan(), entry.index()), entry);
    }

    @Override
    public void after(JournalEntry entry, ActionResult result) {
        // Whoever holds this journal holds the report as well; nobody asks it for results.
    }

    @Override
    public Optional<JournalEntry> find(String plan, int index) {
        return Optional.ofNullable(entries.get(new Key(plan, index)));
    }
}
