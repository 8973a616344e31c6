package dev.amis.testing.internal;

import dev.amis.model.CreateVolumePermission;
import dev.amis.model.ImageId;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.CopySnapshotRequest;
import dev.amis.spi.CreateSnapshotRequest;
import dev.amis.spi.DescribeFastLaunchImagesRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.FastLaunchImage;
import dev.amis.spi.ModifyCreateVolumePermissionsRequest;
import dev.amis.spi.Page;
import dev.amis.spi.RecycleBinPageRequest;
import dev.amis.spi.RecycleBinRule;
import dev.amis.spi.RecycledImage;
import dev.amis.spi.RecycledSnapshot;
import java.util.List;
import java.util.Set;

/** The world by EC2's actions on snapshots and the Recycle Bin. All fail with {@link Ec2Error} and {@link LostAnswer}. */
public final class Ec2Storage {

    private final World world;
    private final DescribingSnapshots describingSnapshots;
    private final Snapshotting snapshotting;
    private final VolumePermissions volumePermissions;
    private final RecycleBin recycleBin;
    private final FastLaunch fastLaunch;

    Ec2Storage(World world, NewSnapshots newSnapshots, Growth growth) {
        this.world = world;
        this.describingSnapshots = new DescribingSnapshots(world);
        this.snapshotting = new Snapshotting(world, newSnapshots, growth);
        this.volumePermissions = new VolumePermissions(world);
        this.recycleBin = new RecycleBin(world);
        this.fastLaunch = new FastLaunch(world);
    }

    public Page<Snapshot> describeSnapshots(Caller caller, DescribeSnapshotsRequest request) {
        return world.answer(
                questionForSnapshots(caller, request), call -> describingSnapshots.describe(call, request, false));
    }

    /** Whoever owns them, as over the wire. */
    public Page<Snapshot> describeSnapshotsOfAnyone(Caller caller, DescribeSnapshotsRequest request) {
        return world.answer(
                questionForSnapshots(caller, request), call -> describingSnapshots.describe(call, request, true));
    }

    private static Call questionForSnapshots(Caller caller, DescribeSnapshotsRequest request) {
        boolean narrow = !request.filters().isEmpty()
                || !request.snapshotIds().isEmpty()
                || request.maxResults().isPresent();
        return caller.call("DescribeSnapshots").about(request.snapshotIds()).unpaged(!narrow);
    }

    public SnapshotId createSnapshot(Caller caller, CreateSnapshotRequest request) {
        Call asked = caller.call("CreateSnapshot").about(request.volumeId());
        return world.answer(asked, call -> snapshotting.create(call, request));
    }

    public SnapshotId copySnapshot(Caller caller, CopySnapshotRequest request) {
        Call asked = caller.call("CopySnapshot").about(request.sourceSnapshotId());
        return world.answer(asked, call -> snapshotting.copy(call, request));
    }

    public void deleteSnapshot(Caller caller, SnapshotId id) {
        world.perform(caller.call("DeleteSnapshot").about(id), call -> snapshotting.delete(call, id));
    }

    /** {@code DescribeSnapshotAttribute} for the permissions. */
    public Set<CreateVolumePermission> describeCreateVolumePermissions(Caller caller, SnapshotId id) {
        return world.answer(
                caller.call("DescribeSnapshotAttribute").about(id), call -> volumePermissions.describe(call, id));
    }

    /** {@code ModifySnapshotAttribute} for the permissions. */
    public void modifyCreateVolumePermissions(Caller caller, ModifyCreateVolumePermissionsRequest request) {
        Call asked = caller.call("ModifySnapshotAttribute").about(request.snapshotId());
        world.perform(asked, call -> volumePermissions.modify(call, request));
    }

    public Page<FastLaunchImage> fastLaunchImages(Caller caller, DescribeFastLaunchImagesRequest request) {
        return world.answer(caller.call("DescribeFastLaunchImages"), call -> fastLaunch.describe(call, request));
    }

    /** {@code ListRules} of the Recycle Bin, a service of its own. */
    public List<RecycleBinRule> listRules(Caller caller) {
        return world.answer(caller.call("rbin", "ListRules"), recycleBin::rules);
    }

    public Page<RecycledImage> listImagesInRecycleBin(Caller caller, RecycleBinPageRequest request) {
        return world.answer(caller.call("ListImagesInRecycleBin"), call -> recycleBin.listImages(call, request));
    }

    public void restoreImageFromRecycleBin(Caller caller, ImageId id) {
        world.perform(caller.call("RestoreImageFromRecycleBin").about(id), call -> recycleBin.restoreImage(call, id));
    }

    public Page<RecycledSnapshot> listSnapshotsInRecycleBin(Caller caller, RecycleBinPageRequest request) {
        return world.answer(caller.call("ListSnapshotsInRecycleBin"), call -> recycleBin.listSnapshots(call, request));
    }

    public void restoreSnapshotFromRecycleBin(Caller caller, SnapshotId id) {
        world.perform(
                caller.call("RestoreSnapshotFromRecycleBin").about(id), call -> recycleBin.restoreSnapshot(call, id));
    }
}
