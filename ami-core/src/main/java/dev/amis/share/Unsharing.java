package dev.amis.share;

import dev.amis.internal.Subject;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.ImageOperation;
import dev.amis.model.LaunchPermission;
import dev.amis.model.OrganizationArn;
import dev.amis.model.OrganizationalUnitArn;
import dev.amis.plan.Change;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Plan;
import dev.amis.plan.PlanEngine;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Those with whom an image is to be shared no longer. Each step makes a new value; nothing happens before {@link #plan()}
 * or {@link #apply()}.
 */
public final class Unsharing {

    private final Subject subject;
    private final PlanEngine engine;
    private final Recipients recipients;

    private Unsharing(Subject subject, PlanEngine engine, Recipients recipients) {
        this.subject = subject;
        this.engine = engine;
        this.recipients = recipients;
    }

    static Unsharing of(Subject subject, PlanEngine engine) {
        return new Unsharing(subject, engine, Recipients.NOBODY);
    }

    /**
     * Takes it from accounts. Those that see it through an organization go on seeing it.
     *
     * @param accounts the accounts
     * @return the next step
     */
    public Unsharing from(AccountId... accounts) {
        return and(Recipients.of(accounts));
    }

    /**
     * Takes it from an organization. Accounts that it is shared with by number keep it.
     *
     * @param organization the organization
     * @return the next step
     */
    public Unsharing fromOrganization(OrganizationArn organization) {
        return and(Set.of(LaunchPermission.of(organization)));
    }

    /**
     * Takes it from an organizational unit. Accounts that it is shared with by number keep it.
     *
     * @param unit the unit
     * @return the next step
     */
    public Unsharing fromOrganizationalUnit(OrganizationalUnitArn unit) {
        return and(Set.of(LaunchPermission.of(unit)));
    }

    /**
     * Takes the snapshots from the accounts, too. EC2 never shares snapshots with organizations.
     *
     * @return the next step
     */
    public Unsharing includingSnapshots() {
        return new Unsharing(subject, engine, recipients.withSnapshots());
    }

    /**
     * Looks and says what would be done; nothing is changed.
     *
     * @return the plan, empty if it is shared with none of them
     * @throws IllegalStateException if nobody was named
     * @throws IllegalArgumentException if snapshots were to be taken from an organization or unit
     * @throws dev.amis.error.ConflictException if the image is not available
     */
    public Plan plan() {
        return change().plan();
    }

    /**
     * Takes the permissions away. The image comes first, so that nobody sees an image that cannot be copied any more.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code DescribeImageAttribute}, {@code ModifyImageAttribute}; with snapshots
     * {@code DescribeSnapshotAttribute} and {@code ModifySnapshotAttribute} for each.
     *
     * <p><b>Changes</b> who may launch the image, and copy its snapshots. Instances and copies that were made stay.
     *
     * <p><b>Undo</b> gives the permissions back to those who had them.
     *
     * @return what happened
     * @throws IllegalStateException if nobody was named
     * @throws IllegalArgumentException if snapshots were to be taken from an organization or unit
     * @throws dev.amis.error.ConflictException if the image is not available
     */
    public ChangeReport apply() {
        return change().apply();
    }

    private Unsharing and(Set<LaunchPermission> more) {
        return new Unsharing(subject, engine, recipients.and(more));
    }

    private Change change() {
        recipients.check();
        return engine.change("unshare " + subject.imageId(), this::plan);
    }

    private void plan(Plan.Builder plan) {
        Image image = subject.read("ModifyImageAttribute", ImageOperation.SHARE);
        PermissionSteps steps = new PermissionSteps(subject, plan);
        Set<LaunchPermission> present = new LinkedHashSet<>(recipients.permissions());
        present.retainAll(steps.launchPermissions());
        steps.changeImage(Set.of(), present);
        if (recipients.includingSnapshots()) {
            steps.removeFromSnapshots(image.snapshotIds(), recipients.ofSnapshots());
        }
    }
}
