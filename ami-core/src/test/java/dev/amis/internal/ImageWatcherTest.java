package dev.amis.internal;

import static dev.amis.internal.ScriptedAws.all;
import static dev.amis.internal.ScriptedAws.asked;
import static dev.amis.internal.ScriptedAws.id;
import static dev.amis.internal.ScriptedAws.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.Failure;
import dev.amis.error.ImageFailedException;
import dev.amis.error.NotFoundException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.error.WaitTimeoutException;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.Page;
import dev.amis.time.Pending;
import dev.amis.time.Sleeper;
import dev.amis.time.WaitPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ImageWatcherTest {

    private static final Region HERE = Region.EU_WEST_1;
    private static final Region THERE = Region.US_WEST_2;

    private final ScriptedAws aws = new ScriptedAws();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void looksComeAfterPausesThatGrow() {
        List<Long> seconds = new ArrayList<>();
        Instant begun = aws.clock().instant();
        aws.answering(HERE, question -> {
            seconds.add(Duration.between(begun, aws.clock().instant()).toSeconds());
            return all(question, HERE, seconds.size() < 6 ? ImageState.PENDING : ImageState.AVAILABLE);
        });
        pending(watcher(aws.sleeper()), 1).await();
        assertThat(seconds).containsExactly(0L, 2L, 5L, 9L, 16L, 26L);
    }

    @Test
    void thousandsOfImagesAreAskedForInChunks() {
        aws.answering(HERE, question -> all(question, HERE, ImageState.AVAILABLE));
        ImageWatcher watcher = watcher(aws.sleeper());
        List<Pending<Image>> handles = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            handles.add(pending(watcher, i));
        }
        handles.forEach(Pending::await);
        assertThat(aws.questions())
                .hasSize(3)
                .allMatch(question -> asked(question).count() <= 200);
    }

    @Test
    void anUnknownIdIsNotAskedForByIdWithOthersAgain() {
        AtomicInteger looks = new AtomicInteger();
        aws.answering(HERE, question -> {
            if (question.imageIds().contains(id(2))) {
                throw notFound();
            }
            ImageState state = looks.incrementAndGet() > 3 ? ImageState.AVAILABLE : ImageState.PENDING;
            return Page.only(asked(question)
                    .filter(id -> !id.equals(id(2)))
                    .map(id -> image(id, HERE, state))
                    .toList());
        });
        ImageWatcher watcher = watcher(aws.sleeper());
        Pending<Image> unknown = pending(watcher, 2);
        pending(watcher, 1).await();
        assertThat(unknown.poll()).isEmpty();
        assertThat(aws.questions().subList(0, 5))
                .extracting(question -> question.imageIds().size())
                .containsExactly(2, 0, 0, 0, 0);
    }

    @Test
    void anImageThatWasSeenAndIsMissingWithoutAnErrorIsGoneAtOnce() {
        AtomicInteger looks = new AtomicInteger();
        aws.answering(
                HERE,
                question ->
                        looks.incrementAndGet() == 1 ? all(question, HERE, ImageState.PENDING) : Page.only(List.of()));
        assertThatThrownBy(() -> pending(watcher(aws.sleeper()), 1).await())
                .isInstanceOf(ImageFailedException.class)
                .hasMessageContaining("it was pending and is gone");
        assertThat(looks).hasValue(2);
    }

    @Test
    void aStaleAnswerIsNotTakenForTheEnd() {
        AtomicInteger looks = new AtomicInteger();
        aws.answering(HERE, question -> switch (looks.incrementAndGet()) {
            case 1 -> all(question, HERE, ImageState.PENDING);
            case 2 -> throw notFound();
            default -> all(question, HERE, ImageState.AVAILABLE);
        });
        assertThat(pending(watcher(aws.sleeper()), 1).await().state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void anImageThatEndsInAnyUselessStateEndsTheWait() {
        for (ImageState state : List.of(
                ImageState.FAILED,
                ImageState.INVALID,
                ImageState.ERROR,
                ImageState.DEREGISTERED,
                ImageState.DISABLED)) {
            aws.answering(HERE, question -> all(question, HERE, state));
            assertThatThrownBy(() -> pending(watcher(aws.sleeper()), 1).await())
                    .isInstanceOf(ImageFailedException.class)
                    .hasMessageContaining("it is " + state);
        }
    }

    @Test
    void aSlowRegionDoesNotHoldUpAnother() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        aws.answering(HERE, question -> {
            asked.countDown();
            await(slow);
            return all(question, HERE, ImageState.AVAILABLE);
        });
        aws.answering(THERE, question -> all(question, THERE, ImageState.AVAILABLE));
        ImageWatcher watcher = watcher(aws.sleeper());
        CompletableFuture<Image> here = pending(watcher, 1).awaitAsync(threads);
        asked.await();
        Image there =
                PendingImages.one(watcher, watcher.watch(THERE, id(2), true)).await();
        assertThat(there.region()).isEqualTo(THERE);
        assertThat(here).isNotDone();
        slow.countDown();
        assertThat(here.join().region()).isEqualTo(HERE);
    }

    @Test
    void anInterruptedSleeperHandsOverToAnother() throws InterruptedException {
        CountDownLatch sleeping = new CountDownLatch(1);
        AtomicReference<Thread> first = new AtomicReference<>();
        Sleeper sleeper = duration -> {
            if (first.compareAndSet(null, Thread.currentThread())) {
                sleeping.countDown();
                new CountDownLatch(1).await();
            }
            aws.pass(duration);
        };
        AtomicInteger looks = new AtomicInteger();
        aws.answering(
                HERE,
                question ->
                        all(question, HERE, looks.incrementAndGet() < 5 ? ImageState.PENDING : ImageState.AVAILABLE));
        ImageWatcher watcher = watcher(sleeper);
        Pending<Image> handle = pending(watcher, 1);
        CompletableFuture<Image> one = handle.awaitAsync(threads);
        sleeping.await();
        CompletableFuture<Image> other = handle.awaitAsync(threads);
        first.get().interrupt();
        assertThatThrownBy(one::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WaitInterruptedException.class);
        assertThat(other.join().state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void aShorterDeadlineIsKeptThoughAnotherThreadSleepsLonger() throws InterruptedException {
        CountDownLatch sleeping = new CountDownLatch(1);
        CountDownLatch wake = new CountDownLatch(1);
        List<Duration> slept = new ArrayList<>();
        Sleeper sleeper = duration -> {
            synchronized (slept) {
                slept.add(duration);
            }
            if (duration.compareTo(Duration.ofSeconds(1)) > 0) {
                sleeping.countDown();
                wake.await();
            } else {
                aws.pass(duration);
            }
        };
        aws.answering(HERE, question -> all(question, HERE, ImageState.PENDING));
        ImageWatcher watcher = watcher(sleeper);
        Pending<Image> handle = pending(watcher, 1);
        CompletableFuture<Image> patient = handle.awaitAsync(threads);
        sleeping.await();
        assertThatThrownBy(() -> handle.await(Duration.ofMillis(500))).isInstanceOf(WaitTimeoutException.class);
        assertThat(slept).endsWith(Duration.ofMillis(500));
        assertThat(patient).isNotDone();
    }

    @Test
    void aLookThatDiesLeavesNothingBehindThatOthersWaitFor() {
        AtomicInteger looks = new AtomicInteger();
        aws.answering(HERE, question -> {
            if (looks.incrementAndGet() == 1) {
                throw new StackOverflowError("as if the process died");
            }
            return all(question, HERE, ImageState.AVAILABLE);
        });
        Pending<Image> handle = pending(watcher(aws.sleeper()), 1);
        assertThatThrownBy(handle::await).isInstanceOf(StackOverflowError.class);
        assertThat(handle.await().state()).isEqualTo(ImageState.AVAILABLE);
    }

    @Test
    void aNewImageIsLookedAtSoonThoughPausesHaveGrown() {
        Instant begun = aws.clock().instant();
        Function<DescribeImagesRequest, Page<Image>> script = question -> Page.only(asked(question)
                .map(id -> image(
                        id,
                        HERE,
                        id.equals(id(1)) && aws.clock().instant().isBefore(begun.plusSeconds(600))
                                ? ImageState.PENDING
                                : ImageState.AVAILABLE))
                .toList());
        aws.answering(HERE, script);
        ImageWatcher watcher = watcher(aws.sleeper());
        Pending<Image> slow = pending(watcher, 1);
        assertThatThrownBy(() -> slow.await(Duration.ofMinutes(5)));
        Instant later = aws.clock().instant();
        pending(watcher, 2).await();
        assertThat(Duration.between(later, aws.clock().instant())).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void waitingForNothingEndsAtOnce() {
        Pending<Integer> nothing = PendingImages.all(watcher(aws.sleeper()), List.of(), List::size);
        assertThat(nothing.await()).isZero();
        assertThat(nothing.poll()).contains(0);
        assertThat(aws.questions()).isEmpty();
    }

    private ImageWatcher watcher(Sleeper sleeper) {
        return new ImageWatcher(aws, aws.clock(), sleeper, WaitPolicy.DEFAULT, ScriptedAws.EVEN);
    }

    private static Pending<Image> pending(ImageWatcher watcher, int number) {
        return PendingImages.one(watcher, watcher.watch(HERE, id(number), true));
    }

    private static NotFoundException notFound() {
        return new NotFoundException(Failure.of("DescribeImages", "The image id does not exist")
                .code("InvalidAMIID.NotFound")
                .build());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
