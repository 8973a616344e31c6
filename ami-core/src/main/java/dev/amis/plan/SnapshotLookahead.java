package dev.amis.plan;

import dev.amis.internal.IdFilters;
import dev.amis.internal.OwnResources;
import dev.amis.internal.owners.SnapshotNeed;
import dev.amis.internal.owners.SnapshotOwners;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.spi.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Asks who needs the snapshots that are deleted next, together for as many as {@link Lookahead} does for images. */
final class SnapshotLookahead {

    private final Run run;
    private Batch batch = new Batch(Region.US_EAST_1, List.of(), Map.of(), Instant.MIN);

    /** What was told of snapshots, and when. */
    private record Batch(Region region, List<String> sources, Map<SnapshotId, List<String>> uses, Instant at) {

        boolean tells(Action.DeleteSnapshot deletion, List<String> bySources, Instant now) {
            return uses.containsKey(deletion.snapshotId())
                    && region.equals(deletion.region())
                    && sources.equals(bySources)
                    && !now.isAfter(at.plus(Lookahead.FRESH));
        }
    }

    SnapshotLookahead(Run run) {
        this.run = run;
    }

    /** What keeps a snapshot from counting as unused, by the sources that its plan relies on. */
    List<String> usesOf(int index, Action.DeleteSnapshot deletion, List<String> sources) {
        if (sources.isEmpty()) {
            return List.of();
        }
        Instant now = run.session().now();
        if (!batch.tells(deletion, sources, now)) {
            batch = new Batch(deletion.region(), sources, read(deletion.region(), sources, ahead(index)), now);
        }
        return batch.uses().getOrDefault(deletion.snapshotId(), List.of("who needs it could not be asked"));
    }

    private Set<SnapshotId> ahead(int index) {
        List<PlannedAction> actions = run.plan().actions();
        Region region = actions.get(index).action().region();
        Set<SnapshotId> ahead = new LinkedHashSet<>();
        for (int i = index; i < actions.size() && ahead.size() < Lookahead.MOST; i++) {
            if (actions.get(i).action() instanceof Action.DeleteSnapshot next
                    && next.region().equals(region)) {
                ahead.add(next.snapshotId());
            }
        }
        return ahead;
    }

    private Map<SnapshotId, List<String>> read(Region region, List<String> sources, Set<SnapshotId> ahead) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (Filter ids : IdFilters.of("snapshot-id", ahead)) {
            snapshots.addAll(OwnResources.snapshots(run.session().in(region), ids));
        }
        SnapshotOwners owners = SnapshotOwners.read(
                run.session(), region, new SnapshotOwners.Question(sources, regions(), List.of(), Map.of()), snapshots);
        Map<SnapshotId, List<String>> uses = new LinkedHashMap<>();
        for (Snapshot snapshot : snapshots) {
            List<String> all = new ArrayList<>();
            owners.of(snapshot.snapshotId()).stream()
                    .map(SnapshotNeed::toString)
                    .forEach(all::add);
            owners.unread()
                    .forEach((name, why) ->
                            all.add("source '" + name + "' could not be read, so it counts as in use: " + why));
            uses.put(snapshot.snapshotId(), List.copyOf(all));
        }
        return uses;
    }

    private Set<Region> regions() {
        Set<Region> regions = new TreeSet<>();
        run.plan().decisions().forEach(decision -> regions.add(decision.region()));
        return regions;
    }
}
