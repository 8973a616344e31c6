package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.error.AccessDeniedException;
import dev.amis.error.ImageFailedException;
import dev.amis.error.NotFoundException;
import dev.amis.error.ThrottledException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.error.WaitTimeoutException;
import dev.amis.model.Architecture;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import dev.amis.model.StateReason;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InstanceSpec;
import dev.amis.time.Pending;
import dev.amis.time.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final ImageId UNKNOWN = ImageId.of("ami-00000000000000bad");

    private final InMemoryAws aws = InMemoryAws.create();
    private final Amis amis = Amis.using(aws);
    private final InstanceId instance = aws.runInstance();

    @Test
    void aHundredHandlesAwaitedInTurnMakeAsManyCallsAsOne() {
        int one = looksFor(1, WaitingTest::inTurn);
        assertThat(looksFor(100, WaitingTest::inTurn)).isEqualTo(one).isBetween(5, 15);
    }

    @Test
    void aHundredHandlesAwaitedAtOnceMakeAsManyCallsAsOne() {
        int one = looksFor(1, WaitingTest::inTurn);
        assertThat(looksFor(100, WaitingTest::atOnce)).isEqualTo(one);
    }

    @Test
    void handlesAwaitedAtOnceAllEnd() {
        List<Pending<Image>> handles = start(amis, 20);
        assertThat(atOnce(handles)).hasSize(20).extracting(Image::state).containsOnly(ImageState.AVAILABLE);
    }

    @Test
    void handlesOfTheSameAccountShareTheirLooksAcrossRebinding() {
        Pending<Image> one = start("web-1");
        ImageId two = id(start("web-2"));
        one.await();
        int before = looks(aws);
        assertThat(amis.in(aws.region()).await(two).await().imageId()).isEqualTo(two);
        assertThat(looks(aws) - before).isEqualTo(1);
    }

    @Test
    void theSameWorkOnTheSameAccountMakesTheSameCalls() {
        List<Instant> first = instantsOfLooks(InMemoryAws.create());
        assertThat(first).hasSizeGreaterThan(4).isEqualTo(instantsOfLooks(InMemoryAws.create()));
        assertThat(first)
                .isNotEqualTo(instantsOfLooks(InMemoryAws.builder().seed(7).build()));
        assertThat(instantsOfLooks(aws)).isEqualTo(first);
        InMemoryAws dry = InMemoryAws.create();
        assertThat(dry.dryRun().random().nextLong()).isEqualTo(dry.random().nextLong());
    }

    private static List<Instant> instantsOfLooks(InMemoryAws aws) {
        Amis.using(aws)
                .create("web-1.0.0")
                .fromInstance(aws.runInstance())
                .start()
                .await();
        return aws.calls().entries().stream().map(call -> call.at()).toList();
    }

    @Test
    void everyRegionIsLookedAtByItself() {
        Pending<Image> here = start("web-1");
        InstanceId far = aws.in(Region.EU_WEST_1).runInstance(InstanceSpec.ofBaseImage());
        Pending<Image> there =
                amis.in(Region.EU_WEST_1).create("web-1").fromInstance(far).start();
        assertThat(List.of(here.await(), there.await()))
                .extracting(Image::region)
                .containsExactly(aws.region(), Region.EU_WEST_1);
    }

    @Test
    void aWaitEndsAtItsDeadlineAndNotLater() {
        Pending<Image> pending = start("web-1");
        Instant begun = aws.clock().instant();
        assertThatThrownBy(() -> pending.await(Duration.ofSeconds(45))).isInstanceOf(WaitTimeoutException.class);
        assertThat(Duration.between(begun, aws.clock().instant())).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void aTimeoutSaysHowFarItWasAndHowToResume() {
        Pending<Image> pending = start("web-1");
        assertThatThrownBy(() -> pending.await(Duration.ofSeconds(45)))
                .hasMessageContaining("still pending after 45 s")
                .hasMessageContaining("amis.in(Region.of(\"us-east-1\")).await(ImageId.of(\"ami-");
    }

    @Test
    void aHandleCanBeAwaitedAgainAfterATimeout() {
        Pending<Image> pending = start("web-1");
        assertThatThrownBy(() -> pending.await(Duration.ofSeconds(1))).isInstanceOf(WaitTimeoutException.class);
        assertThat(pending.await(Duration.ofHours(1)).state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void anImageThatIsDoneJustAtTheDeadlineIsSeen() {
        Pending<Image> pending = start("web-1");
        assertThat(pending.await(Duration.ofMinutes(4)).state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void aDeadlineMustBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start("web-1").await(Duration.ZERO))
                .withMessageContaining("atMost");
    }

    @Test
    void aWaitIsResumedFromAnIdByAnotherProcess() {
        ImageId id = id(start("web-1"));
        Image image = Amis.using(aws).await(id).await();
        assertThat(image).matches(one -> one.imageId().equals(id) && one.state() == ImageState.AVAILABLE);
    }

    @Test
    void imagesAreAwaitedTogether() {
        List<ImageId> ids = start(amis, 3).stream().map(WaitingTest::id).toList();
        assertThat(amis.awaitAll(ids).await()).extracting(Image::imageId).isEqualTo(ids);
    }

    @Test
    void oneFailureOfSeveralIsSaidOnceAllHaveEnded() {
        aws.faults().failNextImage(new StateReason("Server.InternalError", "Internal error"));
        List<ImageId> ids = start(amis, 3).stream().map(WaitingTest::id).toList();
        assertThatThrownBy(() -> amis.awaitAll(ids).await())
                .isInstanceOf(ImageFailedException.class)
                .hasMessageContaining(ids.get(0).value());
        assertThat(amis.find().byId(ids).state(ImageState.AVAILABLE).count()).isEqualTo(2);
    }

    @Test
    void aFailureEndsTheWaitWithItsReason() {
        aws.faults().failNextImage(new StateReason("Server.InternalError", "Internal error."));
        assertThatThrownBy(() -> start("web-1").await(Duration.ofHours(1)))
                .isInstanceOf(ImageFailedException.class)
                .hasMessageContaining("it is failed: Internal error [Server.InternalError]")
                .hasMessageContaining("Deregister it");
    }

    @Test
    void anImageThatIsDeregisteredMeanwhileEndsTheWait() {
        Pending<Image> pending = start("web-1");
        assertThat(pending.poll()).isEmpty();
        aws.in(aws.region()).images().deregisterImage(new DeregisterImageRequest(id(pending), true));
        Instant begun = aws.clock().instant();
        assertThatThrownBy(() -> pending.await(Duration.ofHours(10)))
                .isInstanceOf(ImageFailedException.class)
                .hasMessageContaining("deregistered");
        assertThat(Duration.between(begun, aws.clock().instant())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void anImageThatIsDisabledIsNotAwaitedInVain() {
        Image image = start("web-1").await();
        aws.in(aws.region()).imageLifecycle().disableImage(image.imageId());
        assertThatThrownBy(() -> amis.await(image.imageId()).await())
                .isInstanceOf(ImageFailedException.class)
                .hasMessageContaining("Enable it first");
    }

    @Test
    void anImageMayBeInvisibleWithinTheGrace() {
        aws.faults().hidingNewFor(Duration.ofMinutes(4).plusSeconds(30));
        assertThat(start("web-1").await().state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void anImageThatStaysInvisibleIsNotFound() {
        Instant begun = aws.clock().instant();
        assertThatThrownBy(() -> amis.await(UNKNOWN).await())
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(UNKNOWN + "");
        assertThat(Duration.between(begun, aws.clock().instant()))
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(7));
    }

    @Test
    void oneUnknownIdDoesNotHinderTheOthers() {
        Pending<Image> unknown = amis.await(UNKNOWN);
        Pending<Image> pending = start("web-1");
        assertThat(pending.await(Duration.ofMinutes(5)).state()).isEqualTo(ImageState.AVAILABLE);
        assertThatThrownBy(unknown::await).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anotherAccountsImageIsAwaitedBesideAnUnknownOne() {
        Pending<Image> unknown = amis.await(UNKNOWN);
        ImageId amazons = aws.in(aws.region()).baseImage(Architecture.ARM64);
        assertThat(amis.await(amazons).await(Duration.ofSeconds(1)).imageId()).isEqualTo(amazons);
        assertThat(unknown.poll()).isEmpty();
    }

    @Test
    void anInterruptEndsTheWaitAndNothingElse() {
        Pending<Image> pending = start("web-1");
        Thread.currentThread().interrupt();
        assertThatThrownBy(pending::await).isInstanceOf(WaitInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(pending.await().state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void waitingOnAnExecutorCompletesAFuture() {
        CompletableFuture<Image> future = start("web-1").awaitAsync(Runnable::run);
        assertThat(future).isCompletedWithValueMatching(image -> image.state() == ImageState.AVAILABLE);
    }

    @Test
    void aFailureReachesTheFuture() {
        aws.faults().failNextImage(new StateReason("Server.InternalError", "Internal error"));
        CompletableFuture<Image> future = start("web-1").awaitAsync(Runnable::run);
        assertThatThrownBy(future::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ImageFailedException.class);
    }

    @Test
    void pollingLooksOnce() {
        Pending<Image> pending = start("web-1");
        int before = looks(aws);
        assertThat(pending.poll()).isEmpty();
        assertThat(looks(aws) - before).isEqualTo(1);
    }

    @Test
    void pollingFindsWhatIsDone() {
        Pending<Image> pending = start("web-1");
        aws.time().advance(Duration.ofMinutes(30));
        assertThat(pending.poll()).get().extracting(Image::state).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void whatIsSettledIsNotLookedAtAgain() {
        Pending<Image> pending = start("web-1");
        Image image = pending.await();
        int before = looks(aws);
        assertThat(List.of(pending.await(), pending.poll().orElseThrow())).containsOnly(image);
        assertThat(looks(aws)).isEqualTo(before);
    }

    @Test
    void progressComesInPercentFromTheSnapshots() {
        List<Progress> told = new ArrayList<>();
        start("web-1").onProgress(told::add).await();
        assertThat(told)
                .extracting(progress -> progress.percent().orElseThrow())
                .isSorted()
                .endsWith(100);
        assertThat(told).extracting(Progress::state).startsWith("pending").endsWith("available");
        assertThat(told.get(told.size() / 2).percent().orElseThrow()).isBetween(1, 99);
    }

    @Test
    void nobodyListeningMeansNoCallForSnapshots() {
        start("web-1").await();
        assertThat(aws.calls().count("DescribeSnapshots")).isZero();
    }

    @Test
    void snapshotsThatCannotBeReadLeaveThePercentageOut() {
        List<Progress> told = new ArrayList<>();
        aws.faults().failNext("DescribeSnapshots", "UnauthorizedOperation");
        start("web-1").onProgress(told::add).await();
        assertThat(told.get(0).percent()).isEmpty();
        assertThat(told.get(1).percent()).isPresent();
    }

    @Test
    void aListenerThatThrowsEndsTheWaitOnly() {
        Pending<Image> pending = start("web-1");
        assertThatThrownBy(() -> pending.onProgress(progress -> {
                            throw new IllegalStateException("enough");
                        })
                        .await())
                .hasMessage("enough");
        assertThat(pending.await().state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void aThrottledLookIsMadeAgain() {
        Pending<Image> pending = start("web-1");
        aws.faults().failNext("DescribeImages", "RequestLimitExceeded");
        assertThat(pending.await().state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void looksThatAreRefusedEndTheWait() {
        Pending<Image> pending = start("web-1");
        aws.faults().failNext("DescribeImages", "UnauthorizedOperation");
        assertThatThrownBy(pending::await).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void looksThatStayThrottledEndTheWaitAfterTheGrace() {
        Pending<Image> pending = start("web-1");
        aws.faults().failByChance(1, "RequestLimitExceeded");
        Instant begun = aws.clock().instant();
        assertThatThrownBy(pending::await).isInstanceOf(ThrottledException.class);
        assertThat(Duration.between(begun, aws.clock().instant()))
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(7));
    }

    /** How many times images were looked at while that many were awaited, with pauses that chance makes the same. */
    private static int looksFor(int count, Function<List<Pending<Image>>, List<Image>> awaiting) {
        InMemoryAws aws = InMemoryAws.create();
        List<Pending<Image>> handles = start(Amis.using(aws), count, aws);
        int before = looks(aws);
        assertThat(awaiting.apply(handles)).hasSize(count);
        return looks(aws) - before;
    }

    private static List<Image> inTurn(List<Pending<Image>> handles) {
        return handles.stream().map(Pending::await).toList();
    }

    private static List<Image> atOnce(List<Pending<Image>> handles) {
        ExecutorService threads = Executors.newFixedThreadPool(handles.size());
        try {
            List<CompletableFuture<Image>> futures =
                    handles.stream().map(handle -> handle.awaitAsync(threads)).toList();
            return futures.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Pending<Image>> start(Amis on, int count) {
        return start(on, count, aws);
    }

    private static List<Pending<Image>> start(Amis on, int count, InMemoryAws aws) {
        InstanceId source = aws.runInstance();
        List<Pending<Image>> handles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            handles.add(on.create("web-" + (1000 + i)).fromInstance(source).start());
        }
        return handles;
    }

    private Pending<Image> start(String name) {
        return amis.create(name).fromInstance(instance).start();
    }

    /** The id in the handle's text. */
    private static ImageId id(Pending<Image> pending) {
        return ImageId.of(pending.toString().replaceAll(".*(ami-[0-9a-f]+).*", "$1"));
    }

    private static int looks(InMemoryAws aws) {
        return aws.calls().count("DescribeImages");
    }
}
