package dev.amis.plan;

import dev.amis.error.Failure;
import dev.amis.error.StalePlanException;
import dev.amis.internal.Session;
import dev.amis.usage.ReferenceSources;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Applies a plan, one action after the other. */
final class Applier {

    private final Session session;
    private final ReferenceSources sources;
    private final Journal journal;
    private final Consumer<ApplyProgress> listener;
    private final BooleanSupplier stop;

    Applier(
            Session session,
            ReferenceSources sources,
            Journal journal,
            Consumer<ApplyProgress> listener,
            BooleanSupplier stop) {
        this.session = session;
        this.sources = sources;
        this.journal = journal;
        this.listener = listener;
        this.stop = stop;
    }

    ChangeReport apply(Plan plan) {
        Instant started = session.now();
        refuse(plan, started);
        journal.begin(plan);
        Run run = new Run(session, sources, journal, plan, plan.fingerprint());
        ChangeReport.Builder report = ChangeReport.builder()
                .title(plan.title())
                .planFingerprint(run.fingerprint())
                .account(plan.account())
                .startedAt(started);
        Lookahead ahead = new Lookahead(run);
        int size = plan.actions().size();
        Set<String> changed = new HashSet<>();
        int next = 0;
        while (next < size && !Thread.currentThread().isInterrupted() && !stop.getAsBoolean()) {
            Action action = plan.actions().get(next).action();
            ActionResult result = new Attempt(run, ahead, next).make(changed.contains(action.target()));
            next++;
            if (mayShowLate(action, result)) {
                changed.add(action.target());
            }
            report.addResult(result);
            listener.accept(new ApplyProgress(next, size, result, Duration.between(started, session.now())));
        }
        List<PlannedAction> rest = plan.actions().subList(next, size);
        return report.addAllNotBegun(rest).finishedAt(session.now()).build();
    }

    /** What is removed does not come back by waiting. */
    private static boolean mayShowLate(Action action, ActionResult result) {
        boolean changed = result.outcome() == Outcome.DONE || result.outcome() == Outcome.UNKNOWN;
        return changed && !Effects.of(action).removes();
    }

    private void refuse(Plan plan, Instant now) {
        if (!plan.account().equals(session.account())) {
            throw new StalePlanException(Failure.of(
                            "Applying '" + plan.title() + "'",
                            "it was made for account " + plan.account() + ", but this is " + session.account())
                    .advice("Apply it with the credentials of its account")
                    .build());
        }
        if (!now.isBefore(plan.expiresAt())) {
            throw new StalePlanException(Failure.of(
                            "Applying '" + plan.title() + "'",
                            "it expired at " + plan.expiresAt() + ", and now it is " + now)
                    .advice("Plan again and look at the new plan; what a journal says was done can be taken back")
                    .build());
        }
    }
}
