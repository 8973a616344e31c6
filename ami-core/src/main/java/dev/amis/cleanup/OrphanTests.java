package dev.amis.cleanup;

import dev.amis.internal.owners.SnapshotOrigin;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotState;
import dev.amis.model.Tags;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps a snapshot by itself, whoever needs it. */
final class OrphanTests {

    private static final Reason NOT_PROVEN =
            new Reason(Kind.NOT_ELIGIBLE, "nothing proves that it was made for an image, so it is somebody's own");
    private static final Reason UNDATED = new Reason(Kind.NOT_ELIGIBLE, "EC2 does not tell when it was made");

    private final OrphanPolicy policy;
    private final Instant now;
    private final List<String> imageTags;

    OrphanTests(OrphanPolicy policy, Instant now) {
        this.policy = policy;
        this.now = now;
        this.imageTags = List.copyOf(policy.imageTags());
    }

    List<Reason> of(Snapshot snapshot) {
        List<Reason> reasons = new ArrayList<>();
        addIneligible(snapshot, reasons);
        if (policy.kept().contains(snapshot.snapshotId())) {
            reasons.add(new Reason(Kind.LISTED, "named by its id"));
        }
        addYoung(snapshot, reasons);
        addTagged(snapshot.tags(), reasons);
        return reasons;
    }

    private void addIneligible(Snapshot snapshot, List<Reason> reasons) {
        if (snapshot.state() != SnapshotState.COMPLETED && snapshot.state() != SnapshotState.ERROR) {
            reasons.add(new Reason(Kind.NOT_ELIGIBLE, "its state is " + snapshot.stateText()));
        }
        manager(snapshot.tags()).ifPresent(who -> reasons.add(new Reason(Kind.NOT_ELIGIBLE, "managed by " + who)));
        if (SnapshotOrigin.of(snapshot, imageTags).isEmpty()) {
            reasons.add(NOT_PROVEN);
        }
        policy.onlyTagged().stream()
                .filter(rule -> !has(snapshot.tags(), rule.key(), rule.value()))
                .forEach(rule -> reasons.add(new Reason(Kind.NOT_ELIGIBLE, "not " + rule.describe())));
    }

    /** What services of AWS hold has tags whose keys only they can set; old ones of Data Lifecycle Manager begin otherwise. */
    private static Optional<String> manager(Tags tags) {
        return tags.asMap().keySet().stream()
                .filter(key -> key.startsWith("aws:") || key.startsWith("dlm:"))
                .findFirst()
                .map(key -> {
                    if (key.startsWith("aws:backup:")) {
                        return "AWS Backup, by tag " + key;
                    }
                    return key.contains("dlm:")
                            ? "Data Lifecycle Manager, by tag " + key
                            : "a service of AWS, by tag " + key;
                });
    }

    private void addYoung(Snapshot snapshot, List<Reason> reasons) {
        Optional<Instant> start = snapshot.startTime();
        if (start.isEmpty()) {
            reasons.add(UNDATED);
        } else if (start.get().isAfter(now.minus(policy.keepNewerThan()))) {
            reasons.add(new Reason(Kind.NEWER_THAN, "newer than " + Durations.text(policy.keepNewerThan())));
        }
    }

    private void addTagged(Tags tags, List<Reason> reasons) {
        policy.keepTagged().stream()
                .filter(rule -> has(tags, rule.key(), rule.value()))
                .forEach(rule -> reasons.add(new Reason(Kind.TAGGED, "tagged " + rule.key())));
        for (String key : policy.keepUntil()) {
            Optional<String> value = tags.get(key);
            Optional<TagDate> date = value.flatMap(TagDate::parse);
            if (value.isPresent() && date.isEmpty()) {
                reasons.add(new Reason(Kind.TAGGED, "tag " + key + " holds no date, so it is kept for good"));
            } else if (date.isPresent() && !date.get().hasPassed(now)) {
                reasons.add(new Reason(Kind.TAGGED, "tag " + key + " keeps it until " + date.get()));
            }
        }
    }

    private static boolean has(Tags tags, String key, Optional<String> value) {
        return value.isEmpty() ? tags.contains(key) : tags.get(key).equals(value);
    }
}
