package dev.amis.plan;

import dev.amis.error.AmiException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.ProviderException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.internal.Patience;
import dev.amis.spi.RegionalProvider;
import dev.amis.spi.SnapshotDeletion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One action of a plan on its way: look, compare, write down, call, and settle what a lost answer leaves open. */
final class Attempt {

    /** How often a lost answer is looked after: a change that EC2 made shows within seconds, one it did not make never. */
    private static final int LOOKS_AFTER = 3;

    private final Run run;
    private final int index;
    private final PlannedAction planned;
    private final Action action;
    private final Effect<Action> effect;
    private final Observer observer;
    private final Lookahead ahead;
    private final SnapshotLookahead snapshots;

    Attempt(Run run, Lookahead ahead, int index) {
        this.run = run;
        this.ahead = ahead;
        this.snapshots = ahead.snapshots();
        this.index = index;
        this.planned = run.plan().actions().get(index);
        this.action = planned.action();
        this.effect = Effects.of(action);
        this.observer = new Observer(run.session());
    }

    /**
     * Makes the action if it still stands. Never throws for a failure.
     *
     * @param changedBefore whether this run has changed the target already, so that a look may show what was before
     */
    ActionResult make(boolean changedBefore) {
        Observation before;
        List<String> changes;
        ahead.moveTo(index);
        try {
            before = look(changedBefore);
            if (effect.isDone(action, before)) {
                return doneAlready();
            }
            changes = changes(before);
        } catch (RuntimeException unread) {
            return Results.failed(planned, "it could not be looked at, so nothing was changed", unread);
        }
        if (!changes.isEmpty()) {
            return Results.stale(planned, changes);
        }
        Optional<String> obstacle =
                effect.obstacle(action, before, run.session().now());
        return obstacle.map(what -> Results.refused(planned, what)).orElseGet(() -> change(before));
    }

    /**
     * Looks, together with those that come after it. If it was this run that changed the target, looks at it alone until
     * the facts hold: EC2 may be slow to show them.
     */
    private Observation look(boolean changedBefore) {
        if (!changedBefore) {
            return effect.look(action, planned.facts(), new Observer(run.session(), ahead::image));
        }
        Patience patience = new Patience(run.session(), Integer.MAX_VALUE);
        Observation now = look();
        while (!effect.isDone(action, now) && !differences(now).isEmpty() && patience.pause()) {
            now = look();
        }
        return now;
    }

    private Observation look() {
        return effect.look(action, planned.facts(), observer);
    }

    private List<String> changes(Observation now) {
        List<String> differences = differences(now);
        return differences.isEmpty() ? uses() : differences;
    }

    private List<String> uses() {
        if (action instanceof Action.DeleteSnapshot deletion) {
            return snapshots.usesOf(index, deletion, planned.facts().unusedIn());
        }
        if (action instanceof TemplateAction template) {
            return ahead.templates().usesOf(template, planned.facts().unusedIn());
        }
        return Lookahead.imageOf(action)
                .map(image -> ahead.usesOf(planned, image))
                .orElse(List.of());
    }

    private List<String> differences(Observation now) {
        return effect.needsTarget() && !now.isThere()
                ? List.of(effect.missing())
                : Differences.between(
                        planned.facts(), now.facts(), run.session().now());
    }

    private ActionResult change(Observation before) {
        Instant at = run.session().now();
        List<PlannedAction> undo = undo(before.facts(), at);
        JournalEntry entry = new JournalEntry(run.fingerprint(), index, at, planned, undo);
        try {
            run.journal().before(entry);
        } catch (RuntimeException unwritten) {
            return Results.failed(planned, "its journal could not be written, so nothing was changed", unwritten);
        }
        ActionResult result = call(undo);
        try {
            run.journal().after(entry, result);
        } catch (RuntimeException unwritten) {
            return Results.also(result, "the journal could not be written afterwards: " + unwritten.getMessage());
        }
        return result;
    }

    private ActionResult call(List<PlannedAction> undo) {
        try {
            List<SnapshotDeletion> snapshots = makeOnceSettled();
            return Results.done(
                    planned, "", snapshots, undo, until(run.session().now()));
        } catch (OutcomeUnknownException | ProviderException | WaitInterruptedException unclear) {
            return settle(unclear, undo);
        } catch (AmiException refusal) {
            return effect.meansDone(refusal) || isDoneNow()
                    ? doneAfterAll("it was done when EC2 was asked again", undo)
                    : Results.failed(planned, Advice.on(action, refusal), refusal);
        } catch (RuntimeException unexpected) {
            return settle(unexpected, undo);
        }
    }

    private List<SnapshotDeletion> makeOnceSettled() {
        Patience patience = new Patience(run.session(), Integer.MAX_VALUE);
        while (true) {
            try {
                return effect.make(action, ec2());
            } catch (AmiException refusal) {
                if (!effect.maySettle(refusal) || !patience.pause()) {
                    throw refusal;
                }
            }
        }
    }

    private ActionResult settle(RuntimeException unclear, List<PlannedAction> undo) {
        try {
            Patience patience = new Patience(run.session(), LOOKS_AFTER);
            do {
                if (effect.isDone(action, look())) {
                    return doneAfterAll("the answer was lost, but the account shows that it was done", undo);
                }
            } while (patience.pause());
        } catch (RuntimeException unread) {
            unclear.addSuppressed(unread);
        }
        return Results.unknown(planned, unclear, undo, until(run.session().now()));
    }

    private boolean isDoneNow() {
        try {
            return effect.isDone(action, look());
        } catch (RuntimeException unread) {
            return false;
        }
    }

    private ActionResult doneAlready() {
        Optional<JournalEntry> begun = run.journal().find(run.fingerprint(), index);
        Instant at = begun.map(JournalEntry::at).orElse(run.plan().createdAt());
        List<PlannedAction> undo = begun.map(JournalEntry::undo).orElseGet(() -> undo(planned.facts(), at));
        return doneWithoutAnswer("it was so already", undo, until(at));
    }

    private ActionResult doneAfterAll(String how, List<PlannedAction> undo) {
        return doneWithoutAnswer(how, undo, until(run.session().now()));
    }

    private ActionResult doneWithoutAnswer(String how, List<PlannedAction> undo, Optional<Instant> until) {
        try {
            return Results.done(planned, how, effect.aftermath(action, observer), undo, until);
        } catch (RuntimeException unread) {
            String but = how + ", but what became of its snapshots could not be read: " + unread.getMessage();
            return Results.done(planned, but, List.of(), undo, until);
        }
    }

    private List<PlannedAction> undo(Facts before, Instant at) {
        boolean lost = effect.removes() && planned.reversibility().kind() != Reversibility.Kind.UNTIL;
        return lost ? List.of() : effect.undo(action, before, at);
    }

    private Optional<Instant> until(Instant at) {
        return planned.reversibility().retention().map(at::plus);
    }

    private RegionalProvider ec2() {
        return run.session().in(action.region());
    }
}
