package dev.amis.create;

import dev.amis.internal.RequestDigest;
import dev.amis.internal.RequestTag;
import dev.amis.model.Image;
import dev.amis.model.Instance;
import dev.amis.model.InstanceId;
import dev.amis.model.Tags;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a bake writes on the instance that it stops and on the image that it makes, as the value of a tag, for as long as it is
 * not at its end. Tags get copied, on images by {@code CopyImage} and on instances by whoever launches more of the same, so
 * that a mark says whose it is: it counts only where it was put.
 *
 * @param bake the digest of the bake
 * @param step what the bake was about to do
 * @param instanceId the instance that is baked
 * @param since when the mark was put; nothing on an image, whose date of creation says it
 * @param name the name of the image, also if there is none yet
 */
record BakeMark(String bake, Step step, InstanceId instanceId, Optional<Instant> since, String name) {

    static final String KEY = "amis:bake";

    /** Stands for the time where there is none. */
    private static final String NO_TIME = "-";

    private static final int FIELDS = 5;

    /** What a bake was about to do when it wrote. */
    enum Step {
        STOPPING,
        MAKING,
        PUBLISHING
    }

    static BakeMark stopping(String bake, InstanceId instance, Instant now, String name) {
        return new BakeMark(bake, Step.STOPPING, instance, Optional.of(now), name);
    }

    static BakeMark making(String bake, InstanceId instance, String name) {
        return new BakeMark(bake, Step.MAKING, instance, Optional.empty(), name);
    }

    BakeMark publishing() {
        return new BakeMark(bake, Step.PUBLISHING, instanceId, since, name);
    }

    /** The digest of the bake that asks for an image by a request with this tag. */
    static String digest(String requestTag) {
        return RequestDigest.of("bake").with("image", requestTag).hex();
    }

    /** Reads a mark; nothing if there is none, or it says what no bake of this version writes. */
    static Optional<BakeMark> of(Tags tags) {
        return tags.get(KEY).flatMap(BakeMark::parse);
    }

    private static Optional<BakeMark> parse(String text) {
        String[] fields = text.split(" ", FIELDS);
        if (fields.length != FIELDS) {
            return Optional.empty();
        }
        try {
            BakeMark mark = new BakeMark(
                    fields[0],
                    Step.valueOf(fields[1].toUpperCase(Locale.ROOT)),
                    InstanceId.of(fields[2]),
                    fields[3].equals(NO_TIME) ? Optional.empty() : Optional.of(Instant.parse(fields[3])),
                    fields[4]);
            return mark.toString().equals(text) ? Optional.of(mark) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    /** Why the mark on an instance proves nothing, half a sentence; nothing if it does. */
    Optional<String> whyNotOf(Instance instance) {
        if (step != Step.STOPPING) {
            return Optional.of("its mark is one of an image");
        }
        return instanceId.equals(instance.instanceId())
                ? Optional.empty()
                : Optional.of("its mark is that of " + instanceId + ", from which its tags were copied");
    }

    /** Why the mark on an image proves nothing, half a sentence; nothing if it does. */
    Optional<String> whyNotOf(Image image) {
        if (step == Step.STOPPING) {
            return Optional.of("its mark is one of an instance");
        }
        if (!image.sourceInstanceId().equals(Optional.of(instanceId))) {
            return Optional.of("its mark is that of an image of " + instanceId + ", and it was not made from that");
        }
        boolean asked = image.tags()
                .get(RequestTag.KEY)
                .filter(tag -> digest(tag).equals(bake))
                .isPresent();
        if (!asked) {
            return Optional.of("its tag " + RequestTag.KEY + " is not that of the bake");
        }
        return image.name().equals(Optional.of(name))
                ? Optional.empty()
                : Optional.of("its mark is that of the image " + name + ", from which its tags were copied");
    }

    Tags tags() {
        return Tags.of(KEY, toString());
    }

    /** The value of the tag. */
    @Override
    public String toString() {
        return bake + " " + step.name().toLowerCase(Locale.ROOT) + " " + instanceId + " "
                + since.map(Instant::toString).orElse(NO_TIME) + " " + name;
    }
}
