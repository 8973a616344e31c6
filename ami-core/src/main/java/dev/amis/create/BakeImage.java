package dev.amis.create;

import dev.amis.internal.Session;
import dev.amis.model.ImageName;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.plan.PlanEngine;

/** The beginning of a bake: what from. */
public final class BakeImage {

    private final Session session;
    private final PlanEngine engine;
    private final ImageName name;

    /**
     * Begins a bake; {@code Amis.bake} does it.
     *
     * @param session the account
     * @param engine makes the changes of pointers
     * @param name the name of the image to be
     */
    @SuppressWarnings("exports")
    public BakeImage(Session session, PlanEngine engine, ImageName name) {
        this.session = session;
        this.engine = engine;
        this.name = name;
    }

    /**
     * Bakes from an instance of the Region that is meant.
     *
     * @param instance the instance, running or stopped, with an EBS root volume
     * @return the bake, to be completed
     */
    public Bake fromInstance(InstanceId instance) {
        return Bake.of(session, engine, name, instance);
    }

    /**
     * Bakes from an instance, in that instance's Region.
     *
     * @param instance the instance, running or stopped, with an EBS root volume
     * @return the bake, to be completed
     */
    public Bake fromInstance(Instance instance) {
        return Bake.of(session.at(instance.region()), engine, name, instance.instanceId());
    }
}
