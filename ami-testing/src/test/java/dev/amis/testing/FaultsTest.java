package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.amis.error.AmiException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.ProviderException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotState;
import dev.amis.model.StateReason;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImageOwner;
import dev.amis.spi.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Stage stage = Stage.open();
    private final InMemoryAws aws = stage.aws();

    @Test
    void latencyMovesTheClockWithEveryCall() {
        aws.faults().latency(Duration.ofMillis(200));
        Instant before = aws.time().instant();
        stage.own();
        stage.own();
        assertThat(aws.time().instant()).isEqualTo(before.plusMillis(400));
    }

    @Test
    void failedCallHasNoEffect() {
        aws.faults().failNext("CreateImage", "InternalError");
        assertThatThrownBy(() -> stage.create("web-1")).isInstanceOf(ProviderException.class);
        assertThat(stage.own()).isEmpty();
        stage.create("web-1");
        assertThat(stage.own()).hasSize(1);
    }

    @Test
    void nthCallOfAnActionFailsAndNoOther() {
        aws.faults().fail("CreateImage", 2, "InternalError");
        stage.create("web-1");
        assertThatThrownBy(() -> stage.create("web-2")).isInstanceOf(ProviderException.class);
        stage.create("web-3");
        assertThat(stage.own()).extracting(image -> image.name().orElseThrow()).containsExactly("web-1", "web-3");
    }

    @Test
    void faultForAnyActionCountsThemAll() {
        aws.faults().fail(Faults.ANY, 3, "InternalError");
        stage.own();
        stage.create("web-1");
        assertThatThrownBy(stage::own).isInstanceOf(ProviderException.class);
    }

    @Test
    void lostAnswerLeavesItsEffect() {
        aws.faults().loseAnswer("CreateImage", 1);
        assertThatThrownBy(() -> stage.create("web-1")).isInstanceOf(OutcomeUnknownException.class);
        assertThat(stage.own()).hasSize(1);
    }

    @Test
    void lostRequestLooksTheSameToTheCallerAndHasNoEffect() {
        aws.faults().loseRequest("CreateImage", 1);
        assertThatThrownBy(() -> stage.create("web-1")).isInstanceOf(OutcomeUnknownException.class);
        assertThat(stage.own()).isEmpty();
    }

    @Test
    void lostAnswerOfACopyIsMadeUpForByItsToken() {
        Image source = stage.baked("web-1");
        aws.faults().loseAnswer("CopyImage", 1);
        assertThatThrownBy(() -> stage.here().images().copyImage(stage.copyOf(source.imageId(), "copy")))
                .isInstanceOf(OutcomeUnknownException.class);
        ImageId copy = stage.here().images().copyImage(stage.copyOf(source.imageId(), "copy"));
        assertThat(stage.own()).extracting(Image::imageId).containsExactly(source.imageId(), copy);
    }

    @Test
    void crashBeforeACallLeavesNothing() {
        aws.faults().crashBefore(2);
        stage.own();
        assertThatThrownBy(() -> stage.create("web-1"))
                .isInstanceOf(SimulatedCrash.class)
                .hasMessage("simulated crash before CreateImage");
        assertThat(stage.own()).isEmpty();
    }

    @Test
    void crashAfterACallLeavesItsEffect() {
        aws.faults().crashAfter(1);
        assertThatThrownBy(() -> stage.create("web-1")).isInstanceOf(SimulatedCrash.class);
        assertThat(stage.own()).hasSize(1);
    }

    @Test
    void crashStrikesAlsoWhenTheCallIsRefused() {
        stage.create("web-1");
        aws.faults().crashAfter(1);
        assertThatThrownBy(() -> stage.create("web-1")).isInstanceOf(SimulatedCrash.class);
    }

    @Test
    void doomedImageFailsWhenItsTimeComes() {
        StateReason reason = new StateReason("Server.InternalError", "bad luck");
        aws.faults().failNextImage(reason);
        ImageId id = stage.create("web-1");
        assertThat(stage.image(id).state()).isEqualTo(ImageState.PENDING);
        aws.time().advance(Duration.ofHours(1));
        Image failed = stage.image(id);
        assertThat(failed.state()).isEqualTo(ImageState.FAILED);
        assertThat(failed.stateReason()).contains(reason);
    }

    @Test
    void failedImageLeavesItsSnapshotsBehindAndNamesNone() {
        aws.faults().failNextImage(new StateReason("Server.InternalError", "bad luck"));
        ImageId id = stage.create("web-1");
        aws.time().advance(Duration.ofHours(1));
        assertThat(stage.image(id).snapshotIds()).isEmpty();
        assertThat(stage.ownSnapshots())
                .singleElement()
                .satisfies(left -> assertThat(left.description().orElseThrow()).endsWith("for " + id));
    }

    @Test
    void doomedSnapshotTakesItsImageWithIt() {
        aws.faults().failNextSnapshot("no room");
        ImageId id = stage.create("web-1");
        Snapshot snapshot = stage.ownSnapshots().get(0);
        aws.time().advance(Duration.ofHours(1));
        assertThat(stage.snapshot(snapshot.snapshotId()).state()).isEqualTo(SnapshotState.ERROR);
        assertThat(stage.image(id).stateReason().orElseThrow().message()).isEqualTo("no room");
    }

    @Test
    void everyPageIsPrecededByAnEmptyOne() {
        aws.faults().emptyPages(true);
        stage.create("web-1");
        DescribeImagesRequest question = DescribeImagesRequest.builder()
                .addOwner(ImageOwner.SELF)
                .maxResults(5)
                .build();
        Page<Image> first = stage.here().images().describeImages(question);
        Page<Image> second = stage.here().images().describeImages(question.withNextToken(first.nextToken()));
        assertThat(first.items()).isEmpty();
        assertThat(second.items()).hasSize(1);
        assertThat(second.nextToken()).isEmpty();
    }

    @Test
    void shuffledAnswersHoldTheSameItems() {
        List<ImageId> made =
                IntStream.range(0, 20).mapToObj(i -> stage.create("web-" + i)).toList();
        aws.faults().shuffledAnswers(true);
        assertThat(stage.own())
                .extracting(Image::imageId)
                .containsExactlyInAnyOrderElementsOf(made)
                .isNotEqualTo(made);
    }

    @Test
    void chanceIsTheSameForTheSameSeed() {
        assertThat(outcomes(7)).isEqualTo(outcomes(7)).contains("OK", "InternalError");
    }

    @Test
    void clearedFaultsDoNotStrike() {
        aws.faults()
                .failNext("CreateImage", "InternalError")
                .crashBefore(1)
                .failByChance(1, "InternalError")
                .clear();
        assertThat(catchThrowable(() -> stage.create("web-1"))).isNull();
    }

    @Test
    void countsAndSharesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> aws.faults().fail("CreateImage", 0, "InternalError"))
                .hasMessage("nth is 0, but must be at least 1");
        assertThatThrownBy(() -> aws.faults().failByChance(1.5, "InternalError"))
                .hasMessage("share is 1.5, but must be from 0 to 1");
        assertThatThrownBy(() -> aws.faults().latency(Duration.ofSeconds(-1)))
                .hasMessage("latency is PT-1S, but must not be negative");
    }

    private static List<String> outcomes(long seed) {
        Stage one = Stage.of(InMemoryAws.builder().seed(seed).build());
        one.aws().faults().failByChance(0.3, "InternalError");
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Throwable thrown = catchThrowable(one::own);
            outcomes.add(
                    thrown instanceof AmiException refusal
                            ? refusal.failure().code().orElseThrow()
                            : "OK");
        }
        return outcomes;
    }
}
