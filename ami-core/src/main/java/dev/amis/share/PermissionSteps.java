package dev.amis.share;

import dev.amis.internal.Chunks;
import dev.amis.internal.Subject;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.SnapshotId;
import dev.amis.plan.Action;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Adds to a plan what is left to be done about permissions. */
final class PermissionSteps {

    /** As many changes as EC2 takes in one {@code ModifySnapshotAttribute}. */
    private static final int MOST_CHANGES = 500;

    private final Subject subject;
    private final Plan.Builder plan;

    PermissionSteps(Subject subject, Plan.Builder plan) {
        this.subject = subject;
        this.plan = plan;
    }

    Set<LaunchPermission> launchPermissions() {
        return subject.ec2().imageAttributes().describeLaunchPermissions(subject.imageId());
    }

    void changeImage(Set<LaunchPermission> add, Set<LaunchPermission> remove) {
        if (!add.isEmpty() || !remove.isEmpty()) {
            Facts available = Facts.builder().state(ImageState.AVAILABLE).build();
            add(new Action.ChangeLaunchPermissions(subject.region(), subject.imageId(), add, remove), available);
        }
    }

    void addToSnapshots(List<SnapshotId> snapshots, Set<CreateVolumePermission> wanted) {
        for (SnapshotId snapshot : snapshots) {
            Set<CreateVolumePermission> missing = new LinkedHashSet<>(wanted);
            missing.removeAll(permissions(snapshot, wanted));
            for (List<CreateVolumePermission> some : Chunks.of(new ArrayList<>(missing), MOST_CHANGES)) {
                changeSnapshot(snapshot, new LinkedHashSet<>(some), Set.of());
            }
        }
    }

    void removeFromSnapshots(List<SnapshotId> snapshots, Set<CreateVolumePermission> unwanted) {
        for (SnapshotId snapshot : snapshots) {
            Set<CreateVolumePermission> present = new LinkedHashSet<>(unwanted);
            present.retainAll(permissions(snapshot, unwanted));
            for (List<CreateVolumePermission> some : Chunks.of(new ArrayList<>(present), MOST_CHANGES)) {
                changeSnapshot(snapshot, Set.of(), new LinkedHashSet<>(some));
            }
        }
    }

    private Set<CreateVolumePermission> permissions(SnapshotId snapshot, Set<CreateVolumePermission> named) {
        return named.isEmpty() ? Set.of() : subject.ec2().snapshots().describeCreateVolumePermissions(snapshot);
    }

    private void changeSnapshot(
            SnapshotId snapshot, Set<CreateVolumePermission> add, Set<CreateVolumePermission> remove) {
        add(new Action.ChangeSnapshotPermissions(subject.region(), snapshot, add, remove), Facts.none());
    }

    private void add(Action action, Facts facts) {
        plan.addAction(
                PlannedAction.of(action, "asked for", facts, subject.session().now()));
    }
}
