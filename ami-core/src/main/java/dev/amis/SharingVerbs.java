package dev.amis;

import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.plan.Change;
import dev.amis.share.Audience;
import dev.amis.share.Sharing;
import dev.amis.share.Unsharing;
import dev.amis.usage.ReferenceSources;

/** The part of the façade that changes who may launch single images. */
abstract sealed class SharingVerbs extends LifecycleVerbs permits BakingVerbs {

    SharingVerbs(Session session, ReferenceSources sources) {
        super(session, sources);
    }

    /**
     * Starts sharing an image; the next steps say with whom.
     *
     * @param image the image, in its own Region
     * @return the next step
     */
    public Sharing share(Image image) {
        return audience(image).share();
    }

    /**
     * As {@link #share(Image)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @return the next step
     */
    public Sharing share(ImageId imageId) {
        return audience(imageId).share();
    }

    /**
     * Starts unsharing an image; the next steps say from whom it is taken.
     *
     * @param image the image, in its own Region
     * @return the next step
     */
    public Unsharing unshare(Image image) {
        return audience(image).unshare();
    }

    /**
     * As {@link #unshare(Image)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @return the next step
     */
    public Unsharing unshare(ImageId imageId) {
        return audience(imageId).unshare();
    }

    /**
     * Lets everybody in the world launch an image and read all data on it. The plan's notes say what that means.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code DescribeImageAttribute}, {@code GetImageBlockPublicAccessState}, {@code
     * ModifyImageAttribute}.
     *
     * <p><b>Changes</b> the launch permissions: everybody is added. EC2 sets a deprecation date 2 years after the image was
     * made.
     *
     * <p><b>Undo</b> takes everybody out again; what others launched or copied meanwhile stays theirs, and the date stays.
     *
     * @param image the image, in its own Region
     * @return the change; it plans nothing if the image is public, and refuses one that is encrypted, carries a product
     *     code, or is in a Region where the account blocks public access
     */
    public Change makePublic(Image image) {
        return audience(image).makePublic();
    }

    /**
     * As {@link #makePublic(Image)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @return the change
     */
    public Change makePublic(ImageId imageId) {
        return audience(imageId).makePublic();
    }

    /**
     * Makes an image public no longer; accounts and organizations that it is shared with by name keep it.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code DescribeImageAttribute}, {@code ModifyImageAttribute}.
     *
     * <p><b>Changes</b> the launch permissions: everybody is taken out.
     *
     * <p><b>Undo</b> makes it public again, unless that is blocked by then.
     *
     * @param image the image, in its own Region
     * @return the change; it plans nothing if the image is not public
     */
    public Change makePrivate(Image image) {
        return audience(image).makePrivate();
    }

    /**
     * As {@link #makePrivate(Image)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @return the change
     */
    public Change makePrivate(ImageId imageId) {
        return audience(imageId).makePrivate();
    }

    private Audience audience(Image image) {
        return new Audience(subject(image), engine());
    }

    private Audience audience(ImageId imageId) {
        return new Audience(subject(imageId), engine());
    }
}
