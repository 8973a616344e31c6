package dev.amis.create;

import dev.amis.create.BakeStep.Kind;
import dev.amis.create.BakeStep.Outcome;
import dev.amis.error.AmiException;
import dev.amis.error.Failure;
import dev.amis.error.ProviderException;
import dev.amis.internal.Session;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;

/** What a run of a bake notes of itself: in its report, and in the journal if there is one. */
final class BakeNotes {

    private final Session session;
    private final Optional<BakeJournal> journal;
    private final BakeReport.Builder report;
    private boolean broken;
    private boolean cleaning;

    BakeNotes(Session session, Optional<BakeJournal> journal, BakeReport.Builder report) {
        this.session = session;
        this.journal = journal;
        this.report = report;
    }

    /** Begins a run; refused if the journal is about another bake. */
    void begin(BakeEntry.Run run) {
        journal.flatMap(kept ->
                        runs(kept).stream().filter(other -> !isSame(other, run)).findFirst())
                .ifPresent(other -> {
                    throw new IllegalStateException(journal.get() + " is about the bake of " + described(other)
                            + ", but must be about that of " + described(run));
                });
        write(run);
    }

    private static List<BakeEntry.Run> runs(BakeJournal journal) {
        return journal.entries().stream()
                .filter(BakeEntry.Run.class::isInstance)
                .map(BakeEntry.Run.class::cast)
                .toList();
    }

    /** All but when it began. */
    private static boolean isSame(BakeEntry.Run one, BakeEntry.Run other) {
        return new BakeEntry.Run(other.at(), one.bake(), one.name(), one.instanceId(), one.region()).equals(other);
    }

    private static String described(BakeEntry.Run run) {
        return run.name() + " from " + run.instanceId() + " in " + run.region() + " (" + run.bake() + ")";
    }

    /** The command of an earlier run of which no end was noted: it may still be at work on the instance. */
    Optional<String> openCommand() {
        List<BakeEntry> entries = journal.map(BakeJournal::entries).orElse(List.of());
        ListIterator<BakeEntry> back = entries.listIterator(entries.size());
        while (back.hasPrevious()) {
            BakeEntry entry = back.previous();
            if (entry instanceof BakeEntry.Sent sent) {
                return Optional.of(sent.commandId());
            }
            if (entry instanceof BakeEntry.Ended ended && ended.step().kind() == Kind.PREPARE) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    void begun(Kind step, String detail) {
        write(new BakeEntry.Begun(session.now(), step, detail));
    }

    void sent(String commandId) {
        write(new BakeEntry.Sent(session.now(), commandId));
    }

    void ended(Kind kind, Outcome outcome, String detail) {
        BakeStep step = new BakeStep(kind, outcome, detail);
        report.addStep(step);
        write(new BakeEntry.Ended(session.now(), step));
    }

    /** From here on nothing waits for the journal: an instance is brought back also if that cannot be noted. */
    void cleaning() {
        cleaning = true;
    }

    void leftBehind(String sentence) {
        report.addLeftBehind(sentence);
    }

    /** The report at the end of the run; that it cannot be noted is a problem too. */
    BakeReport done() {
        BakeReport told = report.finishedAt(session.now()).build();
        try {
            write(new BakeEntry.Done(told));
            return told;
        } catch (AmiException unwritten) {
            return told.problem().isPresent() ? told : told.withProblem(unwritten);
        }
    }

    /** Journals are other people's code too. One that has failed is not asked again, so that what is left can be put right. */
    private void write(BakeEntry entry) {
        if (broken || journal.isEmpty()) {
            return;
        }
        try {
            journal.get().write(entry);
        } catch (RuntimeException failed) {
            broken = true;
            if (cleaning) {
                leftBehind("the journal lacks the end of this run: " + failed.getMessage());
                return;
            }
            throw new ProviderException(
                    Failure.of("bake", "it could not be written down: " + failed.getMessage())
                            .region(session.region())
                            .advice("Put that right, and run the bake again: it goes on from there")
                            .build(),
                    failed);
        }
    }
}
