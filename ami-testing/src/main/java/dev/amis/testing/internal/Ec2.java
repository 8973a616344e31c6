package dev.amis.testing.internal;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.Snapshot;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeleteTagsRequest;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeInstancesRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.Page;
import dev.amis.spi.SnapshotDeletion;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The world by EC2's actions: one method for each. Fails with {@link Ec2Error} and {@link LostAnswer}. */
public final class Ec2 {

    private final World world;
    private final DescribingImages describingImages;
    private final DescribingSnapshots describingSnapshots;
    private final Instances instances;
    private final Creating creating;
    private final Deregistering deregistering;
    private final Tagging tagging;
    private final Launching launching;

    public Ec2(World world) {
        Images images = new Images(world);
        Growth growth = new Growth(world);
        this.world = world;
        this.describingImages = new DescribingImages(world, images);
        this.describingSnapshots = new DescribingSnapshots(world);
        this.instances = new Instances(world);
        this.creating = new Creating(world, instances, growth);
        this.deregistering = new Deregistering(world, images);
        this.tagging = new Tagging(world, images);
        this.launching = new Launching(world, images);
    }

    public Page<Image> describeImages(Caller caller, DescribeImagesRequest request) {
        return ask(
                caller.call("DescribeImages").about(request.imageIds().toArray()),
                call -> describingImages.describe(call, request, false));
    }

    /** Whoever owns them: over the wire EC2 takes questions without owners, the request's are passed over. */
    public Page<Image> describeImagesOfAnyone(Caller caller, DescribeImagesRequest request) {
        return ask(
                caller.call("DescribeImages").about(request.imageIds().toArray()),
                call -> describingImages.describe(call, request, true));
    }

    public ImageId createImage(Caller caller, CreateImageRequest request) {
        return ask(caller.call("CreateImage").about(request.instanceId()), call -> creating.create(call, request));
    }

    public List<SnapshotDeletion> deregisterImage(Caller caller, DeregisterImageRequest request) {
        return ask(
                caller.call("DeregisterImage").about(request.imageId()),
                call -> deregistering.deregister(call, request));
    }

    public Page<Snapshot> describeSnapshots(Caller caller, DescribeSnapshotsRequest request) {
        return ask(
                caller.call("DescribeSnapshots").about(request.snapshotIds().toArray()),
                call -> describingSnapshots.describe(call, request, false));
    }

    /** Whoever owns them, as over the wire. */
    public Page<Snapshot> describeSnapshotsOfAnyone(Caller caller, DescribeSnapshotsRequest request) {
        return ask(
                caller.call("DescribeSnapshots").about(request.snapshotIds().toArray()),
                call -> describingSnapshots.describe(call, request, true));
    }

    public Page<Instance> describeInstances(Caller caller, DescribeInstancesRequest request) {
        return ask(
                caller.call("DescribeInstances").about(request.instanceIds().toArray()),
                call -> instances.describe(call, request));
    }

    public void createTags(Caller caller, CreateTagsRequest request) {
        run(caller.call("CreateTags").about(request.resources().toArray()), call -> tagging.create(call, request));
    }

    public void deleteTags(Caller caller, DeleteTagsRequest request) {
        run(caller.call("DeleteTags").about(request.resources().toArray()), call -> tagging.delete(call, request));
    }

    /** Launches an instance that runs at once; not imitated as a call. */
    public InstanceId launch(Caller caller, Launching.Order order) {
        return world.arrange(() -> launching.run(caller, order));
    }

    private <T> T ask(Call call, Function<Call, T> action) {
        return world.answer(call, () -> action.apply(call));
    }

    private void run(Call call, Consumer<Call> action) {
        world.answer(call, () -> {
            action.accept(call);
            return call;
        });
    }
}
