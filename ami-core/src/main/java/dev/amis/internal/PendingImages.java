package dev.amis.internal;

import dev.amis.model.Image;
import dev.amis.time.Pending;
import dev.amis.time.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The handle on images in the making: one image, or several in any Regions that are awaited together.
 *
 * @param <T> what comes out once all are settled
 */
public final class PendingImages<T> implements Pending<T> {

    private final ImageWatcher watcher;
    private final List<AwaitedImage> images;
    private final Function<List<Settled>, T> outcome;
    private final List<Consumer<Progress>> listeners;

    private PendingImages(
            ImageWatcher watcher,
            List<AwaitedImage> images,
            Function<List<Settled>, T> outcome,
            List<Consumer<Progress>> listeners) {
        this.watcher = watcher;
        this.images = images;
        this.outcome = outcome;
        this.listeners = listeners;
    }

    /**
     * Awaits one image.
     *
     * @param watcher the watcher of its account
     * @param image the image
     * @return the handle
     */
    public static Pending<Image> one(ImageWatcher watcher, AwaitedImage image) {
        return all(watcher, List.of(image), settled -> settled.get(0).orThrow());
    }

    /**
     * Awaits images together.
     *
     * @param watcher the watcher of their account
     * @param images the images; with none the outcome is there at once
     * @param outcome makes what comes out, given how waiting ended for each image in their order
     * @param <T> what comes out
     * @return the handle
     */
    public static <T> Pending<T> all(
            ImageWatcher watcher, List<AwaitedImage> images, Function<List<Settled>, T> outcome) {
        return new PendingImages<>(watcher, List.copyOf(images), outcome, List.of());
    }

    @Override
    public T await() {
        return await(watcher.deadline());
    }

    @Override
    public T await(Duration atMost) {
        if (atMost.isZero() || atMost.isNegative()) {
            throw new IllegalArgumentException("atMost is " + atMost + ", but must be positive");
        }
        return outcome.apply(watcher.await(images, atMost, listeners));
    }

    @Override
    public CompletableFuture<T> awaitAsync(Executor executor) {
        return CompletableFuture.supplyAsync(this::await, executor);
    }

    @Override
    public Optional<T> poll() {
        return watcher.poll(images, listeners).map(outcome);
    }

    @Override
    public Pending<T> onProgress(Consumer<Progress> listener) {
        List<Consumer<Progress>> more = new ArrayList<>(listeners);
        more.add(listener);
        return new PendingImages<>(watcher, images, outcome, List.copyOf(more));
    }

    /** What is awaited, as people name it. */
    @Override
    public String toString() {
        return "pending " + images;
    }
}
