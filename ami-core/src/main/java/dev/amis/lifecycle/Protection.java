package dev.amis.lifecycle;

import dev.amis.internal.Subject;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.Image;
import dev.amis.model.ImageOperation;
import dev.amis.plan.Action;
import dev.amis.plan.Change;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanEngine;
import dev.amis.plan.PlannedAction;

/** An image that is to be protected from being deregistered; whether with a cool-down is missing yet. */
public final class Protection {

    private final Subject subject;
    private final PlanEngine engine;

    Protection(Subject subject, PlanEngine engine) {
        this.subject = subject;
        this.engine = engine;
    }

    /**
     * Protects the image so that even after lifting the protection 24 hours pass before it can be deregistered.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code EnableImageDeregistrationProtection}.
     *
     * <p><b>Changes</b> the protection; no permission gets round it. Disabling, deprecating and sharing stay possible.
     *
     * <p><b>Undo</b> puts back the protection before; lifting it takes those 24 hours.
     *
     * @return the change; it plans nothing if the image is protected like this
     */
    public Change withCooldown() {
        return change(true);
    }

    /**
     * Protects the image so that it can be deregistered as soon as the protection is lifted.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code EnableImageDeregistrationProtection}.
     *
     * <p><b>Changes</b> the protection; no permission gets round it. Disabling, deprecating and sharing stay possible.
     *
     * <p><b>Undo</b> puts back the protection before.
     *
     * @return the change; it plans nothing if the image is protected like this
     */
    public Change withoutCooldown() {
        return change(false);
    }

    private Change change(boolean withCooldown) {
        String title = "protect " + subject.imageId() + (withCooldown ? " with cool-down" : "");
        return engine.change(title, plan -> plan(plan, withCooldown));
    }

    private void plan(Plan.Builder plan, boolean withCooldown) {
        Image image = subject.read("EnableImageDeregistrationProtection", ImageOperation.PROTECT);
        DeregistrationProtection wanted = withCooldown
                ? DeregistrationProtection.ENABLED_WITH_COOLDOWN
                : DeregistrationProtection.ENABLED_WITHOUT_COOLDOWN;
        if (image.deregistrationProtection().mode() == wanted.mode()) {
            return;
        }
        Facts facts =
                Facts.builder().protection(image.deregistrationProtection()).build();
        plan.addAction(PlannedAction.of(
                new Action.Protect(subject.region(), subject.imageId(), withCooldown),
                "asked for",
                facts,
                subject.session().now()));
    }
}
