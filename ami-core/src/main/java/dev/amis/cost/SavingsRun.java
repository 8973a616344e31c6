package dev.amis.cost;

import dev.amis.cost.Uncounted.Kind;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.model.SnapshotId;
import dev.amis.plan.Action;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Follows a plan action by action, as EC2 would: a snapshot goes with the last image that needs it, or not at all. */
final class SavingsRun {

    /** A resource; ids are unique within their Region. */
    private record Place<T>(Region region, T id) {}

    private final Savings.Builder savings = Savings.builder();
    private final Map<Place<SnapshotId>, SnapshotCost> snapshots = new LinkedHashMap<>();
    private final Map<Place<SnapshotId>, Set<ImageId>> users = new LinkedHashMap<>();
    private final Map<Place<ImageId>, Set<SnapshotId>> images = new LinkedHashMap<>();
    private final Set<Place<SnapshotId>> released = new LinkedHashSet<>();
    private final Set<Place<SnapshotId>> unread = new LinkedHashSet<>();

    private SavingsRun(CostReport report) {
        report.images()
                .forEach(image -> images.put(new Place<>(image.region(), image.imageId()), new LinkedHashSet<>()));
        for (SnapshotCost snapshot : report.snapshots()) {
            Place<SnapshotId> place = new Place<>(snapshot.region(), snapshot.snapshotId());
            snapshots.put(place, snapshot);
            users.put(place, new LinkedHashSet<>(snapshot.images()));
            snapshot.images()
                    .forEach(image -> images.computeIfAbsent(
                                    new Place<>(snapshot.region(), image), none -> new LinkedHashSet<>())
                            .add(snapshot.snapshotId()));
        }
    }

    static Savings of(CostReport report, Plan plan) {
        if (!plan.account().equals(report.account())) {
            throw new IllegalArgumentException("plan is about account " + plan.account()
                    + ", but must be about that of the estimate, " + report.account());
        }
        SavingsRun run = new SavingsRun(report);
        run.savings.plan(plan.title()).before(report.total());
        plan.actions().stream().map(PlannedAction::action).forEach(run::follow);
        run.tellWhatStays();
        return run.savings.build();
    }

    private void follow(Action action) {
        if (action instanceof Action.Deregister deregister) {
            deregister(deregister);
        } else if (action instanceof Action.DeleteSnapshot deletion) {
            delete(deletion);
        }
    }

    private void deregister(Action.Deregister action) {
        Set<SnapshotId> needed = images.get(new Place<>(action.region(), action.imageId()));
        if (needed == null) {
            savings.addUncounted(new Uncounted(
                    action.region(), Kind.ACTION, action.imageId().value(), "the estimate does not know the image"));
            return;
        }
        for (SnapshotId id : needed) {
            Place<SnapshotId> place = new Place<>(action.region(), id);
            Set<ImageId> left = users.get(place);
            if (left != null && left.remove(action.imageId())) {
                released.add(place);
                if (left.isEmpty() && action.withSnapshots()) {
                    remove(place);
                }
            }
        }
        if (action.withSnapshots()) {
            action.snapshots().stream()
                    .filter(id -> !needed.contains(id))
                    .forEach(id -> tellUnread(new Place<>(action.region(), id)));
        }
    }

    private void delete(Action.DeleteSnapshot action) {
        Place<SnapshotId> place = new Place<>(action.region(), action.snapshotId());
        Set<ImageId> left = users.get(place);
        if (left == null) {
            tellUnread(place);
        } else if (left.isEmpty()) {
            remove(place);
        } else {
            released.add(place);
        }
    }

    private void remove(Place<SnapshotId> place) {
        SnapshotCost snapshot = snapshots.remove(place);
        if (snapshot == null) {
            return;
        }
        savings.addSaving(new Saving(
                snapshot.region(),
                snapshot.snapshotId(),
                snapshot.archived(),
                snapshot.perMonth(),
                snapshot.keptWhenDeleted()));
        if (!snapshot.perMonth().complete()) {
            savings.addUncounted(new Uncounted(
                    place.region(), Kind.PRICE, place.id().value(), "no price known for " + place.region()));
        }
    }

    private void tellUnread(Place<SnapshotId> place) {
        if (!snapshots.containsKey(place) && !users.containsKey(place) && unread.add(place)) {
            savings.addUncounted(new Uncounted(
                    place.region(), Kind.ACTION, place.id().value(), "the estimate does not know the snapshot"));
        }
    }

    private void tellWhatStays() {
        released.stream().filter(snapshots::containsKey).forEach(place -> {
            if (users.getOrDefault(place, Set.of()).isEmpty()) {
                savings.addLeftBehind(place.id());
            } else {
                savings.addStillNeeded(place.id());
            }
        });
    }
}
