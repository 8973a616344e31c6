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
import java.util.Optional;
import java.util.Set;

/**
 * Those with whom an image is to be shared. Each step makes a new value; nothing happens before {@link #plan()} or {@link
 * #apply()}.
 */
public final class Sharing {

    private final Subject subject;
    private final PlanEngine engine;
    private final Recipients recipients;

    private Sharing(Subject subject, PlanEngine engine, Recipients recipients) {
        this.subject = subject;
        this.engine = engine;
        this.recipients = recipients;
    }

    static Sharing of(Subject subject, PlanEngine engine) {
        return new Sharing(subject, engine, Recipients.NOBODY);
    }

    /**
     * Shares it with accounts.
     *
     * @param accounts the accounts
     * @return the next step
     */
    public Sharing with(AccountId... accounts) {
        return and(Recipients.of(accounts));
    }

    /**
     * Shares it with all accounts of an organization, those that join later as well.
     *
     * @param organization the organization; the account need not belong to it
     * @return the next step
     */
    public Sharing withOrganization(OrganizationArn organization) {
        return and(Set.of(LaunchPermission.of(organization)));
    }

    /**
     * Shares it with all accounts of an organizational unit and of the units below it, those that join later as well.
     *
     * @param unit the unit
     * @return the next step
     */
    public Sharing withOrganizationalUnit(OrganizationalUnitArn unit) {
        return and(Set.of(LaunchPermission.of(unit)));
    }

    /**
     * Lets the accounts copy the snapshots, too, which copying the image needs and launching does not. EC2 cannot share
     * snapshots with organizations.
     *
     * @return the next step
     */
    public Sharing includingSnapshots() {
        return new Sharing(subject, engine, recipients.withSnapshots());
    }

    /**
     * Looks and says what would be done; nothing is changed.
     *
     * @return the plan, empty if all of them may already
     * @throws IllegalStateException if nobody was named
     * @throws IllegalArgumentException if snapshots were to be shared with an organization or unit
     * @throws dev.amis.error.ConflictException if the image is not available
     */
    public Plan plan() {
        return change().plan();
    }

    /**
     * Shares the image. Snapshots come first, so that whoever sees the image can copy it at once.
     *
     * <p><b>Calls</b> {@code DescribeImages}, {@code DescribeImageAttribute}, {@code ModifyImageAttribute}; with snapshots
     * {@code DescribeSnapshotAttribute} and {@code ModifySnapshotAttribute} for each.
     *
     * <p><b>Changes</b> who may launch the image, and copy its snapshots. Encrypted ones also need access to their key,
     * which is not given here; what is encrypted with the key that AWS manages cannot be shared at all.
     *
     * <p><b>Undo</b> takes the permissions away from those who did not have them before; instances and copies that they
     * made stay theirs.
     *
     * @return what happened
     * @throws IllegalStateException if nobody was named
     * @throws IllegalArgumentException if snapshots were to be shared with an organization or unit
     * @throws dev.amis.error.ConflictException if the image is not available
     */
    public ChangeReport apply() {
        return change().apply();
    }

    private Sharing and(Set<LaunchPermission> more) {
        return new Sharing(subject, engine, recipients.and(more));
    }

    private Change change() {
        recipients.check();
        return engine.change("share " + subject.imageId(), this::plan);
    }

    private void plan(Plan.Builder plan) {
        Image image = subject.read("ModifyImageAttribute", ImageOperation.SHARE);
        Set<LaunchPermission> wanted = new LinkedHashSet<>(recipients.permissions());
        if (wanted.remove(LaunchPermission.of(image.ownerId()))) {
            plan.addNote(image.ownerId() + " owns the image, so there is nothing to share");
        }
        PermissionSteps steps = new PermissionSteps(subject, plan);
        if (recipients.includingSnapshots()) {
            steps.addToSnapshots(image.snapshotIds(), new Recipients(wanted, true).ofSnapshots());
        }
        wanted.removeAll(steps.launchPermissions());
        steps.changeImage(wanted, Set.of());
        if (!wanted.isEmpty() && isEncrypted(image)) {
            plan.addNote("the image is encrypted: those it is shared with also need the use of its KMS key");
        }
    }

    private static boolean isEncrypted(Image image) {
        return image.blockDeviceMappings().stream()
                .flatMap(mapping -> mapping.ebsVolume().stream())
                .anyMatch(volume -> volume.encrypted().equals(Optional.of(true)));
    }
}
