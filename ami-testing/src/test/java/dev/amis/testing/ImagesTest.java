package dev.amis.testing;

import static dev.amis.testing.assertion.AmiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.model.Image;
import dev.amis.model.Snapshot;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.DescribeSnapshotsRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImagesTest {

    @Test
    void imagesAreAsTheyAreCalled() {
        Instant since = Instant.parse("2025-12-01T00:00:00Z");

        assertThat(Images.available("web-1.0.0")).isAvailable().hasName("web-1.0.0");
        assertThat(Images.pending("web-1.0.0")).isPending();
        assertThat(Images.disabled("web-1.0.0")).isDisabled();
        assertThat(Images.failed("web-1.0.0")).isFailed();
        assertThat(Images.deprecated("web-1.0.0", since)).isDeprecatedAt(since);
    }

    @Test
    void idComesFromTheName() {
        assertThat(Images.available("web-1.0.0")).isEqualTo(Images.available("web-1.0.0"));
        assertThat(Images.available("web-1.0.0").imageId())
                .isNotEqualTo(Images.available("web-1.0.1").imageId());
    }

    @Test
    void editionsAreApart() {
        Instant newest = Instant.parse("2026-01-01T00:00:00Z");

        List<Image> editions = Images.editions("web-1.%d.0", 3, newest, Duration.ofDays(10));

        assertThat(editions)
                .map(image -> image.name().orElseThrow())
                .containsExactly("web-1.1.0", "web-1.2.0", "web-1.3.0");
        assertThat(editions)
                .map(image -> image.creationDate().orElseThrow())
                .containsExactly(newest.minus(Duration.ofDays(20)), newest.minus(Duration.ofDays(10)), newest);
    }

    @Test
    void editionsNeedANumber() {
        assertThatThrownBy(() -> Images.editions("web", 3, Instant.EPOCH, Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("%d");
    }

    @Test
    void imageAndSnapshotsCanBePutIntoTheAccount() {
        InMemoryAws aws = InMemoryAws.create();
        Image image = Images.available("web-1.0.0");
        List<Snapshot> snapshots = Images.snapshotsOf(image);

        aws.seed().image(image);
        snapshots.forEach(aws.seed()::snapshot);

        assertThat(aws.in(aws.region())
                        .images()
                        .describeImages(DescribeImagesRequest.builder()
                                .addImageId(image.imageId())
                                .build())
                        .items())
                .containsExactly(image);
        assertThat(aws.in(aws.region())
                        .snapshots()
                        .describeSnapshots(DescribeSnapshotsRequest.builder()
                                .addOwnerId("self")
                                .build())
                        .items())
                .isEqualTo(snapshots)
                .hasSize(1);
    }
}
