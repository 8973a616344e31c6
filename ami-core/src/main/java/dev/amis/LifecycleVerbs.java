package dev.amis;

import dev.amis.internal.Session;
import dev.amis.lifecycle.Deprecation;
import dev.amis.lifecycle.Deregistration;
import dev.amis.lifecycle.Lifecycle;
import dev.amis.lifecycle.Protection;
import dev.amis.lifecycle.Tagging;
import dev.amis.lifecycle.Untagging;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.plan.Change;
import dev.amis.usage.ReferenceSources;
import java.util.List;

/** The part of the façade that changes the life and the attributes of single images. */
abstract sealed class LifecycleVerbs extends PlanVerbs permits SharingVerbs {

    LifecycleVerbs(Session session, ReferenceSources sources) {
        super(session, sources);
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

    /**
     * Starts protecting an image from being deregistered; the next step says whether with a cool-down.
     *
     * @param image the image, in its own Region
     * @return the next step
     */
    public Protection protect(Image image) {
        return life(image).protect();
    }

    /**
     * As {@link #protect(Image)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @return the next step
     */
    public Protection protect(ImageId imageId) {
        return life(imageId).protect();
    }

    /**
     * Lifts the protection of an image; with a cool-down it lasts 24 hours more.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code DisableImageDeregistrationProtection}.
     *
     * <p><b>Changes</b> the protection, so that the image can be deregistered, at once or after the cool-down.
     *
     * <p><b>Undo</b> protects it again as before.
     *
     * @param image the image, in its own Region
     * @return the change; it plans nothing if the protection is lifted, and says so if it is cooling down
     */
    public Change unprotect(Image image) {
        return life(image).unprotect();
    }

    /**
     * As {@link #unprotect(Image)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @return the change
     */
    public Change unprotect(ImageId imageId) {
        return life(imageId).unprotect();
    }

    /**
     * Starts deregistering an image; unless the next steps say otherwise, its snapshots stay, and it is refused while
     * something refers to the image.
     *
     * @param image the image, in its own Region
     * @return the next step
     */
    public Deregistration deregister(Image image) {
        return life(image).deregister();
    }

    /**
     * As {@link #deregister(Image)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @return the next step
     */
    public Deregistration deregister(ImageId imageId) {
        return life(imageId).deregister();
    }

    /**
     * Starts setting tags of an image; the next steps say which.
     *
     * @param image the image, in its own Region
     * @return the next step
     */
    public Tagging tag(Image image) {
        return life(image).tag();
    }

    /**
     * As {@link #tag(Image)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @return the next step
     */
    public Tagging tag(ImageId imageId) {
        return life(imageId).tag();
    }

    /**
     * Starts removing tags of an image.
     *
     * @param image the image, in its own Region
     * @param keys the keys of the tags, at least one
     * @return the next step
     * @throws IllegalArgumentException if no key is named, or one is no key of a user's tag
     */
    public Untagging untag(Image image, String... keys) {
        return life(image).untag(List.of(keys));
    }

    /**
     * As {@link #untag(Image, String...)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @param keys the keys of the tags, at least one
     * @return the next step
     * @throws IllegalArgumentException if no key is named, or one is no key of a user's tag
     */
    public Untagging untag(ImageId imageId, String... keys) {
        return life(imageId).untag(List.of(keys));
    }

    /**
     * Changes the description of an image.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code ModifyImageAttribute}.
     *
     * <p><b>Changes</b> the description.
     *
     * <p><b>Undo</b> puts back the text before.
     *
     * @param image the image, in its own Region
     * @param description the new text, up to 255 characters
     * @return the change; it plans nothing if the image is described like this
     * @throws IllegalArgumentException if the text is longer
     */
    public Change changeDescription(Image image, String description) {
        return life(image).changeDescription(description);
    }

    /**
     * As {@link #changeDescription(Image, String)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @param description the new text, up to 255 characters
     * @return the change
     * @throws IllegalArgumentException if the text is longer
     */
    public Change changeDescription(ImageId imageId, String description) {
        return life(imageId).changeDescription(description);
    }

    /**
     * Makes instances of an image require IMDSv2 unless their launch says otherwise.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code ModifyImageAttribute}.
     *
     * <p><b>Changes</b> the IMDS support of the image to {@code v2.0}; instances that run are not affected.
     *
     * <p><b>Undo</b> is impossible: EC2 has no way back but registering a new image on the same snapshots.
     *
     * @param image the image, in its own Region
     * @return the change; it plans nothing if the image requires it already
     */
    public Change requireImdsV2(Image image) {
        return life(image).requireImdsV2();
    }

    /**
     * As {@link #requireImdsV2(Image)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @return the change
     */
    public Change requireImdsV2(ImageId imageId) {
        return life(imageId).requireImdsV2();
    }

    private Lifecycle life(Image image) {
        return new Lifecycle(subject(image), engine());
    }

    private Lifecycle life(ImageId imageId) {
        return new Lifecycle(subject(imageId), engine());
    }
}
