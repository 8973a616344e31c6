package dev.amis.plan;

import dev.amis.internal.Session;
import dev.amis.usage.ReferenceSources;
import java.util.function.Consumer;

/** Applies plans to an account and takes reports back. The façade holds one; its users meet it through {@code Amis}. */
public final class PlanEngine {

    private final Session session;
    private final ReferenceSources sources;

    /**
     * Makes an engine; no call is made.
     *
     * @param session the account and time
     * @param sources who is asked for references, also by plans that name them
     */
    @SuppressWarnings("exports")
    public PlanEngine(Session session, ReferenceSources sources) {
        this.session = session;
        this.sources = sources;
    }

    /**
     * A change whose plan is made anew, by looking at the account, whenever it is asked for.
     *
     * @param title what it is for
     * @param planner adds actions and notes to the plan, nothing if all is so already
     * @return the change
     */
    public Change change(String title, Consumer<Plan.Builder> planner) {
        return new Change(
                () -> {
                    Plan.Builder plan = Plan.of(title, session.account(), session.now());
                    planner.accept(plan);
                    return plan.build();
                },
                plan -> applying(plan).apply());
    }

    /**
     * The sources of references.
     *
     * @return who is asked for references
     */
    public ReferenceSources sources() {
        return sources;
    }

    /**
     * Starts applying a plan.
     *
     * @param plan the plan
     * @return the next step
     */
    public Applying applying(Plan plan) {
        return new Applying(session, sources, plan);
    }

    /**
     * Starts finishing the plan of a journal, with the same journal.
     *
     * @param journal the journal
     * @return the next step
     * @throws IllegalArgumentException if the journal holds no plan
     */
    public Applying resuming(Journal journal) {
        Plan plan = journal.plan()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the journal holds no plan, so there is nothing to resume; apply the plan"));
        return applying(plan).journal(journal);
    }

    /**
     * Starts taking back what a report says was done.
     *
     * @param report the report
     * @return the next step: look with {@code plan()}, do it with {@code apply()}
     */
    public Change undoing(ChangeReport report) {
        return new Change(
                () -> new UndoPlanner(session, sources).plan(report),
                plan -> applying(plan).apply());
    }
}
