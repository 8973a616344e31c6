package dev.amis.testing.internal;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.InstanceState;
import dev.amis.spi.DescribeVolumesRequest;
import dev.amis.spi.Page;
import java.util.List;

/**
 * The actions of EC2 that the library itself has no use for, but that other programs call around images; served over HTTP
 * only. They pass the world as all calls do, so troubles, permissions and the log hold for them too.
 */
public final class Surroundings {

    private final World world;
    private final Images images;
    private final Machines machines;
    private final Volumes volumes;
    private final TagListing tags;
    private final Templates templates;

    public Surroundings(World world) {
        this.world = world;
        this.images = new Images(world);
        this.machines = new Machines(world, new Instances(world), new Launching(world, images));
        this.volumes = new Volumes(world);
        this.tags = new TagListing(world);
        this.templates = new Templates(world);
    }

    public List<Instance> runInstances(Caller caller, Machines.Launch launch) {
        return world.answer(caller.call("RunInstances"), call -> machines.run(call, launch));
    }

    public List<Machines.Turn> startInstances(Caller caller, List<InstanceId> ids) {
        return turn(caller.call("StartInstances"), ids, InstanceState.RUNNING);
    }

    public List<Machines.Turn> stopInstances(Caller caller, List<InstanceId> ids) {
        return turn(caller.call("StopInstances"), ids, InstanceState.STOPPED);
    }

    public List<Machines.Turn> terminateInstances(Caller caller, List<InstanceId> ids) {
        return turn(caller.call("TerminateInstances"), ids, InstanceState.TERMINATED);
    }

    public Page<Instance> describeInstanceStatus(Caller caller, Question question, boolean all) {
        return world.answer(
                caller.call("DescribeInstanceStatus").about(question.ids()),
                call -> machines.status(call, question, all));
    }

    public Page<Volume> describeVolumes(Caller caller, Question question) {
        return world.answer(
                caller.call("DescribeVolumes").about(question.ids()), call -> volumes.describe(call, question));
    }

    /** Volumes as the library knows them. */
    public Page<dev.amis.spi.Volume> volumes(Caller caller, DescribeVolumesRequest request) {
        Page<Volume> page = describeVolumes(
                caller, new Question(List.of(), request.filters(), request.maxResults(), request.nextToken()));
        return new Page<>(
                page.items().stream()
                        .map(volume -> new dev.amis.spi.Volume(
                                volume.volumeId(),
                                volume.status(),
                                volume.attributes().snapshotId()))
                        .toList(),
                page.nextToken());
    }

    public Page<TagListing.Entry> describeTags(Caller caller, Question question) {
        return world.answer(caller.call("DescribeTags"), call -> tags.describe(call, question));
    }

    public Page<Templates.Summary> describeLaunchTemplates(Caller caller, Question question) {
        return world.answer(
                caller.call("DescribeLaunchTemplates").about(question.ids()),
                call -> templates.summaries(call, question));
    }

    /** {@code DescribeImageAttribute} for all that stands in the image itself. */
    public Image describeImageAttribute(Caller caller, ImageId id) {
        return world.answer(
                caller.call("DescribeImageAttribute").about(id),
                call -> images.requireOwn(call, id).image());
    }

    private List<Machines.Turn> turn(Call asked, List<InstanceId> ids, InstanceState state) {
        return world.answer(asked.about(ids), call -> machines.turn(call, ids, state));
    }
}
