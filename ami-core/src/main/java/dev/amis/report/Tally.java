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

/** How many images there are of each verdict, and how large their volumes are. */
final class Tally {

    private final Map<Verdict, Long> images = new EnumMap<>(Verdict.class);
    private final Map<Verdict, Long> gib = new EnumMap<>(Verdict.class);

    static Tally of(Collection<Decision> decisions) {
        Tally tally = new Tally();
        decisions.forEach(tally::add);
        return tally;
    }

    void add(Decision decision) {
        images.merge(decision.verdict(), 1L, Long::sum);
        gib.merge(decision.verdict(), decision.volumeGib(), Long::sum);
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

    /** For example {@code 12 images: 3 deregister, 9 keep}. */
    String describe() {
        return Words.count(images(), "image") + ": "
                + verdicts().stream()
                        .map(verdict -> Words.number(images(verdict)) + " " + Words.name(verdict))
                        .collect(Collectors.joining(", "));
    }
}
