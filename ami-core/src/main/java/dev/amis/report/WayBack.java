package dev.amis.report;

import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.Reversibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The actions of a plan that can be taken back equally far.
 *
 * @param kind how far
 * @param retention for how long; present for {@link Reversibility.Kind#UNTIL}
 * @param actions how many actions there are
 * @param notes what comes back and what does not, each said once
 */
record WayBack(Reversibility.Kind kind, Optional<Duration> retention, int actions, List<String> notes) {

    /** How many notes are worth saying; the table of actions has them all. */
    private static final int SHOWN = 5;

    private record Key(Reversibility.Kind kind, Optional<Duration> retention) {}

    /** What cannot be undone first, then what the Recycle Bin keeps, the shortest first. */
    static List<WayBack> of(Plan plan) {
        Map<Key, List<Reversibility>> groups = new LinkedHashMap<>();
        for (PlannedAction planned : plan.actions()) {
            Reversibility way = planned.reversibility();
            groups.computeIfAbsent(new Key(way.kind(), way.retention()), key -> new ArrayList<>())
                    .add(way);
        }
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(WayBack::kind)
                        .reversed()
                        .thenComparing(way -> way.retention().orElse(Duration.ZERO)))
                .toList();
    }

    private static WayBack of(Key key, List<Reversibility> ways) {
        Set<String> notes = new LinkedHashSet<>();
        ways.forEach(way -> notes.add(way.note()));
        return new WayBack(key.kind(), key.retention(), ways.size(), List.copyOf(notes));
    }

    /** What comes back, in as many words as are worth it. */
    String summary() {
        List<String> first = notes.subList(0, Math.min(SHOWN, notes.size()));
        int more = notes.size() - first.size();
        return String.join("; ", first) + (more == 0 ? "" : "; and " + Words.number(more) + " more, see the actions");
    }

    /** Until when, in lines: the Recycle Bin counts from the moment of the action, which is not known yet. */
    List<String> until(Plan plan) {
        return switch (kind) {
            case REVERSIBLE, PARTLY -> List.of("no end");
            case IRREVERSIBLE -> List.of("never");
            case UNTIL -> {
                Duration time = retention.orElse(Duration.ZERO);
                yield List.of(
                        Words.time(after(plan.createdAt(), time)) + " if applied at once",
                        Words.time(after(plan.expiresAt(), time)) + " if applied right before it expires");
            }
        };
    }

    private static Instant after(Instant start, Duration time) {
        long left = Instant.MAX.getEpochSecond() - start.getEpochSecond();
        return time.toSeconds() >= left ? Instant.MAX : start.plus(time);
    }
}
