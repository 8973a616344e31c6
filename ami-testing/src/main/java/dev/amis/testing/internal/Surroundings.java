package dev.amis.testing.internal;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
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
    private final Volumes volumes;
    private final TagListing tags;

    public Surroundings(World world) {
        this.world = world;
        this.images = new Images(world);
        this.volumes = new Volumes(world);
        this.tags = new TagListing(world);
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

    /** {@code DescribeImageAttribute} for all that stands in the image itself. */
    public Image describeImageAttribute(Caller caller, ImageId id) {
        return world.answer(
                caller.call("DescribeImageAttribute").about(id),
                call -> images.requireOwn(call, id).image());
    }
}
