package dev.amis.cleanup;

import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.model.Region;
import dev.amis.model.ResourceId;
import dev.amis.model.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what a plan would remove of each owner, in all Regions together, and refuses more than the limits allow. */
final class OwnerTally {

    private final String operation;
    private final String noun;
    private final String verb;
    private final List<OwnerLimit> limits;
    private final List<Map<Optional<String>, Share>> shares;

    /** What would be removed of one owner. */
    private static final class Share {

        private final ResourceId example;
        private final Region region;
        private int removed;
        private int size;

        Share(Region region, ResourceId example) {
            this.region = region;
            this.example = example;
        }

        /** Rounded up, so that a limit of as much would let it through. */
        int percent() {
            return (int) ((removed * 100L + size - 1) / size);
        }
    }

    /**
     * Starts at nothing.
     *
     * @param operation what is refused, for the message
     * @param noun what is counted, for example {@code images}
     * @param verb what would be done with them
     */
    OwnerTally(String operation, String noun, String verb, List<OwnerLimit> limits) {
        this.operation = operation;
        this.noun = noun;
        this.verb = verb;
        this.limits = limits;
        this.shares = limits.stream()
                .<Map<Optional<String>, Share>>map(limit -> new HashMap<>())
                .toList();
    }

    boolean isIdle() {
        return limits.isEmpty();
    }

    void count(Region region, ResourceId id, Tags tags, boolean removed) {
        for (int i = 0; i < limits.size(); i++) {
            Share share =
                    shares.get(i).computeIfAbsent(tags.get(limits.get(i).tagKey()), owner -> new Share(region, id));
            share.size++;
            share.removed += removed ? 1 : 0;
        }
    }

    /**
     * Refuses what was counted, if it is too much.
     *
     * @throws ConflictException with the numbers, and how to raise the limit; the owner is named by what belongs to it, since
     *     values of tags are nobody else's business
     */
    void check() {
        for (int i = 0; i < limits.size(); i++) {
            for (Map.Entry<Optional<String>, Share> owner : shares.get(i).entrySet()) {
                check(limits.get(i), owner.getKey().isPresent(), owner.getValue());
            }
        }
    }

    private void check(OwnerLimit limit, boolean named, Share share) {
        String whose = named
                ? "whose tag " + limit.tagKey() + " is that of " + share.example
                : "that have no tag " + limit.tagKey();
        String would = "it would " + verb + " " + share.removed + " of the " + share.size + " " + noun + " " + whose;
        if (share.removed > limit.atMost().orElse(Integer.MAX_VALUE)) {
            throw refusal(
                    would + ", but at most " + limit.atMost().orElse(0) + " are allowed for each owner",
                    "atMostPerOwner(\"" + limit.tagKey() + "\", " + share.removed + ")",
                    share);
        }
        if (share.removed > 0 && share.percent() > limit.atMostPercent().orElse(100)) {
            throw refusal(
                    would + ", " + share.percent() + " percent, but at most "
                            + limit.atMostPercent().orElse(100) + " percent are allowed for each owner",
                    "atMostPercentPerOwner(\"" + limit.tagKey() + "\", " + share.percent() + ")",
                    share);
        }
    }

    private ConflictException refusal(String reason, String raise, Share share) {
        return new ConflictException(Failure.of(operation, reason)
                .resource(share.example.value())
                .region(share.region)
                .advice("Keep more, or raise the limit with " + raise)
                .build());
    }
}
