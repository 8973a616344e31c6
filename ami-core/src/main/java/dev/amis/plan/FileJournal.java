package dev.amis.plan;

import dev.amis.internal.LineFile;
import java.nio.file.Path;
import java.util.Optional;

/** A journal in a file, one line after the other. What was written is kept in memory as well, as it is asked for often. */
final class FileJournal implements Journal {

    private final InMemoryJournal written = new InMemoryJournal();
    private final LineFile lines;

    private FileJournal(Path file, boolean droppingCutLine) {
        this.lines = LineFile.open(file, droppingCutLine, this::read);
    }

    static FileJournal open(Path file, boolean droppingCutLine) {
        return new FileJournal(file, droppingCutLine);
    }

    private void read(String line) {
        if (written.plan().isEmpty()) {
            written.begin(Plan.fromJson(line));
            return;
        }
        Plan plan = written.plan().get();
        if (JournalJson.ENDED.isKindOf(line)) {
            JournalJson.Ended ended = JournalJson.ENDED.ofText(line);
            JournalEntry entry = written.find(plan.fingerprint(), ended.index())
                    .orElseThrow(() ->
                            new IllegalArgumentException("action " + ended.index() + " ended, but was never begun"));
            written.after(entry, ended.result());
        } else {
            JournalJson.Begun begun = JournalJson.BEGUN.ofText(line);
            PlannedAction planned = plan.actions().get(begun.index());
            written.before(new JournalEntry(plan.fingerprint(), begun.index(), begun.at(), planned, begun.undo()));
        }
    }

    @Override
    public synchronized void begin(Plan plan) {
        if (written.plan().isEmpty()) {
            lines.write(PlanJson.line(plan));
        }
        written.begin(plan);
    }

    @Override
    public synchronized void before(JournalEntry entry) {
        lines.write(JournalJson.BEGUN.toLine(new JournalJson.Begun(entry.index(), entry.at(), entry.undo())));
        written.before(entry);
    }

    @Override
    public synchronized void after(JournalEntry entry, ActionResult result) {
        lines.write(JournalJson.ENDED.toLine(new JournalJson.Ended(entry.index(), result)));
        written.after(entry, result);
    }

    @Override
    public Optional<Plan> plan() {
        return written.plan();
    }

    @Override
    public Optional<JournalEntry> find(String plan, int index) {
        return written.find(plan, index);
    }

    @Override
    public Optional<ActionResult> result(String plan, int index) {
        return written.result(plan, index);
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
