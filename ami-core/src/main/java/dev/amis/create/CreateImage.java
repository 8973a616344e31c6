package dev.amis.create;

import dev.amis.internal.Session;
import dev.amis.model.ImageName;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.spi.CreateImageRequest;

/** The beginning of making an image: what from. */
public final class CreateImage {

    private final Session session;
    private final ImageName name;

    /**
     * Begins making an image; {@code Amis.create} does it.
     *
     * @param session the account
     * @param name the name of the image to be
     */
    @SuppressWarnings("exports")
    public CreateImage(Session session, ImageName name) {
        this.session = session;
        this.name = name;
    }

    /**
     * Makes it from an instance of the Region that is meant.
     *
     * @param instance the instance, running or stopped, with an EBS root volume
     * @return the request, to be completed
     */
    public ImageCreation fromInstance(InstanceId instance) {
        return new ImageCreation(
                session,
                CreateImageRequest.builder().instanceId(instance).name(name).build());
    }

    /**
     * Makes it from an instance, in that instance's Region.
     *
     * @param instance the instance, running or stopped, with an EBS root volume
     * @return the request, to be completed
     */
    public ImageCreation fromInstance(Instance instance) {
        return new CreateImage(session.at(instance.region()), name).fromInstance(instance.instanceId());
    }
}
