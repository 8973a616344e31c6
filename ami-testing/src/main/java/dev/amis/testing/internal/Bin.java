package dev.amis.testing.internal;

import dev.amis.model.Tags;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Recycle Bin of an account in a Region: its rules, and what they keep. */
final class Bin {

    /** A resource in the bin. */
    record Kept<R>(R resource, Instant enterTime, Instant exitTime) {}

    private final List<RecycleBinRule> rules = new ArrayList<>();
    private final Map<String, Kept<ImageRecord>> images = new LinkedHashMap<>();
    private final Map<String, Kept<SnapshotRecord>> snapshots = new LinkedHashMap<>();

    List<RecycleBinRule> rules() {
        return rules;
    }

    Map<String, Kept<ImageRecord>> images() {
        return images;
    }

    Map<String, Kept<SnapshotRecord>> snapshots() {
        return snapshots;
    }

    /** How long a resource is kept when it is removed; of several rules the longest wins. */
    Optional<Duration> retention(RecycleBinResourceType type, Tags tags) {
        return rules.stream()
                .filter(rule -> rule.resourceType() == type && rule.covers(tags))
                .map(RecycleBinRule::retention)
                .max(Comparator.naturalOrder());
    }
}
