package dev.amis.plan;

import dev.amis.error.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes a report of what a journal tells, for a run that could not make its own. */
final class JournalReport {

    private static final String DIED = "the process ended before it could tell what became of it";

    private JournalReport() {}

    static ChangeReport of(Journal journal) {
        Plan plan = journal.plan()
                .orElseThrow(() -> new IllegalArgumentException("the journal holds no plan, so nothing was begun"));
        String fingerprint = plan.fingerprint();
        ChangeReport.Builder report = ChangeReport.builder()
                .title(plan.title())
                .planFingerprint(fingerprint)
                .account(plan.account());
        List<PlannedAction> actions = plan.actions();
        Instant first = Instant.MAX;
        Instant last = plan.createdAt();
        for (int i = 0; i < actions.size(); i++) {
            Optional<JournalEntry> entry = journal.find(fingerprint, i);
            if (entry.isEmpty()) {
                report.addNotBegun(actions.get(i));
                continue;
            }
            Instant at = entry.get().at();
            first = at.isBefore(first) ? at : first;
            last = at.isAfter(last) ? at : last;
            report.addResult(journal.result(fingerprint, i).orElseGet(() -> unknown(entry.get())));
        }
        return report.startedAt(first.isBefore(last) ? first : last)
                .finishedAt(last)
                .build();
    }

    private static ActionResult unknown(JournalEntry entry) {
        PlannedAction planned = entry.planned();
        Failure failure = Failure.of(planned.action().describe(), DIED)
                .region(planned.action().region())
                .build();
        return new ActionResult(
                planned,
                Outcome.UNKNOWN,
                DIED,
                Optional.of(failure),
                List.of(),
                entry.undo(),
                planned.reversibility().retention().map(entry.at()::plus));
    }
}
