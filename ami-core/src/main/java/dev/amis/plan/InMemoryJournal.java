package dev.amis.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the latest entry of each action: an entry is only written while the change is still to be made. */
final class InMemoryJournal implements Journal {

    private final Map<Integer, JournalEntry> entries = new HashMap<>();
    private final Map<Integer, ActionResult> results = new HashMap<>();
    private @Nullable Plan plan;

    @Override
    public synchronized void begin(Plan begun) {
        Plan known = plan;
        if (known != null && !known.fingerprint().equals(begun.fingerprint())) {
            throw new IllegalStateException("the journal is about the " + known + ", not about the " + begun);
        }
        plan = begun;
    }

    @Override
    public synchronized void before(JournalEntry entry) {
        entries.put(entry.index(), entry);
        results.remove(entry.index());
    }

    @Override
    public synchronized void after(JournalEntry entry, ActionResult result) {
        results.put(entry.index(), result);
    }

    @Override
    public synchronized Optional<Plan> plan() {
        return Optional.ofNullable(plan);
    }

    @Override
    public synchronized Optional<JournalEntry> find(String ofPlan, int index) {
        return Optional.ofNullable(entries.get(index))
                .filter(entry -> entry.plan().equals(ofPlan));
    }

    @Override
    public synchronized Optional<ActionResult> result(String ofPlan, int index) {
        return find(ofPlan, index).flatMap(entry -> Optional.ofNullable(results.get(index)));
    }
}
