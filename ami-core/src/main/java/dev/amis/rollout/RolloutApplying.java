package dev.amis.rollout;

import dev.amis.error.Failure;
import dev.amis.error.StalePlanException;
import dev.amis.internal.Session;
import dev.amis.time.Progress;
import java.util.Optional;
import java.util.function.Consumer;

/** Applying a roll-out with a listener or a journal. Immutable; each step makes a new one. */
public final class RolloutApplying {

    private final Session session;
    private final RolloutPlan plan;
    private final Optional<RolloutJournal> journal;
    private final Consumer<Progress> listener;

    RolloutApplying(Session session, RolloutPlan plan) {
        this(session, plan, Optional.empty(), progress -> {});
    }

    private RolloutApplying(
            Session session, RolloutPlan plan, Optional<RolloutJournal> journal, Consumer<Progress> listener) {
        this.session = session;
        this.plan = plan;
        this.journal = journal;
        this.listener = listener;
    }

    /**
     * Begins; for the façade.
     *
     * @param session the account
     * @param plan the plan
     * @return the beginning
     */
    @SuppressWarnings("exports") // users begin at Amis
    public static RolloutApplying of(Session session, RolloutPlan plan) {
        return new RolloutApplying(session, plan);
    }

    /**
     * Writes the plan down before the first change, so that another process can finish it or take it back.
     *
     * @param to the journal
     * @return the new step
     */
    public RolloutApplying journal(RolloutJournal to) {
        return new RolloutApplying(session, plan, Optional.of(to), listener);
    }

    /**
     * Tells of each look at a group that is being refreshed.
     *
     * @param to is told in the thread that applies; what it throws is logged, and changes nothing
     * @return the new step
     */
    public RolloutApplying onProgress(Consumer<Progress> to) {
        return new RolloutApplying(session, plan, journal, listener.andThen(to));
    }

    /**
     * Applies the plan, and blocks until all waves are through or it stopped by itself: at the first refresh that fails, for
     * bad health or an alarm, at the first call that fails, or when time is up.
     *
     * <p><b>Calls</b> {@code CreateTags}, {@code CreateLaunchTemplateVersion}, {@code autoscaling:UpdateAutoScalingGroup},
     * {@code autoscaling:StartInstanceRefresh}, {@code autoscaling:DescribeInstanceRefreshes}, {@code ModifyLaunchTemplate}, {@code ssm:PutParameter};
     * where it stops, {@code autoscaling:CancelInstanceRefresh}.
     *
     * <p><b>Changes</b> what the groups and templates launch from, the instances of the groups, and what the parameters say.
     *
     * <p><b>Undo</b> {@code amis.rollback(report)}.
     *
     * @return what became of it; also where the waiting thread is interrupted, and then the refreshes go on
     * @throws StalePlanException before any change if something is not as the plan recorded it, or it is about another
     *     account
     * @throws IllegalStateException before any change if the journal is about another roll-out
     */
    public RolloutReport apply() {
        requireAccount();
        new RecordedState(session, plan).require();
        journal.ifPresent(one -> one.begin(plan));
        return new RolloutRun(session, plan, listener).go();
    }

    /** Goes on with a roll-out that was begun before. */
    RolloutReport resume() {
        requireAccount();
        RolloutRun run = new RolloutRun(session, plan, listener);
        if (!new PlannedGroups(session, plan).versions().hasAny()
                && !plan.templates().isEmpty()) {
            new RecordedState(session, plan).requireOrHeld();
        } else if (run.isComplete()) {
            return run.completed();
        }
        return run.go();
    }

    /** Takes it back, however far it came. */
    RolloutReport rollback() {
        requireAccount();
        return new RollbackRun(session, plan, listener).go();
    }

    private void requireAccount() {
        if (!session.account().equals(plan.account())) {
            throw new StalePlanException(
                    Failure.of("roll-out", "it is about account " + plan.account() + ", not " + session.account())
                            .build());
        }
    }
}
