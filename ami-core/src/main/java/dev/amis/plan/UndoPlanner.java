package dev.amis.plan;

import dev.amis.error.Failure;
import dev.amis.error.StalePlanException;
import dev.amis.internal.Session;
import dev.amis.model.Region;
import dev.amis.usage.ReferenceSources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the plan that takes a report back: the last change first, and a note for each that cannot be taken back. */
final class UndoPlanner {

    private final Session session;
    private final ReferenceSources sources;
    private final Observer observer;
    private final Map<Region, BinContents> bins = new HashMap<>();

    UndoPlanner(Session session, ReferenceSources sources) {
        this.session = session;
        this.sources = sources;
        this.observer = new Observer(session);
    }

    Plan plan(ChangeReport report) {
        String title = "undo: " + report.title();
        if (!report.account().equals(session.account())) {
            throw new StalePlanException(
                    Failure.of(title, "it is about account " + report.account() + ", but this is " + session.account())
                            .advice("Undo it with the credentials of its account")
                            .build());
        }
        List<ActionResult> lastFirst = new ArrayList<>(report.results());
        Collections.reverse(lastFirst);
        Plan.Builder plan = Plan.of(title, session.account(), session.now());
        lastFirst.stream()
                .filter(result -> result.outcome() == Outcome.DONE || result.outcome() == Outcome.UNKNOWN)
                .forEach(result -> add(plan, result));
        return plan.build();
    }

    private void add(Plan.Builder plan, ActionResult result) {
        PlannedAction planned = result.planned();
        if (planned.reversibility().kind() == Reversibility.Kind.IRREVERSIBLE) {
            plan.addNote(planned.action().describe() + " " + planned.reversibility());
        }
        for (PlannedAction back : result.undo()) {
            Optional<String> obstacle = obstacle(back.action());
            if (obstacle.isPresent()) {
                plan.addNote(planned.action().describe() + " cannot be undone: " + obstacle.get());
                if (back.action() instanceof Action.RestoreImage) {
                    return; // what would follow needs the image
                }
            } else if (!isBackAlready(back.action())) {
                plan.addAction(planned.action() instanceof Action.Enable ? guarded(back) : back);
            }
        }
    }

    private Optional<String> obstacle(Action back) {
        if (back instanceof Action.Deprecate deprecate && !deprecate.at().isAfter(session.now())) {
            return Optional.of("the date before, " + deprecate.at() + ", has passed and cannot be set again");
        }
        if (!restores(back) || bin(back).ids().contains(back.target()) || isBackAlready(back)) {
            return Optional.empty();
        }
        return Optional.of(bin(back)
                .unread()
                .map(why -> "the Recycle Bin could not be read: " + why)
                .orElse(back.target() + " is not in the Recycle Bin"));
    }

    /** Only what the bin does not hold can be back; looking costs a call. */
    private boolean isBackAlready(Action back) {
        if (!restores(back) || bin(back).ids().contains(back.target())) {
            return false;
        }
        Effect<Action> effect = Effects.of(back);
        return effect.isDone(back, effect.look(back, Facts.none(), observer));
    }

    private BinContents bin(Action back) {
        return bins.computeIfAbsent(back.region(), region -> BinContents.read(session.in(region)));
    }

    private static boolean restores(Action back) {
        return back instanceof Action.RestoreImage || back instanceof Action.RestoreSnapshot;
    }

    /** An undo disables only what nothing has come to use since it was enabled. */
    private PlannedAction guarded(PlannedAction back) {
        if (!(back.action() instanceof Action.Disable)) {
            return back;
        }
        Facts unused = back.facts().withUnusedIn(sources.names());
        return new PlannedAction(back.action(), back.reason(), unused, back.reversibility());
    }
}
