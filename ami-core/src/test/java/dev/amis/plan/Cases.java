package dev.amis.plan;

import static dev.amis.plan.Worlds.FRIEND;
import static dev.amis.plan.Worlds.IMAGE;
import static dev.amis.plan.Worlds.NEXT_MONTH;
import static dev.amis.plan.Worlds.NEXT_YEAR;
import static dev.amis.plan.Worlds.REGION;
import static dev.amis.plan.Worlds.SNAPSHOT;
import static dev.amis.plan.Worlds.STRANGER;

import dev.amis.model.CreateVolumePermission;
import dev.amis.model.DeregistrationProtection;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Tags;
import dev.amis.spi.RecycleBinResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One action of every kind in a world in which it has something to do.
 *
 * @param action the action
 * @param call the call that makes it
 * @param prepared makes {@link Worlds#ofOneImage()} such a world
 * @param comesBack whether undoing brings the world back exactly
 */
record Cases(Action action, String call, Consumer<TinyEc2> prepared, boolean comesBack) {

    static Stream<Cases> all() {
        return Stream.of(
                of(new Action.Deprecate(REGION, IMAGE, NEXT_YEAR), "EnableImageDeprecation", ec2 -> {}),
                of(new Action.Deprecate(REGION, IMAGE, NEXT_YEAR), "EnableImageDeprecation", Cases::deprecated),
                of(new Action.CancelDeprecation(REGION, IMAGE), "DisableImageDeprecation", Cases::deprecated),
                of(new Action.Disable(REGION, IMAGE), "DisableImage", ec2 -> {}),
                of(new Action.Enable(REGION, IMAGE), "EnableImage", Cases::disabled),
                of(new Action.Protect(REGION, IMAGE, false), "EnableProtection", ec2 -> {}),
                of(
                        new Action.Protect(REGION, IMAGE, true),
                        "EnableProtection",
                        ec2 -> protect(ec2, DeregistrationProtection.ENABLED_WITHOUT_COOLDOWN)),
                of(
                        new Action.Unprotect(REGION, IMAGE),
                        "DisableProtection",
                        ec2 -> protect(ec2, DeregistrationProtection.ENABLED_WITHOUT_COOLDOWN)),
                of(
                        new Action.Unprotect(REGION, IMAGE),
                        "DisableProtection",
                        ec2 -> protect(ec2, DeregistrationProtection.ENABLED_WITH_COOLDOWN)),
                of(new Action.Deregister(REGION, IMAGE, true, List.of(SNAPSHOT)), "DeregisterImage", Cases::binned),
                of(new Action.Deregister(REGION, IMAGE, false, List.of()), "DeregisterImage", Cases::binned),
                of(
                        new Action.ChangeLaunchPermissions(
                                REGION,
                                IMAGE,
                                Set.of(LaunchPermission.of(STRANGER)),
                                Set.of(LaunchPermission.of(FRIEND))),
                        "ModifyLaunchPermissions",
                        ec2 -> {}),
                of(
                        new Action.ChangeSnapshotPermissions(
                                REGION, SNAPSHOT, Set.of(CreateVolumePermission.of(FRIEND)), Set.of()),
                        "ModifySnapshotAttribute",
                        ec2 -> {}),
                of(
                        new Action.ChangeSnapshotPermissions(
                                REGION, SNAPSHOT, Set.of(), Set.of(CreateVolumePermission.of(FRIEND))),
                        "ModifySnapshotAttribute",
                        ec2 -> ec2.snapshotPermissions.get(SNAPSHOT).add(CreateVolumePermission.of(FRIEND))),
                of(
                        new Action.SetTags(
                                REGION, IMAGE.value(), Tags.of("Stage", "other").with("New", "one")),
                        "CreateTags",
                        ec2 -> {}),
                of(new Action.SetTags(REGION, SNAPSHOT.value(), Tags.of("New", "one")), "CreateTags", ec2 -> {}),
                of(new Action.RemoveTags(REGION, IMAGE.value(), Set.of("Stage", "None")), "DeleteTags", ec2 -> {}),
                of(new Action.SetDescription(REGION, IMAGE, "after"), "ModifyDescription", ec2 -> {}),
                new Cases(new Action.RequireImdsV2(REGION, IMAGE), "RequireImdsV2", ec2 -> {}, false),
                of(new Action.DeleteSnapshot(REGION, SNAPSHOT), "DeleteSnapshot", ec2 -> {
                    binned(ec2);
                    ec2.images.clear();
                    ec2.permissions.clear();
                }),
                new Cases(new Action.RestoreSnapshot(REGION, SNAPSHOT), "RestoreSnapshot", Cases::emptied, false),
                new Cases(
                        new Action.RestoreImage(REGION, IMAGE),
                        "RestoreImage",
                        ec2 -> ec2.binnedImages.put(IMAGE, ec2.images.remove(IMAGE)),
                        false));
    }

    private static Cases of(Action action, String call, Consumer<TinyEc2> prepared) {
        return new Cases(action, call, prepared, true);
    }

    TinyEc2 world() {
        TinyEc2 ec2 = Worlds.ofOneImage();
        prepared.accept(ec2);
        return ec2;
    }

    /** The action, with what the Recycle Bin would keep. */
    PlannedAction planned() {
        PlannedAction planned = Worlds.planned(action);
        return Effects.of(action).removes()
                ? new PlannedAction(
                        action, planned.reason(), planned.facts(), Reversibility.recycleBin(Duration.ofDays(7)))
                : planned;
    }

    private static void deprecated(TinyEc2 ec2) {
        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withDeprecationTime(NEXT_MONTH));
    }

    private static void disabled(TinyEc2 ec2) {
        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withStateText(ImageState.DISABLED.text()));
        ec2.permissions.get(IMAGE).clear();
    }

    private static void protect(TinyEc2 ec2, DeregistrationProtection protection) {
        ec2.images.computeIfPresent(IMAGE, (id, image) -> image.withDeregistrationProtection(protection));
    }

    private static void binned(TinyEc2 ec2) {
        ec2.rules.add(Worlds.rule(RecycleBinResourceType.EC2_IMAGE, 7));
        ec2.rules.add(Worlds.rule(RecycleBinResourceType.EBS_SNAPSHOT, 14));
    }

    private static void emptied(TinyEc2 ec2) {
        ec2.binnedImages.put(IMAGE, ec2.images.remove(IMAGE));
        ec2.binnedSnapshots.put(SNAPSHOT, ec2.snapshots.remove(SNAPSHOT));
    }

    @Override
    public String toString() {
        return action.describe();
    }
}
