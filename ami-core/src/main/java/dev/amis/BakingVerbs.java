package dev.amis;

import dev.amis.create.BakeImage;
import dev.amis.create.ReplaceImage;
import dev.amis.create.UnfinishedBakes;
import dev.amis.internal.Session;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.InstanceId;
import dev.amis.naming.OpenName;
import dev.amis.plan.PlanEngine;
import dev.amis.usage.ReferenceSources;
import dev.amis.verify.DiagnoseImage;
import dev.amis.verify.DiagnoseInstance;
import dev.amis.verify.VerificationSweep;
import dev.amis.verify.VerifyImage;

/** The part of the façade that proves images. */
abstract sealed class BakingVerbs extends SharingVerbs permits RetirementVerbs {

    private final Session session;
    private final ReferenceSources sources;

    BakingVerbs(Session session, ReferenceSources sources) {
        super(session, sources);
        this.session = session;
        this.sources = sources;
    }

    /**
     * Begins a bake, which goes all the way from an instance to an image that has been tested.
     *
     * @param name the name of the image to be
     * @return the beginning of the bake
     * @throws IllegalArgumentException if EC2 would refuse the name
     */
    public BakeImage bake(String name) {
        return bake(ImageName.of(name));
    }

    /**
     * Begins a bake, which goes all the way from an instance to an image that has been tested.
     *
     * @param name the name of the image to be
     * @return the beginning of the bake
     */
    public BakeImage bake(ImageName name) {
        return new BakeImage(session, new PlanEngine(session, sources), name);
    }

    /**
     * Begins a bake whose image's name follows a scheme; a date that is still open becomes today's, in UTC. To repeat the
     * bake after a crash on another day, close the name first and keep it.
     *
     * @param name the name of the image to be
     * @return the beginning of the bake
     * @throws IllegalArgumentException if a part of the name is still open, or EC2 would refuse the name
     */
    public BakeImage bake(OpenName name) {
        return bake(name.closeAt(session.clock()).name());
    }

    /**
     * Looks for what bakes left in the middle, in the Region that is meant: instances that were stopped, images that are half
     * made.
     *
     * @return the question, to be completed
     */
    public UnfinishedBakes unfinishedBakes() {
        return new UnfinishedBakes(session, new PlanEngine(session, sources));
    }

    /**
     * Starts a test of an image on instances that are launched for it and ended after it.
     *
     * @param image the image, in its own Region
     * @return the test, to be completed
     */
    public VerifyImage verify(Image image) {
        return new VerifyImage(session.at(image.region()), image.imageId());
    }

    /**
     * As {@link #verify(Image)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @return the test, to be completed
     */
    public VerifyImage verify(ImageId imageId) {
        return new VerifyImage(session, imageId);
    }

    /**
     * Begins putting another image in the place of the one that is current under a name of one's own.
     *
     * @param name what the place is called, the value of the tag {@code amis:current}: not the name of an image
     * @return the beginning of the replacement
     * @throws IllegalArgumentException if the name is blank or longer than a tag can be
     */
    public ReplaceImage replace(String name) {
        return new ReplaceImage(session, name);
    }

    /**
     * Looks for test instances that verifications left behind, in the Region that is meant.
     *
     * @return the sweep, to be completed
     */
    public VerificationSweep sweepVerifications() {
        return new VerificationSweep(session);
    }

    /**
     * Starts the question what would keep an image from being launched.
     *
     * @param image the image, in its own Region
     * @return the question, to be completed
     */
    public DiagnoseImage diagnose(Image image) {
        return new DiagnoseImage(session.at(image.region()), image.imageId());
    }

    /**
     * As {@link #diagnose(Image)}, by id in the Region that is meant.
     *
     * @param imageId the image
     * @return the question, to be completed
     */
    public DiagnoseImage diagnose(ImageId imageId) {
        return new DiagnoseImage(session, imageId);
    }

    /**
     * Starts the question why an instance did not come up, in the Region that is meant.
     *
     * @param instanceId the instance, which may be terminated as long as EC2 shows it
     * @return the question
     */
    public DiagnoseInstance diagnose(InstanceId instanceId) {
        return new DiagnoseInstance(session, instanceId);
    }
}
