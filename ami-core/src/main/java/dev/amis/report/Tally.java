package dev.amis.report;

import dev.amis.plan.Decision;
import dev.amis.plan.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How many images or snapshots there are of each verdict, and how large their volumes are. */
final class Tally {

    private final Map<Verdict, Long> images = new EnumMap<>(Verdict.class);
    private final Map<Verdict, Long> cents = new EnumMap<>(Verdict.class);
    private long snapshots;
    private final Map<Verdict, Long> gib = new EnumMap<>(Verdict.class);

    static Tally of(Collection<Decision> decisions) {
        Tally tally = new Tally();
        decisions.forEach(tally::add);
        return tally;
    }

    void add(Decision decision) {
        snapshots += decision.isOfSnapshot() ? 1 : 0;
        images.merge(decision.verdict(), 1L, Long::sum);
        gib.merge(decision.verdict(), decision.volumeGib(), Long::sum);
    }

    void add(Decision decision, long costInCents) {
        add(decision);
        cents.merge(decision.verdict(), costInCents, Long::sum);
    }

    void addAll(Tally other) {
        other.images.forEach((verdict, more) -> images.merge(verdict, more, Long::sum));
        other.gib.forEach((verdict, more) -> gib.merge(verdict, more, Long::sum));
        other.cents.forEach((verdict, more) -> cents.merge(verdict, more, Long::sum));
        snapshots += other.snapshots;
    }

    /** What they cost per month, of those whose cost is known. */
    long cents(Verdict verdict) {
        return cents.getOrDefault(verdict, 0L);
    }

    long cents() {
        return cents.values().stream().mapToLong(Long::longValue).sum();
    }

    long images(Verdict verdict) {
        return images.getOrDefault(verdict, 0L);
    }

    long gib(Verdict verdict) {
        return gib.getOrDefault(verdict, 0L);
    }

    long images() {
        return images.values().stream().mapToLong(Long::longValue).sum();
    }

    long gib() {
        return gib.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What is removed, an upper bound of what that frees. */
    long removedGib() {
        return gib.entrySet().stream()
                .filter(entry -> entry.getKey().removes())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The verdicts that there are, the gravest first. */
    List<Verdict> verdicts() {
        Set<Verdict> there = images.keySet();
        List<Verdict> gravestFirst = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (there.contains(verdict)) {
                gravestFirst.add(0, verdict);
            }
        }
        return gravestFirst;
    }

    /** What is counted: images as a rule, snapshots if there are no others. */
    String noun() {
        if (snapshots == 0) {
            return "image";
        }
        return snapshots == images() ? "snapshot" : "resource";
    }

    /** For example {@code 12 images: 3 deregister, 9 keep}. */
    String describe() {
        return Words.count(images(), noun()) + ": "
                + verdicts().stream()
                        .map(verdict -> Words.number(images(verdict)) + " " + Words.name(verdict))
                        .collect(Collectors.joining(", "));
    }
}
