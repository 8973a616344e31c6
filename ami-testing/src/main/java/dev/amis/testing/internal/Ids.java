package dev.amis.testing.internal;

import dev.amis.model.Region;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/** Ids out of a seed: the same calls get the same ids. Request ids have a source of their own, so that reading shifts nothing. */
final class Ids {

    private final long seed;
    private final SplittableRandom resources;
    private final SplittableRandom requests;

    Ids(long seed) {
        this.seed = seed;
        this.resources = new SplittableRandom(seed);
        this.requests = new SplittableRandom(~seed);
    }

    String next(String prefix) {
        return format(prefix, resources.nextLong());
    }

    String nextUuid() {
        return new UUID(resources.nextLong(), resources.nextLong()).toString();
    }

    String nextRequest() {
        return new UUID(requests.nextLong(), requests.nextLong()).toString();
    }

    /** An id that depends on nothing but its Region and a word, whenever it is asked for. */
    String fixed(String prefix, Region region, String word) {
        long mix = seed * 31 + (region + word).hashCode();
        return format(prefix, new SplittableRandom(mix).nextLong());
    }

    private static String format(String prefix, long value) {
        return String.format(Locale.ROOT, "%s-0%016x", prefix, value);
    }
}
