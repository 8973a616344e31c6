package dev.amis.share;

import dev.amis.internal.Subject;
import dev.amis.model.ImageOperation;
import dev.amis.model.LaunchPermission;
import dev.amis.plan.Plan;
import java.util.LinkedHashSet;
import java.util.Set;

/** Plans making an image public no longer. */
final class Privacy {

    private final Subject subject;

    Privacy(Subject subject) {
        this.subject = subject;
    }

    void plan(Plan.Builder plan) {
        subject.read("ModifyImageAttribute", ImageOperation.SHARE);
        PermissionSteps steps = new PermissionSteps(subject, plan);
        Set<LaunchPermission> others = new LinkedHashSet<>(steps.launchPermissions());
        if (others.remove(LaunchPermission.EVERYONE)) {
            steps.changeImage(Set.of(), Set.of(LaunchPermission.EVERYONE));
            plan.addNote("what others launched or copied stays theirs");
        }
        if (!others.isEmpty()) {
            plan.addNote("it stays shared with " + others);
        }
    }
}
