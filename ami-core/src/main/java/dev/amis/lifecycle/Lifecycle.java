package dev.amis.lifecycle;

import dev.amis.internal.Subject;
import dev.amis.model.Image;
import dev.amis.model.ImageOperation;
import dev.amis.model.ImageState;
import dev.amis.plan.Action;
import dev.amis.plan.Change;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanEngine;
import dev.amis.plan.PlannedAction;
import java.time.Instant;

/** The changes of one image's life. The façade starts each of them; what they do is said there. */
public final class Lifecycle {

    private final Subject subject;
    private final PlanEngine engine;

    /**
     * Makes no call.
     *
     * @param subject the image
     * @param engine applies what was planned
     */
    @SuppressWarnings("exports")
    public Lifecycle(Subject subject, PlanEngine engine) {
        this.subject = subject;
        this.engine = engine;
    }

    /**
     * Starts setting the deprecation date.
     *
     * @return the next step
     */
    public Deprecation deprecate() {
        return new Deprecation(subject, engine);
    }

    /**
     * Cancels the deprecation.
     *
     * @return the change
     */
    public Change undeprecate() {
        return engine.change(title("cancel the deprecation of"), this::planUndeprecate);
    }

    /**
     * Disables the image.
     *
     * @return the change
     */
    public Change disable() {
        return engine.change(title("disable"), this::planDisable);
    }

    /**
     * Enables the image.
     *
     * @return the change
     */
    public Change enable() {
        return engine.change(title("enable"), this::planEnable);
    }

    private void planUndeprecate(Plan.Builder plan) {
        Image image = subject.read("DisableImageDeprecation", ImageOperation.DEPRECATE);
        image.deprecationTime().ifPresent(date -> {
            if (image.isPublic()) {
                throw Refusals.publicImagesStayDeprecated(subject);
            }
            Facts facts =
                    Facts.builder().state(image.state()).deprecationTime(date).build();
            add(plan, new Action.CancelDeprecation(subject.region(), subject.imageId()), facts);
        });
    }

    private void planDisable(Plan.Builder plan) {
        Image image = subject.read("DisableImage");
        if (image.state() == ImageState.DISABLED) {
            return;
        }
        subject.require(image, "DisableImage", ImageOperation.DISABLE);
        Facts facts = Facts.builder()
                .state(image.state())
                .launchPermissions(subject.ec2().imageAttributes().describeLaunchPermissions(subject.imageId()))
                .build();
        add(plan, new Action.Disable(subject.region(), subject.imageId()), facts);
    }

    private void planEnable(Plan.Builder plan) {
        Image image = subject.read("EnableImage");
        if (image.state() == ImageState.AVAILABLE) {
            return;
        }
        subject.require(image, "EnableImage", ImageOperation.ENABLE);
        Facts facts = Facts.builder().state(image.state()).build();
        add(plan, new Action.Enable(subject.region(), subject.imageId()), facts);
    }

    private void add(Plan.Builder plan, Action action, Facts facts) {
        Instant now = subject.session().now();
        plan.addAction(PlannedAction.of(action, "asked for", facts, now));
    }

    private String title(String verb) {
        return verb + " " + subject.imageId();
    }
}
