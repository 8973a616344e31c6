package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.ConflictException;
import dev.amis.error.NotFoundException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageName;
import dev.amis.model.ImageState;
import dev.amis.model.InstanceId;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotState;
import dev.amis.model.Tags;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import dev.amis.spi.Filter;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.ImagePort;
import dev.amis.spi.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryAwsTest {

    private final InMemoryAws aws = InMemoryAws.create();
    private final InMemoryRegion region = aws.in(aws.region());
    private final ImagePort images = region.images();

    @Test
    void anImageIsPendingUntilTheClockHasMovedOn() {
        ImageId id = create("web-1.0.0");
        assertThat(describe(id).state()).isEqualTo(ImageState.PENDING);
        aws.time().advance(Duration.ofMinutes(30));
        assertThat(describe(id).state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void snapshotsTellHowFarTheyHaveCome() {
        ImageId id = create("web-1.0.0");
        aws.time().advance(Duration.ofMinutes(2));
        Snapshot snapshot = snapshots(describe(id)).get(0);
        assertThat(snapshot.state()).isEqualTo(SnapshotState.PENDING);
        assertThat(snapshot.progress()).hasValue(50);
    }

    @Test
    void theAccountsOwnListsHoldOnlyWhatItMade() {
        aws.runInstance();
        assertThat(own().items()).isEmpty();
        assertThat(region.snapshots()
                        .describeSnapshots(DescribeSnapshotsRequest.builder()
                                .addOwnerId("self")
                                .build())
                        .items())
                .isEmpty();
    }

    @Test
    void aNameIsTakenOnlyOnce() {
        create("web-1.0.0");
        assertThatThrownBy(() -> create("web-1.0.0"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("already in use by AMI ami-");
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        List<ImageId> made = List.of(create("web-1"), create("web-2"), create("web-3"));
        Page<Image> first = images.describeImages(DescribeImagesRequest.builder()
                .addOwner(ImageOwner.SELF)
                .maxResults(2)
                .build());
        Page<Image> second = images.describeImages(DescribeImagesRequest.builder()
                .addOwner(ImageOwner.SELF)
                .maxResults(2)
                .nextToken(first.nextToken())
                .build());
        assertThat(first.items()).extracting(Image::imageId).isEqualTo(made.subList(0, 2));
        assertThat(second.items()).extracting(Image::imageId).isEqualTo(made.subList(2, 3));
        assertThat(second.nextToken()).isEmpty();
    }

    @Test
    void aNameFilterTakesWildcards() {
        create("web-1");
        ImageId database = create("db-1");
        assertThat(images.describeImages(DescribeImagesRequest.builder()
                                .addOwner(ImageOwner.SELF)
                                .addFilter(Filter.of("name", "d?-*"))
                                .build())
                        .items())
                .extracting(Image::imageId)
                .containsExactly(database);
    }

    @Test
    void aDeregisteredImageIsGoneAndItsSnapshotsWithIt() {
        ImageId id = create("web-1.0.0");
        aws.time().advance(Duration.ofMinutes(30));
        Image image = describe(id);
        images.deregisterImage(new DeregisterImageRequest(id, true));
        assertThatThrownBy(() -> describe(id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> snapshots(image)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void tagsAreAddedToThoseThatAreThere() {
        ImageId id = create("web-1.0.0");
        region.tags().createTags(new CreateTagsRequest(List.of(id.value()), Tags.of("a", "1")));
        region.tags().createTags(new CreateTagsRequest(List.of(id.value()), Tags.of("b", "2")));
        assertThat(describe(id).tags().asMap()).containsOnlyKeys("a", "b");
    }

    private ImageId create(String name) {
        InstanceId instance = aws.runInstance();
        return images.createImage(CreateImageRequest.builder()
                .instanceId(instance)
                .name(ImageName.of(name))
                .build());
    }

    private Image describe(ImageId id) {
        return images.describeImages(
                        DescribeImagesRequest.builder().addImageId(id).build())
                .items()
                .get(0);
    }

    private Page<Image> own() {
        return images.describeImages(
                DescribeImagesRequest.builder().addOwner(ImageOwner.SELF).build());
    }

    private List<Snapshot> snapshots(Image image) {
        return region.snapshots()
                .describeSnapshots(DescribeSnapshotsRequest.builder()
                        .addAllSnapshotIds(image.snapshotIds())
                        .build())
                .items();
    }
}
