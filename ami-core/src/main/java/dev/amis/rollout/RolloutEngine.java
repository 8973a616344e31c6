package dev.amis.rollout;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.StalePlanException;
import dev.amis.internal.Session;

/** Goes on with, takes back and confirms roll-outs that were begun before. */
public final class RolloutEngine {

    private final Session session;

    /**
     * Makes an engine; for the façade.
     *
     * @param session the account
     */
    @SuppressWarnings("exports") // users begin at Amis
    public RolloutEngine(Session session) {
        this.session = session;
    }

    /**
     * Goes on with a roll-out.
     *
     * @param journal the journal of the process that began it
     * @return what became of it
     */
    public RolloutReport resume(RolloutJournal journal) {
        return RolloutApplying.of(session, begun(journal)).resume();
    }

    /**
     * Takes a roll-out back.
     *
     * @param plan its plan
     * @return what became of it
     */
    public RolloutReport rollback(RolloutPlan plan) {
        return RolloutApplying.of(session, plan).rollback();
    }

    /**
     * The plan of a journal.
     *
     * @param journal the journal
     * @return the plan
     * @throws IllegalArgumentException if none was begun
     */
    public static RolloutPlan begun(RolloutJournal journal) {
        return journal.plan()
                .orElseThrow(
                        () -> new IllegalArgumentException(journal + " holds no roll-out, so nothing was changed"));
    }

    /**
     * Ends the protection of the old and new images.
     *
     * @param report the report of a roll-out that is complete
     */
    public void confirm(RolloutReport report) {
        if (report.status() != RolloutReport.Status.COMPLETED) {
            throw new IllegalArgumentException("roll-out is " + report.status()
                    + ", but only one that is COMPLETED can be confirmed; finish it, take it back or abandon it");
        }
        RolloutTag tag = tag("confirm", report.plan());
        if (tag.isGoingBack()) {
            throw new ConflictException(
                    Failure.of("confirm", "the roll-out " + report.plan().id() + " is being taken back")
                            .advice("Take it back to its end by amis.rollback, or abandon it")
                            .build());
        }
        tag.remove();
    }

    /**
     * Ends the protection of the old and new images, whatever became of the roll-out.
     *
     * @param report any report of it
     */
    public void abandon(RolloutReport report) {
        tag("abandon", report.plan()).remove();
    }

    private RolloutTag tag(String operation, RolloutPlan plan) {
        if (!session.account().equals(plan.account())) {
            throw new StalePlanException(Failure.of(
                            operation, "the roll-out is about account " + plan.account() + ", not " + session.account())
                    .build());
        }
        return new RolloutTag(session, plan);
    }
}
