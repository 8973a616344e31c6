package dev.amis;

import dev.amis.internal.Session;
import dev.amis.internal.Subject;
import dev.amis.lifecycle.Deprecation;
import dev.amis.lifecycle.Lifecycle;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.plan.Applying;
import dev.amis.plan.Change;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanEngine;
import dev.amis.usage.ReferenceSources;

/** The part of the façade that changes single images, and applies and undoes plans. */
abstract sealed class ImageChanges permits Amis {

    private final Session session;
    private final PlanEngine engine;

    ImageChanges(Session session, ReferenceSources sources) {
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

    /**
     * Starts setting the date from which an image is deprecated: hidden from the listings of other accounts, yet launchable.
     *
     * @param image the image, in its own Region
     * @return the next step, which takes the date
     */
    public Deprecation deprecate(Image image) {
        return life(image).deprecate();
    }

    /**
     * As {@link #deprecate(Image)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @return the next step, which takes the date
     */
    public Deprecation deprecate(ImageId imageId) {
        return life(imageId).deprecate();
    }

    /**
     * Clears the deprecation date of an image.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code DisableImageDeprecation}.
     *
     * <p><b>Changes</b> the deprecation date: there is none any more.
     *
     * <p><b>Undo</b> sets the date again, unless it has passed by then.
     *
     * @param image the image, in its own Region
     * @return the change; it plans nothing if there is no date, and refuses a public image, which must have one
     */
    public Change undeprecate(Image image) {
        return life(image).undeprecate();
    }

    /**
     * As {@link #undeprecate(Image)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @return the change
     */
    public Change undeprecate(ImageId imageId) {
        return life(imageId).undeprecate();
    }

    /**
     * Takes an image out of use: nobody can launch it until it is enabled again. Instances that run are not affected.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code DescribeImageAttribute}, {@code DisableImage}.
     *
     * <p><b>Changes</b> the state to {@code disabled}. EC2 drops all launch permissions; they are read right before and
     * kept in the report.
     *
     * <p><b>Undo</b> enables it and puts the launch permissions back.
     *
     * @param image the image, in its own Region
     * @return the change; it plans nothing if the image is disabled
     */
    public Change disable(Image image) {
        return life(image).disable();
    }

    /**
     * As {@link #disable(Image)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @return the change
     */
    public Change disable(ImageId imageId) {
        return life(imageId).disable();
    }

    /**
     * Takes a disabled image back into use. Launch permissions do not come back; undoing the report of the disabling
     * brings both.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code EnableImage}.
     *
     * <p><b>Changes</b> the state to {@code available}.
     *
     * <p><b>Undo</b> disables it again, if nothing has come to use it.
     *
     * @param image the image, in its own Region
     * @return the change; it plans nothing if the image is available
     */
    public Change enable(Image image) {
        return life(image).enable();
    }

    /**
     * As {@link #enable(Image)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @return the change
     */
    public Change enable(ImageId imageId) {
        return life(imageId).enable();
    }

    private Lifecycle life(Image image) {
        return new Lifecycle(new Subject(session, image.region(), image.imageId()), engine);
    }

    private Lifecycle life(ImageId imageId) {
        return new Lifecycle(new Subject(session, session.region(), imageId), engine);
    }
}
