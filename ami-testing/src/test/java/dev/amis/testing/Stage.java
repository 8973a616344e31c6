package dev.amis.testing;

import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.spi.CopyImageRequest;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import dev.amis.spi.SnapshotDeletion;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** An in-memory account with short words for what the tests of it do. */
record Stage(InMemoryAws aws, InMemoryRegion here) {

    static final AccountId OTHER = AccountId.of("444455556666");

    static Stage open() {
        return of(InMemoryAws.create());
    }

    static Stage of(InMemoryAws aws) {
        return new Stage(aws, aws.in(aws.region()));
    }

    Stage other() {
        return of(aws.as(OTHER));
    }

    CreateImageRequest creation(String name) {
        return CreateImageRequest.builder()
                .instanceId(aws.runInstance())
                .name(ImageName.of(name))
                .build();
    }

    ImageId create(String name) {
        return here.images().createImage(creation(name));
    }

    /** An image that is available; the clock moves on by an hour. */
    Image baked(String name) {
        ImageId id = create(name);
        aws.time().advance(Duration.ofHours(1));
        return image(id);
    }

    Image image(ImageId id) {
        return here.images()
                .describeImages(DescribeImagesRequest.builder().addImageId(id).build())
                .items()
                .get(0);
    }

    List<Image> own() {
        return here.images()
                .describeImages(DescribeImagesRequest.builder()
                        .addOwner(ImageOwner.SELF)
                        .build())
                .items();
    }

    Snapshot snapshot(SnapshotId id) {
        return here.snapshots()
                .describeSnapshots(
                        DescribeSnapshotsRequest.builder().addSnapshotId(id).build())
                .items()
                .get(0);
    }

    List<Snapshot> ownSnapshots() {
        return here.snapshots()
                .describeSnapshots(
                        DescribeSnapshotsRequest.builder().addOwnerId("self").build())
                .items();
    }

    CopyImageRequest copyOf(ImageId source, String name) {
        return CopyImageRequest.builder()
                .name(ImageName.of(name))
                .sourceImageId(source)
                .sourceRegion(here.region())
                .clientToken(name)
                .build();
    }

    void share(ImageId image, LaunchPermission with) {
        here.imageAttributes()
                .modifyLaunchPermissions(new ModifyLaunchPermissionsRequest(image, Set.of(with), Set.of()));
    }

    void tag(String resource, String key, String value) {
        here.tags().createTags(new CreateTagsRequest(List.of(resource), Tags.of(key, value)));
    }

    List<SnapshotDeletion> deregister(ImageId image) {
        return here.images().deregisterImage(new DeregisterImageRequest(image, true));
    }
}
