package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.Tags;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Something that has an id, an owner and tags, and that EC2 may not show at once. Guarded by the world's lock. */
abstract class Resource {

    private final AccountId owner;
    private Map<AccountId, Tags> tagsOfOthers = Map.of();
    private Instant shownFrom = Instant.MIN;
    private int missesLeft;
    private int place;

    Resource(AccountId owner) {
        this.owner = owner;
    }

    abstract String id();

    abstract Tags ownTags();

    abstract void setOwnTags(Tags tags);

    AccountId owner() {
        return owner;
    }

    boolean isOwnedBy(AccountId account) {
        return owner.equals(account);
    }

    /** The tags that an account sees: its own, never those of another account. */
    Tags tagsSeenBy(AccountId viewer) {
        return isOwnedBy(viewer) ? ownTags() : tagsOfOthers.getOrDefault(viewer, Tags.none());
    }

    void setTags(AccountId viewer, Tags tags) {
        if (isOwnedBy(viewer)) {
            setOwnTags(tags);
        } else {
            tagsOfOthers = new HashMap<>(tagsOfOthers);
            tagsOfOthers.put(viewer, tags);
        }
    }

    /** Keeps it from being seen for a while, as EC2 may do with what is new. */
    void hide(Instant until, int misses) {
        this.shownFrom = until;
        this.missesLeft = misses;
    }

    /** Tells whether this look misses it; a look uses up one of the misses. */
    boolean missedAt(Instant now) {
        if (missesLeft > 0) {
            missesLeft--;
            return true;
        }
        return now.isBefore(shownFrom);
    }

    int place() {
        return place;
    }

    void place(int slot) {
        this.place = slot;
    }
}
