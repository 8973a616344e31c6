package dev.amis.internal;

import dev.amis.error.Failure;
import dev.amis.time.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One thread's wait for some images. Except for telling its listeners, it is guarded by the watcher's lock. */
final class Wait {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final List<AwaitedImage> images;
    private final List<Consumer<Progress>> listeners;
    private final Instant begun;
    private final Instant deadline;
    private final List<AwaitedImage> listenedTo;
    private final Map<AwaitedImage, Long> told = new HashMap<>();
    private final Map<RegionWatch, Long> begunAtLook = new HashMap<>();

    Wait(List<AwaitedImage> images, List<Consumer<Progress>> listeners, Instant begun, Duration atMost) {
        this.images = images;
        this.listeners = listeners;
        this.begun = begun;
        this.deadline = begun.plus(atMost.compareTo(LONGEST) > 0 ? LONGEST : atMost);
        this.listenedTo = listeners.isEmpty() ? List.of() : open();
        images.forEach(image -> told.put(image, image.looks()));
    }

    Instant deadline() {
        return deadline;
    }

    /** Counts this wait's listeners in, by 1, and out again, by -1. */
    void listen(int change) {
        listenedTo.forEach(image -> image.listen(change));
    }

    List<AwaitedImage> open() {
        return images.stream().filter(AwaitedImage::isOpen).toList();
    }

    List<Settled> results() {
        return images.stream().flatMap(image -> image.settled().stream()).toList();
    }

    void joins(RegionWatch watch) {
        begunAtLook.put(watch, watch.looks());
    }

    long begunAtLook(RegionWatch watch) {
        return begunAtLook.getOrDefault(watch, 0L);
    }

    /** What the listeners have not been told yet. */
    List<Progress> news(Instant now) {
        List<Progress> news = new ArrayList<>();
        for (AwaitedImage image : listenedTo) {
            if (image.looks() > told.getOrDefault(image, 0L)) {
                told.put(image, image.looks());
                news.add(new Progress(image.toString(), image.state(), image.percent(), Duration.between(begun, now)));
            }
        }
        return news;
    }

    /** Called without the lock: a listener may take its time, and may throw. */
    void tell(List<Progress> news) {
        news.forEach(one -> listeners.forEach(listener -> listener.accept(one)));
    }

    Failure timeout(Instant now) {
        List<AwaitedImage> open = open();
        AwaitedImage first = open.get(0);
        String others = open.size() == 1 ? "" : " and so were " + (open.size() - 1) + " more of " + images.size();
        return Failure.of(
                        "await",
                        "it was still " + first.state()
                                + (first.percent().isPresent()
                                        ? " (" + first.percent().getAsInt() + " %)"
                                        : "")
                                + " after " + Duration.between(begun, now).toSeconds() + " s" + others)
                .resource(first.imageId().value())
                .region(first.region())
                .advice("It goes on: await the same handle again, or in another process amis.in(Region.of(\""
                        + first.region() + "\")).await(ImageId.of(\"" + first.imageId() + "\"))")
                .build();
    }
}
