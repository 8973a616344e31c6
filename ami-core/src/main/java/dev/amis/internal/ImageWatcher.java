package dev.amis.internal;

import dev.amis.error.AmiException;
import dev.amis.error.Failure;
import dev.amis.error.WaitInterruptedException;
import dev.amis.error.WaitTimeoutException;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.spi.AmiProvider;
import dev.amis.time.Progress;
import dev.amis.time.Sleeper;
import dev.amis.time.WaitPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for images, all of one account together: in each Region there is one look per pause for everything that is awaited
 * there, however many handles and threads there are.
 *
 * <p>It has no threads of its own. Of the threads that wait, whoever finds a look due makes it, for all; one sleeps until
 * the next thing is due, the others wait to be woken by it, and each then decides anew. The lock is held for deciding only,
 * never while sleeping, calling AWS or telling listeners, so that one slow Region does not hold up another.
 */
public final class ImageWatcher {

    private static final Logger LOG = LoggerFactory.getLogger(ImageWatcher.class);

    private final AmiProvider provider;
    private final Clock clock;
    private final Sleeper sleeper;
    private final WaitPolicy policy;
    private final RandomGenerator random;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Region, RegionWatch> regions = new HashMap<>();
    private final List<Instant> wakeUps = new ArrayList<>();

    ImageWatcher(AmiProvider provider, Clock clock, Sleeper sleeper, WaitPolicy policy, RandomGenerator random) {
        this.provider = provider;
        this.clock = clock;
        this.sleeper = sleeper;
        this.policy = policy;
        this.random = random;
    }

    /** What a waiting thread does next, without the lock. */
    private sealed interface Step {

        record Look(RegionWatch at) implements Step {}

        record Sleep(Instant until) implements Step {}

        /** Another thread looks or sleeps for this one; this one was just woken by it. */
        record Join() implements Step {}

        record Done() implements Step {}
    }

    /**
     * Awaits an image together with all others of its Region; no call is made.
     *
     * @param region its Region
     * @param imageId its id
     * @param ours whether it surely belongs to the calling account
     * @return the image to await
     */
    public AwaitedImage watch(Region region, ImageId imageId, boolean ours) {
        AwaitedImage image = new AwaitedImage(region, imageId, ours);
        locked(() -> {
            watchOf(region).add(image);
            return image;
        });
        return image;
    }

    /** How long to wait if nobody says. */
    Duration deadline() {
        return policy.deadline();
    }

