package dev.amis.internal;

import dev.amis.error.Failure;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An image that is awaited, and what the looks at its Region have shown of it. Its changing parts are guarded by the lock
 * of the watcher that made it. The watcher knows it only weakly: an image that nobody awaits any more is looked at no more.
 */
public final class AwaitedImage {

    private final Region region;
    private final ImageId imageId;
    private boolean ours;
    private Optional<Image> seen = Optional.empty();
    private Optional<Instant> missingSince = Optional.empty();
    private Optional<Settled> settled = Optional.empty();
    private OptionalInt percent = OptionalInt.empty();
    private int listeners;
    private long looks;

    AwaitedImage(Region region, ImageId imageId, boolean ours) {
        this.region = region;
        this.imageId = imageId;
        this.ours = ours;
    }

    /**
     * The Region of the image.
     *
     * @return the Region
     */
    public Region region() {
        return region;
    }

    /**
     * The id of the image.
     *
     * @return the id
     */
    public ImageId imageId() {
        return imageId;
    }

    /** What the next look has to know of it. */
    ImageLook.Wanted wanted() {
        return new ImageLook.Wanted(imageId, ours, seen.isPresent(), missingSince.isPresent(), listeners > 0);
    }

    Optional<Settled> settled() {
        return settled;
    }

    boolean isOpen() {
        return settled.isEmpty();
    }

    /** How many looks included it. */
    long looks() {
        return looks;
    }

    void listen(int change) {
        listeners += change;
    }

    OptionalInt percent() {
        return percent;
    }

    /** The state as people read it. */
    String state() {
        return seen.map(Image::stateText).orElse("not visible yet");
    }

    /** What is awaited, as people name it. */
    @Override
    public String toString() {
        return imageId
                + seen.flatMap(Image::name).map(name -> " (" + name + ")").orElse("") + " in " + region;
    }

    void found(Image image, OptionalInt done, AccountId account) {
        looks++;
        percent = done;
        seen = Optional.of(image);
        missingSince = Optional.empty();
        ours = image.ownerId().equals(account);
        ImageState state = image.state();
        if (state == ImageState.AVAILABLE) {
            percent = OptionalInt.of(100);
            settled = Optional.of(new Settled.Available(image));
        } else if (state.endsWaiting() || state == ImageState.DISABLED) {
            settled = Optional.of(new Settled.Failed(EndOfWaiting.failure(image)));
        }
    }

    void gone() {
        looks++;
        settled = Optional.of(vanished());
    }

    /** A look did not show it. One that was seen before has a tenth of the grace: only a stale answer can excuse it. */
    void missed(Instant now, Duration grace) {
        looks++;
        Instant since = missingSince.orElse(now);
        missingSince = Optional.of(since);
        Duration missing = Duration.between(since, now);
        if (seen.isPresent() && missing.compareTo(grace.dividedBy(10)) > 0) {
            settled = Optional.of(vanished());
        } else if (missing.compareTo(grace) > 0) {
            settled =
                    Optional.of(new Settled.NotFound(failure("it has not been visible for " + grace.toSeconds() + " s")
                            .advice(
                                    "Check the id, the Region and the account; an image that was deregistered does not come back")
                            .build()));
        }
    }

    private Settled vanished() {
        return new Settled.Failed(failure("it was " + state() + " and is gone: it was deregistered")
                .advice("Nothing is left to wait for; make it again if it is still wanted")
                .build());
    }

    private Failure.Builder failure(String reason) {
        return Failure.of("await", reason).resource(imageId.value()).region(region);
    }
}
