package dev.amis;

import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.rollout.Rollout;
import dev.amis.rollout.RolloutApplying;
import dev.amis.rollout.RolloutEngine;
import dev.amis.rollout.RolloutJournal;
import dev.amis.rollout.RolloutPlan;
import dev.amis.rollout.RolloutReport;
import dev.amis.usage.ReferenceSources;
import java.util.List;
import java.util.stream.Stream;

/** The part of the façade that rolls images out and back. */
abstract sealed class RolloutVerbs extends RetirementVerbs permits Amis {

    private final Session session;

    RolloutVerbs(Session session, ReferenceSources sources) {
        super(session, sources);
        this.session = session;
    }

    /**
     * Begins rolling an image out to launch templates and Auto Scaling groups.
     *
     * @param image the image
     * @param more the same in other Regions, one for each
     * @return the next step, which says where to
     * @throws IllegalArgumentException if two images are of one Region
     */
    public Rollout rollout(Image image, Image... more) {
        return Rollout.of(
                session, Stream.concat(Stream.of(image), Stream.of(more)).toList());
    }

    /**
     * Begins rolling images out to launch templates and Auto Scaling groups.
     *
     * @param images the image in each Region
     * @return the next step, which says where to
     * @throws IllegalArgumentException if two images are of one Region
     */
    public Rollout rollout(List<Image> images) {
        return Rollout.of(session, images);
    }

    /**
     * Applies a roll-out, and blocks until all waves are through or it stopped by itself.
     *
     * <p><b>Calls</b> what {@link RolloutApplying#apply()} calls.
     *
     * <p><b>Changes</b> what the groups and templates launch from, the instances of the groups, and what the parameters say.
     *
     * <p><b>Undo</b> {@link #rollback(RolloutReport)}.
     *
     * @param plan the plan
     * @return what became of it
     * @throws dev.amis.error.StalePlanException before any change if something is not as the plan recorded it, or it is
     *     about another account
     */
    public RolloutReport apply(RolloutPlan plan) {
        return applying(plan).apply();
    }

    /**
     * Starts applying a roll-out with a listener or a journal.
     *
     * @param plan the plan
     * @return the next step
     */
    public RolloutApplying applying(RolloutPlan plan) {
        return RolloutApplying.of(session, plan);
    }

    /**
     * Goes on with a roll-out that a process left in the middle.
     *
     * <p><b>Calls</b> and <b>Changes</b> as {@link #apply(RolloutPlan)}, as far as it is missing.
     *
     * <p><b>Undo</b> {@link #rollback(RolloutReport)}.
     *
     * @param journal the journal of that process
     * @return what became of it
     * @throws IllegalArgumentException if the journal holds no roll-out
     * @throws dev.amis.error.StalePlanException if it is about another account, or no version was made yet and something is
     *     not as the plan recorded it
     */
    public RolloutReport resume(RolloutJournal journal) {
        return new RolloutEngine(session).resume(journal);
    }

    /**
     * Takes a roll-out back to exactly what its plan recorded, however far it came. What somebody else has changed meanwhile
     * is left alone, and said. What fails for one group does not keep the others from going back; it can be called again if
     * it does not come to its end.
     *
     * <p><b>Calls</b> {@code ssm:PutParameter}, {@code autoscaling:CancelInstanceRefresh}, {@code
     * autoscaling:UpdateAutoScalingGroup}, {@code autoscaling:StartInstanceRefresh}, {@code ModifyLaunchTemplate}, {@code
     * DeleteLaunchTemplateVersions}, {@code CreateTags}, {@code DeleteTags}; before a version is deleted {@code
     * autoscaling:DescribeAutoScalingGroups}, {@code autoscaling:DescribeInstanceRefreshes}, {@code DescribeFleets}, {@code
     * DescribeSpotFleetRequests} and {@code DescribeInstances}: without these it stays, and the way back does not come to
     * its end.
     *
     * <p><b>Changes</b> the parameters, the groups, their instances and the templates back; the versions that were made are
     * deleted, unless something else launches from them or was made on top of them.
     *
     * <p><b>Undo</b> a new roll-out.
     *
     * @param report the report, also one that was read from a document
     * @return what became of it
     * @throws dev.amis.error.StalePlanException if it is about another account
     * @throws dev.amis.error.WaitInterruptedException if the waiting thread is interrupted; what was begun goes on
     */
    public RolloutReport rollback(RolloutReport report) {
        return new RolloutEngine(session).rollback(report.plan());
    }

    /**
     * Takes a roll-out back whose process died.
     *
     * <p><b>Calls</b>, <b>Changes</b> and <b>Undo</b> as {@link #rollback(RolloutReport)}.
     *
     * @param journal the journal of that process
     * @return what became of it
     * @throws IllegalArgumentException if the journal holds no roll-out
     * @throws dev.amis.error.StalePlanException if it is about another account
     */
    public RolloutReport rollback(RolloutJournal journal) {
        return new RolloutEngine(session).rollback(RolloutEngine.begun(journal));
    }

    /**
     * Ends a roll-out for good: the old image and the new one are protected from being retired no longer by it.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code DeleteTags}.
     *
     * <p><b>Changes</b> the tags of the images.
     *
     * <p><b>Undo</b> nothing; {@link #rollback(RolloutReport)} works on as long as the old image is there.
     *
     * @param report the report of a roll-out that is complete
     * @throws IllegalArgumentException if it is not complete
     * @throws dev.amis.error.ConflictException if it is being taken back
     * @throws dev.amis.error.StalePlanException if it is about another account
     */
    public void confirm(RolloutReport report) {
        new RolloutEngine(session).confirm(report);
    }

    /**
     * Gives a roll-out up as it is, for example since somebody else has taken over some of its groups for good: its images
     * are protected no longer by it.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code DeleteTags}.
     *
     * <p><b>Changes</b> the tags of the images, and nothing else: groups, templates and parameters stay as they are.
     *
     * <p><b>Undo</b> nothing.
     *
     * @param report any report of it
     * @throws dev.amis.error.StalePlanException if it is about another account
     */
    public void abandon(RolloutReport report) {
        new RolloutEngine(session).abandon(report);
    }
}
