package dev.amis.internal;

import dev.amis.error.AmiException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.ProviderException;
import dev.amis.error.ThrottledException;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.time.WaitPolicy;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What is awaited in one Region, and when it is time to look next. Guarded by the watcher's lock. */
final class RegionWatch {

    private static final int PRUNING = 256;

    private final Region region;
    private final WaitPolicy policy;
    private final Pauses pauses;
    private final List<WeakReference<AwaitedImage>> images = new ArrayList<>();
    private Instant due = Instant.MIN;
    private Optional<Instant> lastLook = Optional.empty();
    private boolean looking;
    private long looks;
    private Optional<AmiException> failure = Optional.empty();
    private long failedLook;
    private Optional<Instant> failingSince = Optional.empty();

    RegionWatch(Region region, WaitPolicy policy, RandomGenerator random) {
        this.region = region;
        this.policy = policy;
        this.pauses = new Pauses(policy, random);
    }

    Region region() {
        return region;
    }

    void add(AwaitedImage image) {
        if (images.size() % PRUNING == PRUNING - 1) {
            // Handles that were dropped without a look would pile up otherwise.
            open();
        }
        images.add(new WeakReference<>(image));
    }

    /** What is still awaited; forgets the rest. */
    List<AwaitedImage> open() {
        images.removeIf(reference -> {
            AwaitedImage image = reference.get();
            return image == null || !image.isOpen();
        });
        return images.stream().map(WeakReference::get).filter(Objects::nonNull).toList();
    }

    /** Brings the next look forward for an image that no look has included yet, to one first pause after the last look. */
    void hurry() {
        pauses.restart();
        Instant soon = lastLook.map(last -> last.plus(policy.firstPause())).orElse(Instant.MIN);
        due = due.isBefore(soon) ? due : soon;
    }

    Instant due() {
        return due;
    }

    boolean isDue(Instant now) {
        return !now.isBefore(due);
    }

    /** Whether one more look before giving up would be a pause later than the last. */
    boolean isStale(Instant now) {
        return lastLook.map(last -> !now.isBefore(last.plus(policy.firstPause())))
                .orElse(true);
    }

    boolean isLooking() {
        return looking;
    }

    void beginLook() {
        looking = true;
    }

    void endLook(Instant now) {
        looking = false;
        looks++;
        lastLook = Optional.of(now);
        due = now.plus(pauses.next());
    }

    /** How many looks there were, failed ones too. */
    long looks() {
        return looks;
    }

    /** What the next look is for, each id once. */
    List<ImageLook.Wanted> wanted() {
        Map<ImageId, ImageLook.Wanted> wanted = new LinkedHashMap<>();
        for (AwaitedImage image : open()) {
            wanted.merge(image.imageId(), image.wanted(), ImageLook.Wanted::and);
        }
        return List.copyOf(wanted.values());
    }

    /** Takes in what a look showed, for those images only that it was for. */
    Optional<AmiException> saw(List<ImageLook.Wanted> wanted, ImageLook.Sight sight, AccountId account, Instant now) {
        failingSince = Optional.empty();
        Set<ImageId> asked = wanted.stream().map(ImageLook.Wanted::imageId).collect(Collectors.toSet());
        for (AwaitedImage image : open()) {
            ImageId id = image.imageId();
            Image found = sight.found().get(id);
            if (found != null) {
                image.found(found, sight.percentOf(id), account);
            } else if (sight.gone().contains(id)) {
                image.gone();
            } else if (asked.contains(id)) {
                image.missed(now, policy.visibilityGrace());
            }
        }
        return Optional.empty();
    }

    /**
     * Remembers that a look failed. What may pass by itself counts only once no look has succeeded for longer than the
     * grace: hours of waiting must not end because of one throttled call.
     */
    Optional<AmiException> lookFailed(AmiException problem, Instant now) {
        Instant since = failingSince.orElse(now);
        failingSince = Optional.of(since);
        boolean lasting = Duration.between(since, now).compareTo(policy.visibilityGrace()) > 0;
        if (lasting || !mayPass(problem)) {
            failure = Optional.of(problem);
            failedLook = looks + 1;
        }
        return Optional.of(problem);
    }

    /** The failure of a look after a given one that ends every wait for this Region. */
    Optional<AmiException> failureAfter(long look) {
        return failedLook > look ? failure : Optional.empty();
    }

    private static boolean mayPass(AmiException problem) {
        return problem instanceof ThrottledException
                || problem instanceof ProviderException
                || problem instanceof OutcomeUnknownException;
    }
}
