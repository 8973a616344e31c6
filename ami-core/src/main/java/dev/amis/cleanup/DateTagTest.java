package dev.amis.cleanup;

import dev.amis.model.Image;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps images until the date in a tag. What is no date keeps for good: somebody meant to say something. */
final class DateTagTest implements KeepTest {

    private final String key;
    private final Instant now;
    private final Kind kind;
    private final @Nullable Reason untagged;
    private final Map<String, Optional<Reason>> byValue = new HashMap<>();

    private DateTagTest(String key, Instant now, Kind kind, @Nullable Reason untagged) {
        this.key = key;
        this.now = now;
        this.kind = kind;
        this.untagged = untagged;
    }

    /** An image without the tag is not kept by this. */
    static KeepTest until(String key, Instant now) {
        return new DateTagTest(key, now, Kind.TAGGED, null);
    }

    /** An image without the tag is kept by this. */
    static KeepTest unlessExpired(String key, Instant now) {
        Reason untagged =
                new Reason(Kind.NOT_EXPIRED, "not tagged " + key + ", and the policy touches only what has expired");
        return new DateTagTest(key, now, Kind.NOT_EXPIRED, untagged);
    }

    @Override
    public @Nullable Reason keeps(Image image, Place place) {
        Optional<String> value = image.tags().get(key);
        return value.isEmpty()
                ? untagged
                : byValue.computeIfAbsent(value.get(), this::read).orElse(null);
    }

    private Optional<Reason> read(String value) {
        Optional<TagDate> date = TagDate.parse(value);
        if (date.isEmpty()) {
            return Optional.of(new Reason(kind, "tag " + key + " holds no date, so it is kept for good"));
        }
        return date.get().hasPassed(now)
                ? Optional.empty()
                : Optional.of(new Reason(kind, "tag " + key + " keeps it until " + date.get()));
    }
}
