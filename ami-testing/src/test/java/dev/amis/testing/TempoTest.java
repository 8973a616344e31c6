package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.SnapshotState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TempoTest {

    @Test
    void instantImagesAreAvailableWhenTheCallReturns() {
        Stage stage = Stage.of(InMemoryAws.builder().instant().build());
        Image image = stage.image(stage.create("web-1"));
        assertThat(image.state()).isEqualTo(ImageState.AVAILABLE);
        assertThat(stage.snapshot(image.snapshotIds().get(0)).state()).isEqualTo(SnapshotState.COMPLETED);
    }

    @Test
    void instantCopiesAreAvailableWhenTheCallReturns() {
        Stage stage = Stage.of(InMemoryAws.builder().instant().build());
        ImageId copy = stage.here().images().copyImage(stage.copyOf(stage.create("web-1"), "copy"));
        assertThat(stage.image(copy).state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void lifelikeImagesTakeAsLongAsIsSet() {
        Stage stage = Stage.open();
        stage.aws().tempo().creatingTakes(Duration.ofHours(3));
        ImageId id = stage.create("web-1");
        stage.aws().time().advance(Duration.ofHours(3).minusMillis(1));
        assertThat(stage.image(id).state()).isEqualTo(ImageState.PENDING);
        stage.aws().time().advance(Duration.ofMillis(1));
        assertThat(stage.image(id).state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void snapshotIsCompletedAtItsTimeHoweverLateOneLooks() {
        Stage stage = Stage.open();
        Image image = stage.image(stage.create("web-1"));
        stage.aws().time().advance(Duration.ofDays(7));
        assertThat(stage.snapshot(image.snapshotIds().get(0)).completionTime())
                .contains(image.creationDate().orElseThrow().plus(Duration.ofMinutes(4)));
    }

    @Test
    void copyThatIsPaidToBeInTimeIsInTime() {
        Stage stage = Stage.open();
        stage.aws().tempo().copyingTakes(Duration.ofHours(5));
        ImageId source = stage.baked("web-1").imageId();
        ImageId copy = stage.here()
                .images()
                .copyImage(stage.copyOf(source, "copy").withSnapshotCopyCompletionDurationMinutes(15));
        stage.aws().time().advance(Duration.ofMinutes(15));
        assertThat(stage.image(copy).state()).isEqualTo(ImageState.AVAILABLE);
    }
}
