package dev.amis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journal that keeps all it is told, and never finds anything. */
class ScriptedJournal implements Journal {

    final List<JournalEntry> before = new ArrayList<>();
    final List<ActionResult> after = new ArrayList<>();

    @Override
    public void begin(Plan plan) {}

    @Override
    public Optional<Plan> plan() {
        return Optional.empty();
    }

    @Override
    public Optional<ActionResult> result(String plan, int index) {
        return Optional.empty();
    }

    @Override
    public void before(JournalEntry entry) {
        before.add(entry);
    }

    @Override
    public void after(JournalEntry entry, ActionResult result) {
        after.add(result);
    }

    @Override
    public Optional<JournalEntry> find(String plan, int index) {
        return Optional.empty();
    }
}
