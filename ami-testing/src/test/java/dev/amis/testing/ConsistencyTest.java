package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.ConflictException;
import dev.amis.error.NotFoundException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.spi.DescribeImagesRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsistencyTest {

    private final Stage stage = Stage.open();
    private final InMemoryAws aws = stage.aws();

    @Test
    void newImageIsNotSeenForAWhile() {
        aws.faults().hidingNewFor(Duration.ofSeconds(5));
        ImageId id = stage.create("web-1");
        assertThat(stage.own()).isEmpty();
        assertThatThrownBy(() -> stage.image(id)).isInstanceOf(NotFoundException.class);
        aws.time().advance(Duration.ofSeconds(5));
        assertThat(stage.image(id).imageId()).isEqualTo(id);
        assertThat(stage.own()).hasSize(1);
    }

    @Test
    void newImageIsMissedByTheFirstLooks() {
        aws.faults().hidingNewFromLooks(2);
        ImageId id = stage.create("web-1");
        assertThat(stage.own()).isEmpty();
        assertThatThrownBy(() -> stage.image(id)).isInstanceOf(NotFoundException.class);
        assertThat(stage.image(id).imageId()).isEqualTo(id);
    }

    @Test
    void newImageCannotBeTaggedBeforeItIsSeen() {
        aws.faults().hidingNewFor(Duration.ofSeconds(5));
        ImageId id = stage.create("web-1");
        assertThatThrownBy(() -> stage.tag(id.value(), "Team", "web"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("InvalidID");
    }

    @Test
    void newSnapshotIsHiddenToo() {
        aws.faults().hidingNewFor(Duration.ofSeconds(5));
        stage.create("web-1");
        assertThat(stage.ownSnapshots()).isEmpty();
        aws.time().advance(Duration.ofSeconds(5));
        assertThat(stage.ownSnapshots()).hasSize(1);
    }

    @Test
    void deregisteredImageIsShownForAWhile() {
        Image image = stage.baked("web-1");
        aws.faults().hidingNewFor(Duration.ofSeconds(5));
        stage.deregister(image.imageId());
        assertThat(stage.image(image.imageId())).isEqualTo(image);
        assertThat(stage.own()).containsExactly(image);
        aws.time().advance(Duration.ofSeconds(5));
        assertThat(stage.own()).isEmpty();
        assertThatThrownBy(() -> stage.image(image.imageId())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void deregisteredImageIsAnEmptyAnswerWhileItsInstanceRuns() {
        ImageId id = stage.baked("web-1").imageId();
        InstanceId instance = aws.runInstance(id);
        stage.deregister(id);
        DescribeImagesRequest byId =
                DescribeImagesRequest.builder().addImageId(id).build();
        assertThat(stage.here().images().describeImages(byId).items()).isEmpty();
        aws.terminateInstance(instance);
        assertThatThrownBy(() -> stage.here().images().describeImages(byId)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void deregisteringTwiceIsUnavailableWhileEc2Remembers() {
        ImageId id = stage.baked("web-1").imageId();
        stage.deregister(id);
        assertThatThrownBy(() -> stage.deregister(id))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("no longer available");
        aws.time().advance(Duration.ofHours(2));
        assertThatThrownBy(() -> stage.deregister(id)).isInstanceOf(NotFoundException.class);
    }
}
