package dev.amis.share;

import dev.amis.internal.Subject;
import dev.amis.plan.Change;
import dev.amis.plan.PlanEngine;

/** The changes of who may launch one image. The façade starts each of them; what they do is said there. */
public final class Audience {

    private final Subject subject;
    private final PlanEngine engine;

    /**
     * Makes no call.
     *
     * @param subject the image
     * @param engine applies what was planned
     */
    @SuppressWarnings("exports")
    public Audience(Subject subject, PlanEngine engine) {
        this.subject = subject;
        this.engine = engine;
    }

    /**
     * Starts sharing the image.
     *
     * @return the next step
     */
    public Sharing share() {
        return Sharing.of(subject, engine);
    }

    /**
     * Starts unsharing the image.
     *
     * @return the next step
     */
    public Unsharing unshare() {
        return Unsharing.of(subject, engine);
    }

    /**
     * Makes the image public.
     *
     * @return the change
     */
    public Change makePublic() {
        return engine.change("make " + subject.imageId() + " public", new Publication(subject)::plan);
    }

    /**
     * Makes the image private.
     *
     * @return the change
     */
    public Change makePrivate() {
        return engine.change("make " + subject.imageId() + " private", new Privacy(subject)::plan);
    }
}
