package dev.amis;

import dev.amis.internal.Session;
import dev.amis.internal.Subject;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.plan.Applying;
import dev.amis.plan.Change;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Journal;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanEngine;
import dev.amis.usage.ReferenceSources;

/** The part of the façade that applies and undoes plans. */
abstract sealed class PlanVerbs permits LifecycleVerbs {

    private final Session session;
    private final PlanEngine engine;

    PlanVerbs(Session session, ReferenceSources sources) {
        this.session = session;
        this.engine = new PlanEngine(session, sources);
    }

    /**
     * Applies a plan: makes its actions one after the other, each only if its facts still hold. Blocks until all were
     * looked at.
     *
     * <p>Applying the same plan again finishes what is left and repeats nothing.
     *
     * <p><b>Calls</b> {@code DescribeImages} or another look before each action, then what {@link dev.amis.plan.Action}
     * names for its kind.
     *
     * <p><b>Changes</b> what the plan says, and nothing whose facts have changed since.
     *
     * <p><b>Undo</b> {@link #undo(ChangeReport)}, as far as the plan says for each action.
     *
     * @param plan the plan
     * @return what became of each action; failures are in it, {@link ChangeReport#orThrow()} converts them
     * @throws dev.amis.error.StalePlanException before any call if the plan has expired, or belongs to another account
     */
    public ChangeReport apply(Plan plan) {
        return applying(plan).apply();
    }

    /**
     * Starts applying a plan with a listener or a journal.
     *
     * @param plan the plan
     * @return the next step
     */
    public Applying applying(Plan plan) {
        return engine.applying(plan);
    }

    /**
     * Finishes a plan that a process left in the middle, perhaps because it died: what was done is found done and keeps the
     * way back that the journal knows, what is left is made if its facts still hold.
     *
     * <p><b>Calls</b> and <b>Changes</b> as {@link #apply(Plan)}.
     *
     * <p><b>Undo</b> {@link #undo(ChangeReport)} with the report takes back what both processes did. A plan that has expired
     * meanwhile is not gone on with; {@code undo(journal.report())} takes back what was done of it.
     *
     * @param journal the journal of the first process, for example {@code Journal.inFile(path)}
     * @return what became of each action of the whole plan
     * @throws IllegalArgumentException if the journal holds no plan
     * @throws dev.amis.error.StalePlanException before any call if the plan has expired, or belongs to another account
     */
    public ChangeReport resume(Journal journal) {
        return engine.resuming(journal).apply();
    }

    /**
     * Takes back what a report says was done, the last change first. What cannot be taken back is left; {@code
     * undoing(report).plan().notes()} names it.
     *
     * <p><b>Calls</b> the opposite of what was called, after a look at each target.
     *
     * <p><b>Changes</b> only what still is as the report left it.
     *
     * <p><b>Undo</b> its own report can be undone again, except that what came out of the Recycle Bin stays.
     *
     * @param report the report, also one that was read from a document
     * @return what became of each action
     * @throws dev.amis.error.StalePlanException if the report is about another account
     */
    public ChangeReport undo(ChangeReport report) {
        return undoing(report).apply();
    }

    /**
     * Starts taking back what a report says was done.
     *
     * @param report the report
     * @return the change; its plan names in {@link Plan#notes()} what cannot be taken back
     */
    public Change undoing(ChangeReport report) {
        return engine.undoing(report);
    }

    final PlanEngine engine() {
        return engine;
    }

    final Subject subject(Image image) {
        return new Subject(session, image.region(), image.imageId());
    }

    final Subject subject(ImageId imageId) {
        return new Subject(session, session.region(), imageId);
    }
}
