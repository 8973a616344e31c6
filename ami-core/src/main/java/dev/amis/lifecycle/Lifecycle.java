package dev.amis.lifecycle;

import dev.amis.internal.Subject;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.DeregistrationProtection.Mode;
import dev.amis.model.Image;
import dev.amis.model.ImageOperation;
import dev.amis.model.ImageState;
import dev.amis.model.ImdsSupport;
import dev.amis.plan.Action;
import dev.amis.plan.Change;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanEngine;
import dev.amis.plan.PlannedAction;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

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

    /**
     * Starts protecting the image.
     *
     * @return the next step
     */
    public Protection protect() {
        return new Protection(subject, engine);
    }

    /**
     * Lifts the protection.
     *
     * @return the change
     */
    public Change unprotect() {
        return engine.change(title("lift the protection of"), this::planUnprotect);
    }

    /**
     * Starts deregistering the image.
     *
     * @return the next step
     */
    public Deregistration deregister() {
        return Deregistration.of(subject, engine);
    }

    /**
     * Starts setting tags.
     *
     * @return the next step
     */
    public Tagging tag() {
        return Tagging.of(subject, engine);
    }

    /**
     * Starts removing tags.
     *
     * @param keys their keys
     * @return the next step
     */
    public Untagging untag(Collection<String> keys) {
        return Untagging.of(subject, engine, keys);
    }

    /**
     * Changes the description.
     *
     * @param description the new text
     * @return the change
     */
    public Change changeDescription(String description) {
        Action.SetDescription action = new Action.SetDescription(subject.region(), subject.imageId(), description);
        return engine.change(title("change the description of"), plan -> planDescription(plan, action));
    }

    /**
     * Requires IMDSv2.
     *
     * @return the change
     */
    public Change requireImdsV2() {
        return engine.change(title("require IMDSv2 of"), this::planImdsV2);
    }

    private void planUnprotect(Plan.Builder plan) {
        Image image = subject.read("DisableImageDeregistrationProtection", ImageOperation.PROTECT);
        DeregistrationProtection protection = image.deregistrationProtection();
        if (protection.mode() == Mode.DISABLED) {
            return;
        }
        if (protection.mode() == Mode.COOLING_DOWN) {
            protection
                    .coolingDownUntil()
                    .ifPresent(end -> plan.addNote(
                            "the protection of " + subject.imageId() + " was lifted already and lasts until " + end));
            return;
        }
        if (protection.mode() == Mode.ENABLED_WITH_COOLDOWN) {
            plan.addNote("with cool-down the protection lasts 24 hours more");
        }
        Facts facts = Facts.builder().protection(protection).build();
        add(plan, new Action.Unprotect(subject.region(), subject.imageId()), facts);
    }

    private void planDescription(Plan.Builder plan, Action.SetDescription action) {
        Image image = subject.read("ModifyImageAttribute", ImageOperation.MODIFY);
        String before = image.description().orElse("");
        if (!before.equals(action.description())) {
            add(plan, action, Facts.builder().description(before).build());
        }
    }

    private void planImdsV2(Plan.Builder plan) {
        Image image = subject.read("ModifyImageAttribute", ImageOperation.MODIFY);
        if (!image.imdsSupport().equals(Optional.of(ImdsSupport.V2_0))) {
            add(plan, new Action.RequireImdsV2(subject.region(), subject.imageId()), Facts.none());
        }
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