    /** Waits until all of the images are settled. */
    List<Settled> await(List<AwaitedImage> images, Duration atMost, List<Consumer<Progress>> listeners) {
        Wait wait = locked(() -> begin(images, atMost, listeners));
        try {
            while (true) {
                // Before a step is taken on, for a listener that throws must not leave one behind that others wait for.
                tell(wait);
                Step step = next(wait);
                if (step instanceof Step.Done) {
                    return locked(wait::results);
                } else if (step instanceof Step.Look look) {
                    // Whether a failure ends the wait is weighed in the next step, by every thread that it concerns.
                    look(look.at()).ifPresent(problem -> LOG.debug("A look failed: {}", problem.getMessage()));
                } else if (step instanceof Step.Sleep sleep) {
                    sleep(sleep.until());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException(
                    Failure.of("await", "the waiting thread was interrupted")
                            .resource(images.get(0).imageId().value())
                            .region(images.get(0).region())
                            .advice("Making the image goes on; await the same handle again")
                            .build(),
                    interrupted);
        } finally {
            locked(() -> end(wait));
        }
    }

    /** Looks once at every Region in which one of the images is not settled; nothing if one still is not. */
    Optional<List<Settled>> poll(List<AwaitedImage> images, List<Consumer<Progress>> listeners) {
        Wait wait = locked(() -> begin(images, policy.firstPause(), listeners));
        try {
            for (RegionWatch watch : locked(() -> watchesOf(wait))) {
                if (locked(() -> claim(watch))) {
                    orThrow(look(watch));
                }
            }
            tell(wait);
            return locked(() -> wait.open().isEmpty() ? Optional.of(wait.results()) : Optional.empty());
        } finally {
            locked(() -> end(wait));
        }
    }

    private Wait begin(List<AwaitedImage> images, Duration atMost, List<Consumer<Progress>> listeners) {
        Wait wait = new Wait(images, listeners, clock.instant(), atMost);
        for (AwaitedImage image : wait.open()) {
            RegionWatch watch = watchOf(image.region());
            wait.joins(watch);
            if (image.looks() == 0) {
                watch.hurry();
            }
        }
        wait.listen(1);
        return wait;
    }

    private Wait end(Wait wait) {
        wait.listen(-1);
        // Whoever waited for this thread to wake up must look after itself now.
        changed.signalAll();
        return wait;
    }

    private void tell(Wait wait) {
        wait.tell(locked(() -> wait.news(clock.instant())));
    }

    @SuppressWarnings("WaitNotInLoop") // the caller is the loop: news is told between waking up and deciding anew
    private Step next(Wait wait) throws InterruptedException {
        lock.lock();
        try {
            Step step = decide(wait);
            if (step instanceof Step.Join) {
                changed.await();
            }
            return step;
        } finally {
            lock.unlock();
        }
    }

    private Step decide(Wait wait) {
        List<RegionWatch> watches = watchesOf(wait);
        if (watches.isEmpty()) {
            return new Step.Done();
        }
        watches.forEach(watch -> orThrow(watch.failureAfter(wait.begunAtLook(watch))));
        Instant now = clock.instant();
        boolean late = !now.isBefore(wait.deadline());
        for (RegionWatch watch : watches) {
            if ((watch.isDue(now) || (late && watch.isStale(now))) && claim(watch)) {
                return new Step.Look(watch);
            }
        }
        if (watches.stream().anyMatch(RegionWatch::isLooking)) {
            return new Step.Join();
        }
        if (late) {
            throw new WaitTimeoutException(wait.timeout(now));
        }
        Instant wakeUp = watches.stream().map(RegionWatch::due).reduce(wait.deadline(), ImageWatcher::earlier);
        if (wakeUps.stream().anyMatch(other -> !other.isAfter(wakeUp))) {
            return new Step.Join();
        }
        wakeUps.add(wakeUp);
        return new Step.Sleep(wakeUp);
    }

    private void sleep(Instant wakeUp) throws InterruptedException {
        try {
            Duration pause = Duration.between(clock.instant(), wakeUp);
            if (!pause.isNegative()) {
                sleeper.sleep(pause);
            }
        } finally {
            locked(() -> {
                changed.signalAll();
                return wakeUps.remove(wakeUp);
            });
        }
    }

    /** Looks at a Region that was claimed; answers what the look failed with. */
    private Optional<AmiException> look(RegionWatch watch) {
        try {
            List<ImageLook.Wanted> wanted = locked(watch::wanted);
            ImageLook.Sight sight = ImageLook.at(provider.in(watch.region()), wanted);
            return locked(() -> watch.saw(wanted, sight, provider.account(), clock.instant()));
        } catch (AmiException problem) {
            return locked(() -> watch.lookFailed(problem, clock.instant()));
        } finally {
            locked(() -> {
                watch.endLook(clock.instant());
                changed.signalAll();
                return watch;
            });
        }
    }

    private boolean claim(RegionWatch watch) {
        if (watch.isLooking()) {
            return false;
        }
        watch.beginLook();
        return true;
    }

    private List<RegionWatch> watchesOf(Wait wait) {
        return wait.open().stream()
                .map(image -> watchOf(image.region()))
                .distinct()
                .toList();
    }

    private RegionWatch watchOf(Region region) {
        return regions.computeIfAbsent(region, missing -> new RegionWatch(missing, policy, random));
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static void orThrow(Optional<AmiException> problem) {
        if (problem.isPresent()) {
            throw problem.get();
        }
    }
}
