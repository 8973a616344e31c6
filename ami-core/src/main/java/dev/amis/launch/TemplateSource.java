package dev.amis.launch;

import dev.amis.internal.Session;
import dev.amis.internal.TemplateLook;
import dev.amis.model.InstanceId;
import dev.amis.model.LaunchTemplateData;
import dev.amis.plan.PlanEngine;

/** The beginning of making a launch template: the next step says of what. */
public final class TemplateSource {

    private final Session session;
    private final PlanEngine engine;
    private final String name;

    TemplateSource(Session session, PlanEngine engine, String name) {
        this.session = session;
        this.engine = engine;
        this.name = name;
    }

    /**
     * Takes over what an instance was launched with and is now, by {@code GetLaunchTemplateData} when it is planned.
     *
     * @param instanceId an instance in the Region that is meant
     * @return the request
     */
    public TemplateCreation fromInstance(InstanceId instanceId) {
        return new TemplateCreation(
                session,
                engine,
                name,
                () -> TemplateLook.port(session.here()).getLaunchTemplateData(instanceId),
                "from " + instanceId);
    }

    /**
     * Takes what the first version is to say.
     *
     * @param data at least one parameter
     * @return the request
     * @throws IllegalArgumentException if it says nothing
     */
    public TemplateCreation with(LaunchTemplateData data) {
        if (data.isEmpty()) {
            throw new IllegalArgumentException("data is empty, but must name at least one parameter");
        }
        return new TemplateCreation(
                session, engine, name, () -> data, data.imageReference().orElse("from data"));
    }
}
